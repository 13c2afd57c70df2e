import { sign } from 'node:crypto'
import { dsse } from '@sigstore/core'
import type { StoredBundle } from '../../../src/model/signature.ts'
import { createIdentityProvider } from '../../../src/platform/runner/oidc.ts'
import { toStatementBundle } from '../../../src/signing/formats/bundle.ts'
import { dsseEntry } from '../../../src/signing/formats/log-entry.ts'
import { payloadType } from '../../../src/signing/formats/statement.ts'
import { obtainCredential } from '../../../src/signing/services/fulcio.ts'
import { createOutageRetry } from '../../../src/signing/services/outages.ts'
import { createRekorLog } from '../../../src/signing/services/rekor.ts'
import { findServices } from '../../../src/signing/services/services.ts'
import { networkTools } from './signing-run.ts'
import { type Claims, defaultClaims, type Sigstore } from './sigstore.ts'

interface Statement {
  readonly predicateType: string
  readonly subject: readonly object[]
}

/** Any in-toto statement as a bundle, signed and logged for these claims, as attestation tools make them. */
export async function aStatementBundle(
  sigstore: Sigstore,
  { predicateType, subject }: Statement,
  claims: Claims = {},
): Promise<StoredBundle> {
  const tools = networkTools()
  const identity = createIdentityProvider({
    ...tools,
    environment: sigstore.environmentFor({ ...defaultClaims, ...claims }),
  })
  const files = {
    signingConfig: JSON.stringify(sigstore.signingConfig),
    trustedRoot: JSON.stringify(sigstore.trustedRoot),
  }
  const services = await findServices({ ...files, cacheFolder: '' }, { ...tools, timeoutMs: 60_000 })
  const shared = { ...tools, attemptMs: 30_000, outageRetry: createOutageRetry({ ...tools, timeoutMs: 60_000 }) }
  const { fulcio, rekor } = services
  const credential = await obtainCredential({ ...shared, identity, fulcio, objection: () => undefined })
  const statement = Buffer.from(
    JSON.stringify({ _type: 'https://in-toto.io/Statement/v1', subject, predicateType, predicate: {} }),
  )
  const signature = sign('sha256', dsse.preAuthEncoding(payloadType, statement), credential.privateKey)
  const envelope = {
    payload: statement.toString('base64'),
    payloadType,
    signatures: [{ sig: signature.toString('base64') }],
  } as const
  const entry = await createRekorLog({ ...shared, rekor }).add(
    dsseEntry(envelope, credential.certificatePem),
    () => true,
  )
  if (!entry) throw new Error('the log took no entry')
  const { certificate } = credential
  return toStatementBundle(predicateType, { statement, signature, certificate, entry, timestamp: undefined })
}

/** SLSA v1 provenance about artifacts with these digests. */
export function aProvenanceBundle(
  sigstore: Sigstore,
  digests: readonly string[],
  claims: Claims = {},
): Promise<StoredBundle> {
  const subject = digests.map((digest, index) => ({
    name: `file-${index}`,
    digest: { sha256: digest.replace('sha256:', '') },
  }))
  return aStatementBundle(sigstore, { predicateType: 'https://slsa.dev/provenance/v1', subject }, claims)
}
