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

/** One result that several ask for. A failure is forgotten at once, so whoever asks next tries again. */
export interface Memo<T> {
  /** The result that is there or under way; else that of `work`, which starts now. */
  get(work: () => Promise<T>): Promise<T>
  /** The same without starting anything. */
  held(): Promise<T> | undefined
  /** Takes this result instead of the one that is there. */
  hold(result: Promise<T>): Promise<T>
  forget(): void
}

/** `isFinal` says which failures are kept, as trying again would give the same. */
export function createMemo<T>(isFinal: (failure: unknown) => boolean = () => false): Memo<T> {
  let held: Promise<T> | undefined
  const hold = (result: Promise<T>) => {
    held = result
    result.catch((failure: unknown) => {
      if (held === result && !isFinal(failure)) held = undefined
    })
    return result
  }
  return {
    get: (work) => held ?? hold(work()),
    held: () => held,
    hold,
    forget() {
      held = undefined
    },
  }
}
