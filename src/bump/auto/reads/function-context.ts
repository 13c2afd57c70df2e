import type { Abstract, Scope } from './abstract.ts'
import type { Place, Places, Use } from './place.ts'

/** A value that has a certain type where templates are being read. */
export interface Typed {
  readonly place: Place
  readonly type: string
}

/** The place where templates are being read. */
export interface At {
  readonly file: string
  readonly line: number
  readonly scope: Scope
  /** Whether only a text for people, or the decision to fail, depends on it. */
  readonly idle: boolean
  /** Tests of types around it. */
  readonly typed?: readonly Typed[]
}

/** The reader, as template functions call it. */
export interface FunctionContext {
  readonly places: Places
  /** Records that a value is used; see `Use`. */
  use(value: Abstract, use: Pick<Use, 'how' | 'whole' | 'type'>, at: At): void
  /** A named template, called with its dot. */
  include(name: Abstract, dot: Abstract, at: At): Abstract
  /** `tpl`: a value that is a template itself. */
  expand(template: Abstract, dot: Abstract, at: At): Abstract
}
