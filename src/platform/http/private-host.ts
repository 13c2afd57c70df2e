import { lookup } from 'node:dns/promises'
import { isPrivateAddress, looksPrivate } from '../../model/http/hosts.ts'

/** Whether a host is in a private network; a name that does not resolve (behind a proxy none does) counts as public. */
export async function isPrivateHost(host: string): Promise<boolean> {
  if (looksPrivate(host)) return true
  const found = await lookup(host.replace(/^\[|\]$/g, ''), { all: true }).catch(() => [])
  return areAllPrivate(found.map(({ address }) => address))
}

/**
 * A name is in a private network only if all its addresses are: otherwise one more address would lead a public server
 * there.
 */
export function areAllPrivate(addresses: readonly string[]): boolean {
  return addresses.length > 0 && addresses.every(isPrivateAddress)
}
