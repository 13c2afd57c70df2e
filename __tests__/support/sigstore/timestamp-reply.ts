import { createHash, type KeyObject, sign } from 'node:crypto'
import { X509Certificate } from '@sigstore/core'

export interface Asked {
  /** SHA-256 of what is to be timestamped. */
  readonly imprint: Buffer
  readonly nonce: bigint | undefined
  /** Whether the signer's certificate is to come along. */
  readonly certReq: boolean
}

function der(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(parts)
  const size = content.length
  const length = size < 0x80 ? [size] : size < 0x100 ? [0x81, size] : [0x82, size >> 8, size & 0xff]
  return Buffer.concat([Buffer.of(tag, ...length), content])
}

const sequence = (...parts: readonly Uint8Array[]) => der(0x30, ...parts)
const set = (...parts: readonly Uint8Array[]) => der(0x31, ...parts)
const octets = (bytes: Uint8Array) => der(0x04, bytes)
const integer = (value: number) => der(0x02, Buffer.of(value))
const explicit = (bytes: Uint8Array) => der(0xa0, bytes)
const oid = (hex: string) => der(0x06, Buffer.from(hex, 'hex'))

const OIDS = {
  sha256: oid('608648016503040201'),
  ecdsaWithSha256: oid('2a8648ce3d040302'),
  signedData: oid('2a864886f70d010702'),
  tstInfo: oid('2a864886f70d0109100104'),
  contentType: oid('2a864886f70d010903'),
  messageDigest: oid('2a864886f70d010904'),
  signingTime: oid('2a864886f70d010905'),
  signingCertificateV2: oid('2a864886f70d010910022f'),
  /** 1.3.6.1.4.1.57264.2, the policy of Sigstore's own authority. */
  policy: oid('2b0601040183bf3002'),
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()
const digits = (time: Date) =>
  time
    .toISOString()
    .replace(/\.\d+Z$/, 'Z')
    .replace(/[-:T]/g, '')

/** DER of a positive integer: a leading zero where its first bit is set. */
function unsigned(value: bigint): Buffer {
  const hex = value.toString(16)
  return der(0x02, Buffer.from((hex.length % 2 ? '0' : hex >= '8' ? '00' : '') + hex, 'hex'))
}

/** https://www.rfc-editor.org/rfc/rfc3161#section-2.4.2 */
function tstInfo({ imprint, nonce }: Asked, time: Date, serial: bigint): Buffer {
  return sequence(
    integer(1),
    OIDS.policy,
    sequence(sequence(OIDS.sha256), octets(imprint)),
    unsigned(serial),
    der(0x18, Buffer.from(digits(time))),
    sequence(integer(1)),
    ...(nonce === undefined ? [] : [unsigned(nonce)]),
  )
}

/** Makes a TimeStampResp, serial number by serial number. */
export type TimestampReply = (asked: Asked, time: Date, serial: bigint) => Buffer

/** Replies with CMS (https://www.rfc-editor.org/rfc/rfc5652#section-5) over the TSTInfo, always granted. `certificate` is DER. */
export function timestampReplies(certificate: Buffer, privateKey: KeyObject): TimestampReply {
  const { issuer, serialNumber } = X509Certificate.parse(Buffer.from(certificate))
  const [name, number] = [sequence(issuer), der(0x02, serialNumber)]
  // https://www.rfc-editor.org/rfc/rfc5035#section-4
  const certificateId = sequence(octets(sha256(certificate)), sequence(sequence(der(0xa4, name)), number))
  const signingCertificate = sequence(OIDS.signingCertificateV2, set(sequence(sequence(certificateId))))

  function signerInfo(info: Buffer, time: Date): Buffer {
    // In the order of DER: by their bytes.
    const attributes = [
      sequence(OIDS.contentType, set(OIDS.tstInfo)),
      sequence(OIDS.signingTime, set(der(0x17, Buffer.from(digits(time).slice(2))))),
      sequence(OIDS.messageDigest, set(octets(sha256(info)))),
      signingCertificate,
    ]
    return sequence(
      integer(1),
      sequence(name, number),
      sequence(OIDS.sha256),
      der(0xa0, ...attributes),
      sequence(OIDS.ecdsaWithSha256),
      octets(sign('sha256', set(...attributes), privateKey)),
    )
  }

  return (asked, time, serial) => {
    const info = tstInfo(asked, time, serial)
    const signedData = sequence(
      integer(3),
      set(sequence(OIDS.sha256)),
      sequence(OIDS.tstInfo, explicit(octets(info))),
      ...(asked.certReq ? [der(0xa0, certificate)] : []),
      set(signerInfo(info, time)),
    )
    return sequence(sequence(integer(0)), sequence(OIDS.signedData, explicit(signedData)))
  }
}
