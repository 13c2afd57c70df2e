import { secretsOfLogin } from '../../secrets/login-secrets.ts'
import { type Address, addressFor } from './addresses.ts'
import type { ConfigEntry, PlainGit, Setting } from './configuration.ts'
import { secretsOfHeader } from './configured-secrets.ts'
import { extraHeaders } from './extra-headers.ts'
import type { NetrcLogin } from './netrc.ts'

export interface Server {
  /** e.g. `https://github.com`. */
  readonly serverUrl: string
  readonly token?: string | undefined
}

/** The credentials with which git authenticates at one address. */
export interface Credential {
  readonly address: Address
  /** Headers that git would send by itself. */
  readonly configured: readonly string[]
  /** The one Authorization header to send; without it git has other ways, or none. */
  readonly header?: string
  /** The source of a login that git finds by itself. */
  readonly password?: string
  /** Git gets the address without its login, which would be visible in the process list. */
  readonly isMoved?: boolean
  readonly secrets: readonly string[]
}

interface ChoiceContext extends Server {
  readonly entries: readonly ConfigEntry[]
  readonly netrc: readonly NetrcLogin[]
  readonly git: PlainGit
}

/**
 * Credentials that git would send by itself win, in curl's and git's own order: a header of its configuration (the
 * last, which is the most specific), the login in the address, `.netrc`, a credential helper. Only if there are none is
 * `github-token` used, and only for the origin of the workflow's server (docs/adr/0008).
 */
export async function chooseCredential(address: Address, context: ChoiceContext): Promise<Credential> {
  const configured = await extraHeaders(address, context.entries, context.git)
  const found = { address, configured, secrets: configured.flatMap(secretsOfHeader) }
  const isMoved = isOwn(address, context) && (address.hasPassword || address.user !== '')
  const header = configured.filter(isAuthorization).at(-1)
  if (header !== undefined) return { ...found, header, isMoved }
  const login = netrcLogin(address, context.netrc) ?? (await filledLogin(address, context))
  const ours = headerOf(context)
  if (!login) return ours && isOwn(address, context) ? { ...found, header: ours, isMoved } : found
  const known = { ...found, password: login.password, secrets: secretsOfLogin(login.user, login.password) }
  return isMoved && address.hasPassword ? { ...known, header: basic(login.user, login.password), isMoved } : known
}

function isAuthorization(header: string): boolean {
  return /^authorization\s*:/i.test(header)
}

interface Login {
  readonly user: string
  readonly password: string
}

/** Curl reads it as an address without a user. */
function netrcLogin({ user, origin }: Address, netrc: readonly NetrcLogin[]): Login | undefined {
  const { hostname } = new URL(origin)
  const found = netrc.find(({ machine }) => machine === undefined || machine === hostname)
  return user === '' && found ? { user: found.login, password: found.password } : undefined
}

/**
 * Git itself assembles the login, from the address, `credential.*` and its helpers. A program that prompts a person
 * (GIT_ASKPASS) is not started if there is a token: such programs are set to keep git from waiting. A helper without a
 * login may answer with an empty password.
 */
async function filledLogin(address: Address, context: ChoiceContext): Promise<Login | undefined> {
  const env = context.token && isOwn(address, context) ? { GIT_ASKPASS: '' } : {}
  const input = `url=${address.text}\n\n`
  const ran = await context.git(['credential', 'fill'], { input, env, remote: true })
  if (ran.exitCode !== 0 || ran.killed) return undefined
  const fields = new Map(
    Buffer.from(ran.stdout)
      .toString()
      .split('\n')
      .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  )
  const [user = '', password = ''] = [fields.get('username'), fields.get('password')]
  return password !== '' || address.hasPassword ? { user, password } : undefined
}

function isOwn({ origin }: Address, { serverUrl }: Server): boolean {
  return URL.canParse(serverUrl) && new URL(serverUrl).origin === origin
}

/** The header that `github-token` is sent in. */
export function headerOf({ token }: Server): string | undefined {
  return token ? basic('x-access-token', token) : undefined
}

function basic(user: string, password: string): string {
  return `AUTHORIZATION: basic ${Buffer.from(`${user}:${password}`).toString('base64')}`
}

/**
 * Settings under which git sends exactly the headers of these credentials: for each address those of others are
 * cancelled by an empty one, under the address itself, because no other pattern is more specific. Whatever git already
 * does is left to it.
 */
export function settingsFor(chosen: readonly Credential[], server: Server): readonly Setting[] {
  const credentials = chosen.map((credential) => (isShared(credential, chosen) ? unmoved(credential) : credential))
  const added = credentials.find(({ header, configured }) => header && !configured.includes(header))
  // For other programs, such as LFS, that fetch from the same server.
  const general = added && isOwn(added.address, server) ? added : undefined
  return [
    ...(general?.header ? [[`http.${general.address.origin}/.extraheader`, general.header] as const] : []),
    ...credentials.flatMap((credential) => exactly(credential, general !== undefined)),
    ...credentials.flatMap(({ address, isMoved }): readonly Setting[] =>
      isMoved ? [[`url.${addressFor('', address)}.${address.rewrite}`, address.raw]] : [],
    ),
  ]
}

/** Without their logins fetches and pushes may have one address, and only the logins distinguish them. */
function isShared({ address, header }: Credential, all: readonly Credential[]): boolean {
  const bare = addressFor('', address)
  return all.some((other) => other.header !== header && addressFor('', other.address) === bare)
}

function unmoved({ isMoved, ...credential }: Credential): Credential {
  const { header, ...rest } = credential
  return isMoved && credential.password !== undefined ? rest : credential
}

function exactly({ address, configured, header, isMoved }: Credential, isNeeded: boolean): readonly Setting[] {
  const others = configured.filter((each) => !isAuthorization(each))
  const wanted = header === undefined ? others : [...others, header]
  if (!isNeeded && !isMoved && wanted.length === configured.length) return []
  const key = `http.${addressFor(isMoved ? '' : address.user, address)}.extraheader`
  return ['', ...wanted].map((value) => [key, value])
}
