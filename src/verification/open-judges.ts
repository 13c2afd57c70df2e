import { memoizeAsync } from '../model/async/memoize.ts'
import type { Files } from '../ports/files.ts'
import type { Http } from '../ports/http.ts'
import type { Clock } from '../ports/process.ts'
import type { Log } from '../ports/runner.ts'
import type { Judges } from './verify-chart.ts'

export interface JudgeOptions {
  readonly http: Http
  readonly files: Files
  readonly clock: Clock
  readonly log: Log
  /** A trusted root as a file or as its JSON; absent for the public Sigstore. */
  readonly trustedRoot: string | undefined
  /** Public OpenPGP keys as a file or armored. */
  readonly keyring: string | undefined
  /** How long the services of Sigstore may be unavailable, in milliseconds. */
  readonly timeoutMs: number
}

const MAX_KEYRING_BYTES = 4 * 1024 * 1024

/**
 * Both are opened at first use, and loaded then: each brings a large library along. They fail with `SIGSTORE_CONFIG_INVALID`,
 * `SIGSTORE_ROOT_INVALID`, `SIGSTORE_UNAVAILABLE` and `GPG_KEYRING_INVALID`.
 */
export function openJudges(options: JudgeOptions): Judges {
  const { files, clock, keyring = '', trustedRoot } = options
  return {
    inspector: memoizeAsync(async () => {
      const { createInspector, findTrustedRoot } = await import('../signing/consumer.ts')
      // A path that is private to this run: what an earlier step left in a cache must not become the start of trust.
      const cacheFolder = trustedRoot === undefined ? await files.temporaryFolder('tuf') : ''
      return createInspector(await findTrustedRoot({ trustedRoot, cacheFolder }, options))
    }),
    keyring: memoizeAsync(async () => {
      const { createKeyringVerifier, keyringMissing } = await import('../provenance/open-keyring.ts')
      const isText = keyring.trimStart().startsWith('-----BEGIN PGP')
      const bytes = isText ? Buffer.from(keyring) : await files.readIfPresent(keyring.trim(), MAX_KEYRING_BYTES)
      if (!bytes) throw keyringMissing(keyring.trim())
      return createKeyringVerifier(bytes, () => clock.now())
    }),
  }
}
