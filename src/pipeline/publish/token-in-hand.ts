import type { Clock } from '../../ports/process.ts'
import type { IdentityProvider } from '../../ports/runner.ts'

/** Tokens live for five minutes, and the services that read them need some of those. */
const FRESH_MS = 60_000

/** A provider whose first token is one that the run has asked for a moment ago; every further one is new. */
export function withTokenInHand(
  identity: Pick<IdentityProvider, 'token'>,
  held: { readonly token: string; readonly askedAt: number; readonly audience: string },
  clock: Pick<Clock, 'monotonic'>,
): Pick<IdentityProvider, 'token'> {
  let isUsed = false
  return {
    token(audience) {
      const isFresh = clock.monotonic() - held.askedAt < FRESH_MS
      if (isUsed || !isFresh || audience !== held.audience) return identity.token(audience)
      isUsed = true
      return Promise.resolve(held.token)
    },
  }
}
