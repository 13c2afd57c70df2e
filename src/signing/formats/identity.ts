import { type ASN1Obj, X509Certificate } from '@sigstore/core'
import { ReleaseError } from '../../model/errors.ts'
import type { CertifiedRun, Identity } from '../../model/signature.ts'

// https://github.com/sigstore/fulcio/blob/main/docs/oid-info.md
const subjectAlternativeName = '2.5.29.17'
const rawIssuer = '1.3.6.1.4.1.57264.1.1'
const issuer = '1.3.6.1.4.1.57264.1.8'
const builder = '1.3.6.1.4.1.57264.1.9'
const runnerEnvironment = '1.3.6.1.4.1.57264.1.11'
const sourceRepository = '1.3.6.1.4.1.57264.1.12'
const sourceRepositoryDigest = '1.3.6.1.4.1.57264.1.13'
const sourceRepositoryRef = '1.3.6.1.4.1.57264.1.14'
const sourceRepositoryId = '1.3.6.1.4.1.57264.1.15'
const sourceRepositoryOwnerId = '1.3.6.1.4.1.57264.1.17'
const buildConfig = '1.3.6.1.4.1.57264.1.18'
const buildTrigger = '1.3.6.1.4.1.57264.1.20'
const runInvocation = '1.3.6.1.4.1.57264.1.21'

const maxCertificateBytes = 16 * 1024
const utf8StringTag = 0x0c
const emailTag = 1
const uriTag = 6

/**
 * The identity that a certificate (DER) was issued to. It has exactly one subject name, as Fulcio issues them. Fails
 * with `SIGSTORE_INVALID_ANSWER` for anything else.
 */
export function readIdentity(der: Uint8Array): Identity {
  const certificate = parse(der)
  const found = {
    subject: subjectOf(certificate),
    issuer: extensionText(certificate, issuer) ?? rawExtensionText(certificate, rawIssuer),
  }
  if (found.subject === undefined || found.issuer === undefined) {
    throw new ReleaseError('SIGSTORE_INVALID_ANSWER', 'The certificate names no single subject and issuer')
  }
  const repository = extensionText(certificate, sourceRepository)
  const repositoryId = extensionText(certificate, sourceRepositoryId)
  const ref = extensionText(certificate, sourceRepositoryRef)
  return {
    subject: found.subject,
    issuer: found.issuer,
    ...(repository === undefined ? {} : { sourceRepository: repository }),
    ...(repositoryId === undefined ? {} : { sourceRepositoryId: repositoryId }),
    ...(ref === undefined ? {} : { sourceRef: ref }),
  }
}

/**
 * The workflow run that a certificate (DER) was issued to; `undefined` if it does not say all that a build's provenance needs,
 * as certificates of other issuers than GitHub's and of old or private Fulcios.
 */
export function readCertifiedRun(der: Uint8Array): CertifiedRun | undefined {
  const certificate = parse(der)
  const text = (oid: string) => extensionText(certificate, oid)
  const required = {
    builder: text(builder),
    repository: text(sourceRepository),
    commit: text(sourceRepositoryDigest),
    ref: text(sourceRepositoryRef),
    workflow: text(buildConfig),
    event: text(buildTrigger),
    invocation: text(runInvocation),
  }
  if (!isWhole(required)) return undefined
  const [environment, repositoryId, ownerId] = [runnerEnvironment, sourceRepositoryId, sourceRepositoryOwnerId].map(
    text,
  )
  return {
    ...required,
    ...(environment !== undefined && { environment }),
    ...(repositoryId !== undefined && { repositoryId }),
    ...(ownerId !== undefined && { ownerId }),
  }
}

function isWhole<K extends string>(
  texts: Readonly<Record<K, string | undefined>>,
): texts is Readonly<Record<K, string>> {
  return Object.values(texts).every((value) => value !== undefined)
}

function parse(der: Uint8Array): X509Certificate {
  if (der.length <= maxCertificateBytes) {
    try {
      return X509Certificate.parse(Buffer.from(der))
    } catch {
      // Falls through: the parser's message does not help a user.
    }
  }
  throw new ReleaseError('SIGSTORE_INVALID_ANSWER', 'The certificate is no X.509 certificate')
}

function subjectOf(certificate: X509Certificate): string | undefined {
  const names = certificate.extension(subjectAlternativeName)?.valueObj.subs[0]?.subs ?? []
  const [name] = names
  if (names.length !== 1 || name === undefined) return undefined
  return name.tag.isContextSpecific(uriTag) || name.tag.isContextSpecific(emailTag) ? decode(name.value) : undefined
}

/** The newer extensions contain a DER UTF8String. */
function extensionText(certificate: X509Certificate, oid: string): string | undefined {
  const content: ASN1Obj | undefined = certificate.extension(oid)?.valueObj.subs[0]
  return content?.tag.toDER() === utf8StringTag ? decode(content.value) : undefined
}

function rawExtensionText(certificate: X509Certificate, oid: string): string | undefined {
  const value = certificate.extension(oid)?.value
  return value === undefined ? undefined : decode(value)
}

/** Printable text or nothing: lenient decoding would make two names look alike. */
function decode(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return text === '' || /[\p{Cc}\p{Cf}]/u.test(text) ? undefined : text
  } catch {
    return undefined
  }
}
