const PRIVATE_NAME = /(^|\.)(localhost|internal)$/
const PRIVATE_IPV6 = /^(::|64:ff9b:|f[cd]|fe[89ab]|ff)/

/** First bytes of networks that are not public, https://www.iana.org/assignments/iana-ipv4-special-registry. */
const PRIVATE_IPV4: readonly ((a: number, b: number, c: number) => boolean)[] = [
  (a) => a === 0 || a === 10 || a === 127 || a >= 224,
  (a, b) => a === 100 && b >= 64 && b < 128,
  (a, b) => a === 169 && b === 254,
  (a, b) => a === 172 && b >= 16 && b < 32,
  (a, b) => a === 192 && b === 168,
  (a, b, c) => a === 192 && b === 0 && c === 0,
  (a, b) => a === 198 && (b === 18 || b === 19),
]

/**
 * Whether a host, as `URL.hostname` of an https address has it, is by its text alone not public: loopback, private
 * networks, the metadata services of clouds. IPv6 that holds an IPv4 address counts as private.
 */
export function isPrivateHost(hostname: string): boolean {
  const host = hostname.toLowerCase().replace(/\.$/, '')
  if (host.startsWith('[')) return PRIVATE_IPV6.test(host.slice(1))
  const [a, b, c] = (/^\d+\.\d+\.\d+\.\d+$/.test(host) ? host : '').split('.').map(Number)
  if (a !== undefined && b !== undefined && c !== undefined) return PRIVATE_IPV4.some((isIn) => isIn(a, b, c))
  return PRIVATE_NAME.test(host)
}
