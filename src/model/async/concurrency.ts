/**
 * Runs `work` on all items, at most `bound` at a time, and returns the results in the order of the items.
 * The first failure is thrown after the running ones ended; no new ones start.
 */
export async function mapConcurrent<T, R>(
  items: readonly T[],
  bound: number,
  work: (item: T) => Promise<R>,
): Promise<readonly R[]> {
  const results: R[] = []
  let next = 0
  const worker = async () => {
    while (next < items.length) {
      const index = next
      next += 1
      try {
        results[index] = await work(items[index] as T)
      } catch (error) {
        next = items.length
        throw error
      }
    }
  }
  const workers = Array.from({ length: Math.min(bound, items.length) }, worker)
  const ended = await Promise.allSettled(workers)
  const failed = ended.find((end) => end.status === 'rejected')
  if (failed) throw failed.reason
  return results
}

type Promises<T extends readonly unknown[]> = { readonly [K in keyof T]: Promise<T[K]> }

/**
 * The results of promises that run side by side. Waits for all of them, also when one failed, so that nothing goes on behind
 * the caller's back, and then throws the first failure in their order: the same whichever was faster.
 */
export async function allOf<T extends readonly unknown[]>(promises: Promises<T>): Promise<T>
export async function allOf(promises: readonly Promise<unknown>[]): Promise<readonly unknown[]> {
  const ended = await Promise.allSettled(promises)
  return ended.map((end) => {
    if (end.status === 'rejected') throw end.reason
    return end.value
  })
}

/** Runs work that is handed to it, at most `bound` at a time, first come first served. */
export type Limiter = <T>(work: () => Promise<T>) => Promise<T>

export function createLimiter(bound: number): Limiter {
  const waiting: (() => void)[] = []
  let free = bound
  return async (work) => {
    if (free > 0) free -= 1
    else await new Promise<void>((pass) => waiting.push(pass))
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else free += 1
    }
  }
}
