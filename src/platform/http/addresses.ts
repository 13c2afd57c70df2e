import { lookup } from 'node:dns/promises'
import { BlockList, isIP } from 'node:net'

const NOT_PUBLIC = new BlockList()
const NETWORKS = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
  ['::', 127],
  // Addresses of IPv4 behind a translator (RFC 6052): nobody can tell which.
  ['64:ff9b::', 96],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const
for (const [network, bits] of NETWORKS) {
  NOT_PUBLIC.addSubnet(network, bits, network.includes(':') ? 'ipv6' : 'ipv4')
}

/** Whether an IP address is on loopback, a private, link-local or otherwise not public network. IPv4 inside IPv6 counts as IPv4. */
export function isPrivateAddress(address: string): boolean {
  const family = isIP(address)
  return family !== 0 && NOT_PUBLIC.check(address, family === 6 ? 'ipv6' : 'ipv4')
}

/** The host of a URL as an address or name: without brackets and trailing dot. */
export function bareHost(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '')
}

/** Whether the text of a host alone says that it is not public. */
export function looksPrivate(host: string): boolean {
  return host === 'localhost' || host.endsWith('.localhost') || isPrivateAddress(host)
}

/** Whether a host is in a private network; a name that does not resolve (behind a proxy none does) counts as public. */
export async function isPrivateHost(host: string): Promise<boolean> {
  if (isIP(host) !== 0 || looksPrivate(host)) return looksPrivate(host)
  const found = await lookup(host, { all: true }).catch(() => [])
  return found.some(({ address }) => isPrivateAddress(address))
}
