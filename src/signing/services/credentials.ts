import type { Credential } from './fulcio.ts'

/** The credential of the run: one for all subjects. */
export interface Credentials {
  /** A credential that is usable now; concurrent callers share one renewal. Fails as `obtain` does. */
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
