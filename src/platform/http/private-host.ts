import { lookup } from 'node:dns/promises'
import { areAllPrivate, looksPrivate } from '../../model/http/hosts.ts'

/** Whether a host is in a private network; a name that does not resolve (behind a proxy none does) counts as public. */
export async function isPrivateHost(host: string): Promise<boolean> {
  if (looksPrivate(host)) return true
  const found = await lookup(host.replace(/^\[|\]$/g, ''), { all: true }).catch(() => [])
  return areAllPrivate(found.map(({ address }) => address))
}
