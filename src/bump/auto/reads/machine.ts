import type { Abstract, Scope } from './abstract.ts'
import type { Places } from './place.ts'

/** Where templates are being read. */
export interface At {
  readonly file: string
  readonly line: number
  readonly scope: Scope
  /** In a text for people, or deciding only whether to fail. */
  readonly idle: boolean
}

/** What functions of templates need of the reader. */
export interface Machine {
  readonly places: Places
  /** Notes that a value is used; see `Use`. */
  use(value: Abstract, use: { readonly how: string; readonly whole: boolean }, at: At): void
  /** A named template, called with what becomes its dot. */
  include(name: Abstract, dot: Abstract, at: At): Abstract
  /** `tpl`: a value that is a template itself. */
  expand(template: Abstract, dot: Abstract, at: At): Abstract
}
