import { ASN1Obj } from '@sigstore/core'

const encode = ASN1Obj.prototype.toDER

/**
 * Makes the library's ASN.1 objects encode octet strings as they were read. The library tries to parse each one as a
 * structure, and encodes the result: a digest that happens to look like one with a long-form length (about one in 2^16
 * does) comes out shorter, and a good timestamp or certificate counts as forged. Their `value` always has the original
 * bytes.
 */
export function keepOctetStrings(): void {
  ASN1Obj.prototype.toDER = exact
}

function exact(this: ASN1Obj): Buffer {
  return encode.call(this.tag.isOctetString() ? new ASN1Obj(this.tag, this.value, []) : this)
}
