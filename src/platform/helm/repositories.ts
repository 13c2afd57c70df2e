import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { parse, stringify } from 'yaml'
import type { Ran } from '../platform.ts'
import type { HelmCommand, HelmContext } from './command.ts'

interface RepositoryEntry {
  readonly name: string
  readonly url: string
  readonly [key: string]: unknown
}

/**
 * Gives the private home the repositories that dependencies need and fetches each index once. What an earlier step said
 * with `helm repo add` (user name, CA) is copied, never touched. Returns what went wrong by address.
 */
export async function refresh(
  helm: HelmCommand,
  context: HelmContext,
  repositories: readonly string[],
): Promise<ReadonlyMap<string, string | undefined>> {
  const known = await userRepositories(context)
  const found = repositories.map((address) => ({ address, entry: entryFor(address, known) }))
  const entries = found.flatMap(({ address, entry }) => (entry ? [{ address, entry }] : []))
  for (const { entry } of entries) for (const password of passwordsIn(entry)) context.secrets.add(password)
  const content = stringify({
    apiVersion: '',
    generated: '0001-01-01T00:00:00Z',
    repositories: entries.map((one) => one.entry),
  })
  await context.files.write(helm.home.repositories, content)
  const results = new Map<string, string | undefined>(
    found.flatMap(({ address, entry }) => (entry ? [] : [[address, 'no `helm repo add` said what that stands for']])),
  )
  for (const { address, entry } of entries) {
    const ran = await helm.run(['repo', 'update', entry.name], { network: true })
    results.set(address, ran.exitCode === 0 ? undefined : helm.said(withReason(ran)))
  }
  return results
}

/** What Helm may repeat when a repository refuses it: the field, and the password of an address such as `https://user:password@host`. */
function passwordsIn({ url, password }: RepositoryEntry): readonly string[] {
  const inAddress = URL.canParse(url) ? new URL(url).password : ''
  return [...(typeof password === 'string' ? [password] : []), inAddress, decoded(inAddress)]
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}

/** Helm tells the reason on stdout, line by line below the name, and on stderr only that there was one. */
function withReason(ran: Ran): Ran {
  const reason = /Unable to get an update from .*\n\s+(.+)/.exec(Buffer.from(ran.stdout).toString())?.[1]
  return reason === undefined ? ran : { ...ran, stderr: reason }
}

/** `undefined` for an alias that nobody has defined. */
function entryFor(address: string, known: readonly RepositoryEntry[]): RepositoryEntry | undefined {
  const alias = /^(?:@|alias:)(.+)$/.exec(address)?.[1]
  const same = known.find((entry) =>
    alias === undefined ? trimmed(entry.url) === trimmed(address) : entry.name === alias,
  )
  if (same || alias !== undefined) return same
  return { name: `dependency-${createHash('sha256').update(address).digest('hex').slice(0, 12)}`, url: address }
}

async function userRepositories({ environment, files }: HelmContext): Promise<readonly RepositoryEntry[]> {
  const configHome =
    environment.HELM_CONFIG_HOME ?? join(environment.XDG_CONFIG_HOME ?? join(environment.HOME ?? '', '.config'), 'helm')
  const path = environment.HELM_REPOSITORY_CONFIG ?? join(configHome, 'repositories.yaml')
  const bytes = await files.readIfPresent(path)
  const content = bytes && parsed(Buffer.from(bytes).toString())
  const entries =
    typeof content === 'object' && content !== null && 'repositories' in content ? content.repositories : []
  return Array.isArray(entries) ? entries.filter(isEntry) : []
}

/** A file that is no YAML names no repositories; what needs one then fails in its own words. */
function parsed(text: string): unknown {
  try {
    return parse(text)
  } catch {
    return undefined
  }
}

function isEntry(value: unknown): value is RepositoryEntry {
  const entry = value as Partial<RepositoryEntry> | null
  return typeof entry === 'object' && typeof entry?.name === 'string' && typeof entry.url === 'string'
}

function trimmed(url: string): string {
  return url.replace(/\/+$/, '')
}
