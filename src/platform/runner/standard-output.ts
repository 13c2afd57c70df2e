import { codeOf } from '../file-error.ts'

/** The log of the step, as the runner reads it. */
export interface StandardOutput {
  write(text: string): void
  /** Why some of the log was lost, e.g. `EPIPE`; `undefined` if none was. */
  lost(): string | undefined
}

/**
 * Writes to the step's standard output. A reader that went away or a full disk behind it loses lines of the log, and
 * nothing else: the release goes on, and outputs and summary report it.
 */
export function openStandardOutput(): StandardOutput {
  let why: string | undefined
  const note = (error: unknown) => {
    why ??= codeOf(error) ?? 'it cannot be written'
  }
  for (const stream of [process.stdout, process.stderr]) stream.on('error', note)
  return {
    write(text) {
      try {
        process.stdout.write(text)
      } catch (error) {
        note(error)
      }
    },
    lost: () => why,
  }
}
