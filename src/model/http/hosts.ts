/**
 * What is not public in IPv4: https://www.iana.org/assignments/iana-ipv4-special-registry (what is not globally reachable,
 * or deprecated), and multicast, which counts as a private network, too.
 */
const SPECIAL_IPV4 = prefixes(
  `0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24 192.88.99.0/24
   192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4`,
)
/** All that IANA has assigned as public, https://www.iana.org/assignments/ipv6-address-space: anything else is not. */
const GLOBAL_UNICAST = prefixes('2000::/3')
/** What is not public within it, https://www.iana.org/assignments/iana-ipv6-special-registry: Teredo is in the first. */
const SPECIAL_IPV6 = prefixes('2001::/23 2001:db8::/32 3fff::/20')

/**
 * Forms of IPv6 that stand for an IPv4 address, from the group that it begins with. They are judged by it: if a network
 * knows the form, a connection ends at that address. The local form of NAT64 (64:ff9b:1::/48), the IPv4-compatible and the
 * translated addresses (::a.b.c.d, ::ffff:0:a.b.c.d) are public nowhere.
 */
const EMBEDDED = [
  { form: prefixes('::ffff:0:0/96'), group: 6 },
  { form: prefixes('64:ff9b::/96'), group: 6 },
  { form: prefixes('2002::/16'), group: 1 },
] as const
/** Interface identifiers of ISATAP (RFC 5214), in any network. */
const ISATAP = /^0*(?:200)?:5efe$/

/** Names that never leave a machine or a network: RFC 6761, 6762, 8375, and what ICANN keeps for private use. */
const PRIVATE_NAME = /(?:^|\.)(?:localhost|localdomain|local|internal|home\.arpa)$/

/** Whether an IP address is on loopback, a private, link-local or otherwise not public network. False for names. */
export function isPrivateAddress(address: string): boolean {
  const text = address.toLowerCase()
  if (text.includes(':')) return !isPublicIPv6(text.replace(/%.*$/, ''))
  // WHATWG's URL takes a host for an IPv4 address if it ends in a number. Only four plain numbers are judged.
  return /(?:^|\.)(?:\d+|0x[0-9a-f]*)$/.test(text) && !isPublicIPv4(text)
}

/**
 * Whether a name with these addresses is in a private network: only if all of them are, or one more address would lead a
 * public server there. A name without any counts as public.
 */
export function areAllPrivate(addresses: readonly string[]): boolean {
  return addresses.length > 0 && addresses.every(isPrivateAddress)
}

/** Whether the text of a host alone says that it is not public: an address, or a name as networks have them inside. */
export function looksPrivate(host: string): boolean {
  const text = host.toLowerCase().replace(/^\[|\]$/g, '')
  const name = text.replace(/\.+$/, '')
  return isPrivateAddress(name) || PRIVATE_NAME.test(name)
}

function isPublicIPv4(text: string): boolean {
  const groups = ipv4Groups(text)
  return groups !== undefined && !SPECIAL_IPV4.some((prefix) => isWithin(groups, prefix))
}

function isPublicIPv6(text: string): boolean {
  const groups = ipv6Groups(text)
  if (!groups) return false
  const embedded = EMBEDDED.find(({ form }) => form.some((prefix) => isWithin(groups, prefix)))
  if (embedded) return isPublicIPv4(dotted(groups.slice(embedded.group, embedded.group + 2)))
  const isGlobal = GLOBAL_UNICAST.some((prefix) => isWithin(groups, prefix))
  if (!isGlobal || SPECIAL_IPV6.some((prefix) => isWithin(groups, prefix))) return false
  const [high = 0, low = 0] = groups.slice(4, 6)
  return !ISATAP.test(`${high.toString(16)}:${low.toString(16)}`) || isPublicIPv4(dotted(groups.slice(6)))
}

interface Prefix {
  readonly groups: readonly number[]
  readonly bits: number
}

function prefixes(list: string): readonly Prefix[] {
  return list.split(/\s+/).map((text) => {
    const [address = '', bits] = text.split('/')
    return { groups: ipv4Groups(address) ?? ipv6Groups(address) ?? [], bits: Number(bits) }
  })
}

/** Groups of 16 bits each. */
function isWithin(groups: readonly number[], { groups: network, bits }: Prefix): boolean {
  return network.every((group, index) => {
    const ignored = Math.min(16, Math.max(0, 16 * (index + 1) - bits))
    return group >>> ignored === (groups[index] ?? 0) >>> ignored
  })
}

function ipv4Groups(text: string): readonly number[] | undefined {
  const octets = text.split('.')
  if (octets.length !== 4 || !octets.every((octet) => /^(?:0|[1-9]\d{0,2})$/.test(octet) && Number(octet) < 256)) {
    return undefined
  }
  const [a = 0, b = 0, c = 0, d = 0] = octets.map(Number)
  return [a * 256 + b, c * 256 + d]
}

function ipv6Groups(text: string): readonly number[] | undefined {
  const tail = /[^:]*\.[^:]*$/.exec(text)?.[0]
  const ipv4 = tail === undefined ? undefined : ipv4Groups(tail)
  if (tail !== undefined && !ipv4) return undefined
  const plain = ipv4
    ? `${text.slice(0, -(tail ?? '').length)}${ipv4.map((group) => group.toString(16)).join(':')}`
    : text
  const [left = '', right, ...more] = plain.split('::')
  const [before, after] = [left, right ?? ''].map((part) => (part === '' ? [] : part.split(':')))
  const written = [...(before ?? []), ...(after ?? [])]
  const isWhole = right === undefined ? written.length === 8 : more.length === 0 && written.length < 8
  if (!isWhole || !written.every((group) => /^[0-9a-f]{1,4}$/.test(group))) return undefined
  const zeros = Array.from({ length: 8 - written.length }, () => '0')
  return [...(before ?? []), ...zeros, ...(after ?? [])].map((group) => Number.parseInt(group, 16))
}

function dotted(groups: readonly number[]): string {
  return groups.flatMap((group) => [group >>> 8, group & 255]).join('.')
}

/** Whether a host (no port) is this machine by its own words; names that only resolve to it are not. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(host)
}
