import type { Ran, Secrets } from '../platform.ts'

/** A key of git's configuration and its value. */
export type Setting = readonly [key: string, value: string]

export interface Server {
  /** e.g. `https://github.com`. */
  readonly serverUrl: string
  readonly token?: string | undefined
}

/** A local call of git; it fails only where git can't be run. */
export type LocalGit = (args: readonly string[]) => Promise<Ran>

/**
 * What git must be given to talk to the server: nothing where checkout left a header in the configuration, wherever it put
 * it, else the token, for the server's origin alone.
 */
export async function credentialsFor(
  server: Server & { readonly secrets: Pick<Secrets, 'add'> },
  git: LocalGit,
): Promise<readonly Setting[]> {
  const ours = headerOf(server)
  if (ours === undefined) return []
  const left = await persisted(ours[0], git)
  for (const secret of secretsOfHeader(left)) server.secrets.add(secret)
  return left === '' ? [ours] : []
}

/** What checkout left may be another token than ours, and git's servers may repeat it. */
function secretsOfHeader(header: string): readonly string[] {
  const credential = /^authorization:\s*(?:basic|bearer|token)\s+(\S+)/i.exec(header)?.[1] ?? ''
  const [, password = ''] = /^[^:]*:(.*)$/s.exec(Buffer.from(credential, 'base64').toString()) ?? []
  return [credential, password]
}

/** Whether a push to origin is made with the token itself, be it that checkout left the same one; an ssh key, for one, is another. */
export async function isTokenUsed(server: Server, git: LocalGit): Promise<boolean> {
  const ours = headerOf(server)
  if (ours === undefined) return false
  const { stdout } = await git(['remote', 'get-url', '--push', 'origin'])
  const url = parsed(textOf(stdout))
  if (url?.origin !== new URL(server.serverUrl).origin || url.password !== '') return false
  return ['', ours[1].toLowerCase()].includes((await persisted(ours[0], git)).toLowerCase())
}

function headerOf({ serverUrl, token }: Server): Setting | undefined {
  if (!token || !/^https?:/.test(serverUrl)) return undefined
  const basic = Buffer.from(`x-access-token:${token}`).toString('base64')
  return [`http.${new URL(serverUrl).origin}/.extraheader`, `AUTHORIZATION: basic ${basic}`]
}

async function persisted(key: string, git: LocalGit): Promise<string> {
  const { stdout } = await git(['config', '--get-all', '-z', key])
  // An empty value takes back those before it, as git itself reads it.
  return Buffer.from(stdout).toString().split('\0').at(-2) ?? ''
}

function parsed(url: string): URL | undefined {
  return URL.canParse(url) ? new URL(url) : undefined
}

function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString().trim()
}
