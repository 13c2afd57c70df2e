import { config, createCleartextMessage, enums, type PrivateKey, sign } from 'openpgp'
import { openKey } from './key.ts'
import { provenanceText } from './message.ts'
import type { ProvenanceSigner } from './provenance.ts'

export interface PgpOptions {
  /** The inputs `gpg-private-key` and `gpg-passphrase`. */
  readonly privateKey: string
  readonly passphrase: string | undefined
  readonly now: () => Date
}

/** What Helm signs with and every Helm verifies. Without a salt, so that a repeated run makes the same file. */
const SETTINGS = {
  ...config,
  preferredHashAlgorithm: enums.hash.sha512,
  nonDeterministicSignaturesViaNotation: false,
}

/** Opens the key. Everything that can be refused is refused here, before any effect. Fails as `openKey`. */
export async function createProvenanceSigner({ privateKey, passphrase, now }: PgpOptions): Promise<ProvenanceSigner> {
  const key = await openKey(privateKey, passphrase, now())
  const publicKey = key.toPublic()
  return {
    fingerprint: key.getFingerprint().toUpperCase(),
    userId: key.getUserIDs()[0] ?? '',
    publicKey: { binary: publicKey.write(), armored: publicKey.armor(SETTINGS) },
    sign: async (chart) => Buffer.from(await signText(key, provenanceText(chart), [chart.created, now()])),
  }
}

/**
 * The last line end belongs to the frame, not to the text (RFC 9580, 7.1). The signature is dated with the time of the release
 * commit, so that it is the same in every run; if the key could not sign then, with the present time.
 */
async function signText(key: PrivateKey, text: string, times: readonly Date[]): Promise<string> {
  const message = await createCleartextMessage({ text: text.trimEnd() })
  const fitting = await Promise.all(times.map((time) => couldSign(key, time)))
  const date = times[Math.max(0, fitting.indexOf(true))] ?? new Date(0)
  const signed = await sign({ message, signingKeys: key, date, config: SETTINGS })
  // Line ends are not part of the signed text (RFC 9580, 7.1); Helm writes plain ones.
  return signed.replaceAll('\r\n', '\n')
}

function couldSign(key: PrivateKey, time: Date): Promise<boolean> {
  return key.getSigningKey(undefined, time).then(
    () => true,
    () => false,
  )
}
