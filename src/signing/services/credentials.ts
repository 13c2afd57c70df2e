import type { Credential } from './fulcio.ts'

/** The credential of the run: one for all subjects. */
export interface Credentials {
  /** One that is usable now; a renewal is made once, however many ask. Fails as `obtain` does. */
  current(): Promise<Credential>
}

export function createCredentials(obtain: () => Promise<Credential>): Credentials {
  let pending: Promise<Credential> | undefined
  let held: Credential | undefined

  async function renew(): Promise<Credential> {
    try {
      held = await obtain()
      return held
    } finally {
      pending = undefined
    }
  }

  return {
    async current() {
      if (held?.usable()) return held
      pending ??= renew()
      return pending
    },
  }
}
