import { ReleaseError } from '../model/errors.ts'
import type { Secrets } from '../ports/runner.ts'

export type Redaction = Pick<Secrets, 'redact' | 'redactData'>

/** Fields with sentences for people. All others are names, references and words that programs read. */
const SENTENCES = new Set(['message', 'hint', 'reason', 'text', 'title', 'why'])

/**
 * A report, or a part of one, with every value redacted and every key as it is. This comes before anything is escaped or
 * serialised: a secret that has been escaped would no longer be found. A sentence loses every secret; other values keep
 * ordinary words, which are there by chance (docs/adr/0021).
 */
export function redacted<T extends object>(value: T, redaction: Redaction): T {
  return everyText(value, redaction)
}

/**
 * The same for texts that are published: notes, pull requests. Ordinary words stay, because a gap in an author's sentence
 * would give them away.
 */
export function redactedForPublication<T extends object>(value: T, { redactData }: Pick<Secrets, 'redactData'>): T {
  return everyText(value, { redact: redactData, redactData })
}

function everyText<T>(value: T, redaction: Redaction, isSentence?: boolean): T
function everyText(value: unknown, redaction: Redaction, isSentence = false): unknown {
  if (typeof value === 'string') return isSentence ? redaction.redact(value) : redaction.redactData(value)
  if (value instanceof ReleaseError) return redactedProblem(value, redaction)
  if (Array.isArray(value)) return value.map((entry) => everyText(entry, redaction, isSentence))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => [key, everyText(entry, redaction, SENTENCES.has(key))]),
  )
}

/** The cause is dropped: nothing that is written shows it, and it contains whatever a server or a library said. */
function redactedProblem(problem: ReleaseError, { redact, redactData }: Redaction): ReleaseError {
  const { code, message, hint, at } = problem
  return new ReleaseError(code, redact(message), {
    hint: hint === undefined ? undefined : redact(hint),
    at: at === undefined ? undefined : { ...at, file: redactData(at.file) },
  })
}
