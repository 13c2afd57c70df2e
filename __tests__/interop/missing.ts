import type { Cell } from './cells.ts'

/** Why something is not here, in words. `broken`: it should be here, e.g. there is a Go, and it did not give the client. */
export interface Missing {
  readonly why: string
  readonly broken: boolean
}

/** Without Go nothing can be asked; with one, a client that cannot be built is a failure. */
export function without({ why, broken }: Missing): Pick<Cell, 'outcome' | 'detail'> {
  return { outcome: broken ? 'failed' : 'skipped', detail: why }
}

export function isMissing(found: object): found is Missing {
  return 'why' in found
}
