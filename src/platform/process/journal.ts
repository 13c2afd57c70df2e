import type { Journal } from '../../ports/process.ts'

/** Called twice for each effect: just before it starts and just after it ended. */
export type EffectListener = (moment: 'before' | 'after', name: string) => void | Promise<void>

/**
 * A journal that calls `listen` around every effect. The crash tests kill the process in the listener, so nothing may
 * change state outside this process except through here.
 */
export function createJournal(listen: EffectListener = () => {}): Journal {
  return {
    async effect(name, change) {
      await listen('before', name)
      const result = await change()
      await listen('after', name)
      return result
    },
  }
}
