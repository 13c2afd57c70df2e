/**
 * Runs parsers that throw errors as part of normal work: the ASN.1 reader tries to parse every octet string as a
 * structure and throws for most. Their stack traces take a tenth of a verification, and are never read. `work` must be
 * synchronous.
 */
export function withoutStackTraces<T>(work: () => T): T {
  const { stackTraceLimit } = Error
  Error.stackTraceLimit = 0
  try {
    return work()
  } finally {
    Error.stackTraceLimit = stackTraceLimit
  }
}
