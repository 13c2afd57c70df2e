import { X509Certificate } from '@sigstore/core'
import type { TrustedRoot } from '@sigstore/protobuf-specs'
import { type SignedEntity, type Signer, toTrustMaterial, Verifier } from '@sigstore/verify'
import type { Identity } from '../../model/signature.ts'
import { readIdentity } from '../formats/identity.ts'
import { type BoundedCache, boundedCache } from './bounded-cache.ts'
import { keepOctetStrings } from './octet-strings.ts'

/** Verifies one entity, as the library does. */
export interface LibraryVerifier {
  /**
   * Verifies `entity` for the certificate (DER) that it presents, and returns the identity that it was issued to.
   * Throws what the library and the parsers throw.
   */
  verify(entity: SignedEntity, certificate: Uint8Array): Identity
}

/** A presented certificate, parsed once however many signatures it made. */
interface Presented {
  readonly certificate: X509Certificate
  readonly identity: Identity
  /** Its key, by the times at which its chain and its SCT were verified. */
  readonly signers: BoundedCache<Signer>
}

/** The step of the library that depends only on the certificate and the times of a signature. */
interface KeyStep {
  verifySigningKey(entity: Pick<SignedEntity, 'key'>, times: readonly Date[]): Signer
}

// A run signs with one certificate; signatures of earlier runs have one each.
const MAX_CERTIFICATES = 100
// Times are whole seconds, so charts that are signed concurrently share them.
const MAX_TIMES = 1_000

/**
 * A verifier that requires everything the trusted root makes possible of every signature. Throws for a root that cannot
 * be used.
 */
export function createLibraryVerifier(root: TrustedRoot): LibraryVerifier {
  keepOctetStrings()
  const ctlogThreshold = root.ctlogs.length > 0 ? 1 : 0
  const tlogThreshold = root.tlogs.length > 0 ? 1 : 0
  const material = toTrustMaterial(root)
  const authorities = [...material.certificateAuthorities, ...material.timestampAuthorities]
  for (const { certChain } of authorities) certChain.forEach(rememberAnswers)
  const verifier = new Verifier(material, { ctlogThreshold, tlogThreshold, timestampThreshold: 1 })
  const presented = boundedCache<Presented>(MAX_CERTIFICATES)
  const known = new WeakMap<X509Certificate, Presented>()
  rememberSigners(verifier as unknown as KeyStep, known)
  return {
    verify(entity, der) {
      const one = presented(Buffer.from(der).toString('base64'), () => present(der))
      known.set(one.certificate, one)
      verifier.verify({ ...entity, key: { $case: 'certificate', certificate: one.certificate } })
      return one.identity
    },
  }
}

function present(der: Uint8Array): Presented {
  const certificate = X509Certificate.parse(Buffer.from(der))
  rememberAnswers(certificate)
  return { certificate, identity: readIdentity(der), signers: boundedCache(MAX_TIMES) }
}

/**
 * The path to the root and the SCT are two thirds of a verification, and the same for all that a run signs within a
 * second.
 */
function rememberSigners(verifier: KeyStep, known: WeakMap<X509Certificate, Presented>): void {
  const verifySigningKey = verifier.verifySigningKey.bind(verifier)
  verifier.verifySigningKey = (entity, times) => {
    const one = entity.key.$case === 'certificate' ? known.get(entity.key.certificate) : undefined
    const verify = () => verifySigningKey(entity, times)
    return one ? one.signers(times.map((time) => time.getTime()).join(), verify) : verify()
  }
}

/**
 * Keeps the encoding of a certificate that no longer changes, and whether another one signed it. The library computes
 * both again at every comparison on the path to the root.
 */
function rememberAnswers(certificate: X509Certificate): void {
  const { root } = certificate
  for (const node of [root, ...root.subs]) {
    const encode = node.toDER.bind(node)
    let encoded: ReturnType<typeof encode> | undefined
    node.toDER = () => {
      encoded ??= encode()
      return encoded
    }
  }
  const verify = certificate.verify.bind(certificate)
  const signedBy = new WeakMap<X509Certificate, boolean>()
  certificate.verify = (issuer = certificate) => {
    const isSigned = signedBy.get(issuer) ?? verify(issuer)
    signedBy.set(issuer, isSigned)
    return isSigned
  }
}
