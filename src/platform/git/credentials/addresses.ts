import { decoded } from '../../secrets/login-secrets.ts'
import { type ConfigEntry, type PlainGit, valuesOf } from './configuration.ts'

/** An address that git fetches from or pushes to by HTTP. */
export interface Address {
  /** As git uses it, with the login that it may contain. */
  readonly text: string
  /** e.g. `https://github.com`. */
  readonly origin: string
  /** Path and query, beginning with a slash. */
  readonly path: string
  /** Decoded; empty without one. */
  readonly user: string
  readonly hasPassword: boolean
  /** As the remote has it, before git's configuration rewrites it. */
  readonly raw: string
  /** The setting that rewrites it. */
  readonly rewrite: 'insteadOf' | 'pushInsteadOf'
}

export interface Addresses {
  readonly fetch: readonly Address[]
  readonly push: readonly Address[]
  /** Whether origin can also be pushed to by something other than HTTP. */
  readonly pushesElsewhere: boolean
}

/** The addresses of origin as git rewrites them (`url.<base>.insteadOf`). */
export async function readAddresses(git: PlainGit, entries: readonly ConfigEntry[]): Promise<Addresses> {
  const [fetch, push] = await Promise.all([linesOf(git, []), linesOf(git, ['--push'])])
  const urls = valuesOf(entries, 'remote.origin', 'url')
  const pushUrls = valuesOf(entries, 'remote.origin', 'pushurl')
  const pushed = pushUrls.length > 0 ? pushUrls : urls
  const rewriteOf = (text: string) => (pushUrls.length > 0 || fetch.includes(text) ? 'insteadOf' : 'pushInsteadOf')
  const pushes = push.map((text, index) => read(text, { raw: pushed[index] ?? text, rewrite: rewriteOf(text) }))
  return {
    fetch: fetch.flatMap((text, index) => read(text, { raw: urls[index] ?? text, rewrite: 'insteadOf' }) ?? []),
    push: pushes.flatMap((address) => address ?? []),
    pushesElsewhere: pushes.includes(undefined),
  }
}

/** Without a remote of that name there are none. */
async function linesOf(git: PlainGit, words: readonly string[]): Promise<readonly string[]> {
  const ran = await git(['remote', 'get-url', '--all', ...words, 'origin'])
  return ran.exitCode === 0 ? Buffer.from(ran.stdout).toString().trim().split('\n') : []
}

function read(text: string, rewritten: Pick<Address, 'raw' | 'rewrite'>): Address | undefined {
  const [, scheme = '', info = '', rest = ''] = /^(https?:\/\/)(?:([^/?#]*)@)?(.*)$/i.exec(text) ?? []
  const bare = scheme + rest
  if (rest === '' || !URL.canParse(bare)) return undefined
  const { origin, pathname, search } = new URL(bare)
  return { text, origin, path: pathname + search, user: userIn(info), hasPassword: info.includes(':'), ...rewritten }
}

/** Decodes the part before the `@` of an address. */
export function userIn(info: string): string {
  return decoded(info.split(':')[0] ?? '')
}

/** The address with this user, or without any, and never with a password. */
export function addressFor(user: string, { origin, path }: Pick<Address, 'origin' | 'path'>): string {
  return user === '' ? origin + path : origin.replace('//', `//${encodeURIComponent(user)}@`) + path
}
