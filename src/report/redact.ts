import { ReleaseError } from '../model/errors.ts'
import type { ReleaseReport } from '../model/report.ts'

/**
 * The report with every text passed through `redact`. It comes before anything is escaped: a secret that has been
 * escaped would no longer be found.
 */
export function redacted(report: ReleaseReport, redact: (text: string) => string): ReleaseReport {
  return everyText(report, redact)
}

function everyText<T>(value: T, redact: (text: string) => string): T
function everyText(value: unknown, redact: (text: string) => string): unknown {
  if (typeof value === 'string') return redact(value)
  if (value instanceof ReleaseError) return redactedProblem(value, redact)
  if (Array.isArray(value)) return value.map((entry) => everyText(entry, redact))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, everyText(entry, redact)]))
}

function redactedProblem(problem: ReleaseError, redact: (text: string) => string): ReleaseError {
  const { code, message, hint, at, cause } = problem
  return new ReleaseError(code, redact(message), {
    hint: hint === undefined ? undefined : redact(hint),
    at: at === undefined ? undefined : { ...at, file: redact(at.file) },
    cause,
  })
}
