import { createMemo } from '../../model/async/memoize.ts'
import type { Credential } from './fulcio.ts'

/** The credential of the run: one for all subjects. */
export interface Credentials {
  /** One that is usable now; a renewal is made once, however many ask. Fails as `obtain` does. */
  current(): Promise<Credential>
}

export function createCredentials(obtain: () => Promise<Credential>): Credentials {
  const renewal = createMemo<Credential>()
  let held: Credential | undefined

  async function renew(): Promise<Credential> {
    held = await obtain()
    renewal.forget()
    return held
  }

  return {
    async current() {
      if (held?.usable()) return held
      return renewal.get(renew)
    },
  }
}
