import { createMemo } from '../../model/async/memoize.ts'
import type { Credential } from './fulcio.ts'

/** The credential of the run: one for all subjects. */
export interface Credentials {
  /** A credential that is usable now; concurrent callers share one renewal. Fails as `obtain` does. */
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
