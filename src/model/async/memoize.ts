/**
 * The same promise, for work that starts now and is awaited later, or by several. Until somebody awaits it, a failure has no
 * observer, and Node ends the process for a rejection that nobody observes.
 */
export function shared<T>(started: Promise<T>): Promise<T> {
  started.catch(() => undefined)
  return started
}

/** Hands each text on once: what is planned or packaged again says the same again. */
export function withoutRepeats(tell: (text: string) => void): (text: string) => void {
  const told = new Set<string>()
  return (text) => {
    if (!told.has(text)) tell(text)
    told.add(text)
  }
}

/** The same answer for everybody who asks; the work is done for the first one. */
export function memoizeAsync<T>(work: () => Promise<T>): () => Promise<T> {
  let result: Promise<T> | undefined
  return () => {
    result ??= shared(work())
    return result
  }
}
