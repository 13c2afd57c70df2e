import { type ErrorCode, type ErrorKind, errorCodes } from './error-codes.ts'

/** A place in a file of the repository; `line` and `column` count from 1. */
export interface Location {
  readonly file: string
  readonly line?: number
  readonly column?: number
}

interface Details {
  /** What to type to get out of it; shown on a line of its own. */
  readonly hint?: string | undefined
  readonly at?: Location | undefined
  readonly cause?: unknown
}

/**
 * The only error that this program throws on purpose.
 * `message` is one sentence that holds the value that was found; it never holds a secret, a header or a whole response.
 */
export class ReleaseError extends Error {
  override readonly name = 'ReleaseError'
  readonly code: ErrorCode
  readonly kind: ErrorKind
  readonly hint: string | undefined
  readonly at: Location | undefined

  constructor(code: ErrorCode, message: string, { hint, at, cause }: Details = {}) {
    super(message, { cause })
    this.code = code
    this.kind = errorCodes[code].kind
    this.hint = hint
    this.at = at
  }
}

/** Several problems of one kind that are told together (all configuration problems, all preflight findings). */
export class ReleaseErrors extends Error {
  override readonly name = 'ReleaseErrors'
  readonly errors: readonly ReleaseError[]

  constructor(errors: readonly ReleaseError[]) {
    super(errors.map((error) => error.message).join('\n'))
    this.errors = errors
  }
}

/** As Node, git and Helm say it (strerror). */
const NO_SPACE = /\b(?:ENOSPC|EDQUOT)\b|no space left on device|out of disk ?space|disk quota exceeded/i

/** Whether a program of this machine says that there is no room for what it writes. */
export function saysDiskFull(words: string): boolean {
  return NO_SPACE.test(words)
}

export function diskFull(words: string, cause?: unknown): ReleaseError {
  return new ReleaseError('DISK_FULL', `The disk of this machine is full: ${words}.`, {
    hint: 'Free some space in an earlier step, or take a runner with a larger disk (the run writes below `runner.temp`). The next run carries on where this one stopped.',
    cause,
  })
}

/** Every problem in what was thrown: ours as they are, anything else as one `BUG_UNEXPECTED`. */
export function problemsIn(thrown: unknown): readonly ReleaseError[] {
  if (thrown instanceof ReleaseErrors) return thrown.errors
  return [asReleaseError(thrown)]
}

/** Turns whatever was thrown, also a string, into a `ReleaseError`; unknown ones become `BUG_UNEXPECTED`. */
export function asReleaseError(thrown: unknown): ReleaseError {
  if (thrown instanceof ReleaseError) return thrown
  const message = thrown instanceof Error ? thrown.message : String(thrown)
  if (NO_SPACE.test(message)) return diskFull(message, thrown)
  return new ReleaseError('BUG_UNEXPECTED', message, {
    hint: 'This should not happen; please report it with the log of this run.',
    cause: thrown,
  })
}
