/**
 * Runs parsers that use errors as answers: the ASN.1 reader tries every octet string as a structure of its own and throws
 * for most. Traces of these are a tenth of a verification, and nobody reads them. `work` must be synchronous.
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
