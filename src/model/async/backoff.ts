/** A source of chance in [0, 1), as `Clock` has. */
interface Chance {
  random(): number
}

/** Pauses between tries that grow from one to the next. */
export interface Backoff {
  /** The first pause, in milliseconds, before chance shortens it. */
  readonly firstMs: number
  readonly longestMs?: number
  /** `double`: twice the one before. `add`: longer by the first each time. */
  readonly growth?: 'double' | 'add'
  /** The share of a pause that is left to chance: those that met do not meet again. 0 needs no source of it. */
  readonly jitter?: number
}

/** The pause after the try of this number, which begins with 1, in milliseconds. */
export function backoffMs(
  { firstMs, longestMs = Number.POSITIVE_INFINITY, growth = 'double', jitter = 0 }: Backoff,
  attempt: number,
  chance: Chance = { random: () => 0 },
): number {
  const pause = Math.min(growth === 'double' ? firstMs * 2 ** (attempt - 1) : firstMs * attempt, longestMs)
  return jitter === 0 ? pause : pause * (1 - jitter + jitter * chance.random())
}
