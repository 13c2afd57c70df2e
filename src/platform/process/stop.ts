import { AsyncLocalStorage } from 'node:async_hooks'
import type { ReleaseError } from '../../model/errors.ts'
import type { Clock, Journal } from '../../ports/process.ts'

/** Something outside this process that a run waits for, e.g. `GET ghcr.io/v2/` or `git fetch`. */
export interface Waiting {
  readonly name: string
  readonly milliseconds: number
}

/**
 * Ends a run before it is done. From then on no effect begins, and everything the run waits for fails with the reason,
 * so that it ends by itself, through its usual handling of failures. An effect in progress may finish: whether it
 * happened must be known.
 */
export interface Stop {
  readonly reason: ReleaseError | undefined
  /** Resolves with the reason, once effects in progress have had their time to finish. */
  readonly over: Promise<ReleaseError>
  /** Stops the run; the first reason counts. */
  now(reasonOf: (waiting: readonly Waiting[]) => ReleaseError, graceMs: number): void
  /** Waits for `work` as long as the run goes on; inside an effect, or for one, to its end. */
  whileRunning<T>(name: string, work: () => Promise<T>, options?: { readonly isEffect: boolean }): Promise<T>
  /** A journal whose effects begin only while the run goes on. */
  guard(journal: Journal): Journal
}

interface Wait {
  readonly name: string
  readonly since: number
  readonly end: (reason: ReleaseError) => void
}

const inEffect = new AsyncLocalStorage<true>()

/** Called with what a run is about to wait for; an error that it throws is a failure of that. */
export type Meet = (name: string) => void | Promise<void>

export function createStop({ monotonic, sleep }: Pick<Clock, 'monotonic' | 'sleep'>, meet?: Meet): Stop {
  const waits = new Set<Wait>()
  const over = Promise.withResolvers<ReleaseError>()
  let reason: ReleaseError | undefined

  function wait<T>(name: string, work: () => Promise<T>, isCutShort: boolean): Promise<T> {
    return new Promise((resolve, reject) => {
      const entry = { name, since: monotonic(), end: isCutShort ? reject : () => undefined }
      waits.add(entry)
      work()
        .finally(() => waits.delete(entry))
        .then(resolve, reject)
    })
  }

  return {
    get reason() {
      return reason
    },
    over: over.promise,
    now(reasonOf, graceMs) {
      if (reason) return
      const stopped = reasonOf([...waits].map(({ name, since }) => ({ name, milliseconds: monotonic() - since })))
      reason = stopped
      over.resolve(sleep(graceMs).then(() => stopped))
      for (const { end } of waits) end(stopped)
    },
    async whileRunning(name, work, { isEffect } = { isEffect: false }) {
      const isCutShort = !isEffect && inEffect.getStore() === undefined
      if (reason && isCutShort) throw reason
      const met = async () => {
        await meet?.(name)
        return work()
      }
      return wait(name, meet ? met : work, isCutShort)
    },
    guard: (journal) => ({
      async effect(name, change) {
        if (reason && inEffect.getStore() === undefined) throw reason
        return inEffect.run(true, () => journal.effect(name, change))
      },
    }),
  }
}
