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
