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

interface Found {
  readonly address: string
  readonly entry: RepositoryEntry
}

/**
 * Gives the private home the repositories that dependencies need, and fetches each index once a run. What an earlier step
 * said with `helm repo add` (user name, CA) is copied, never touched. `refresh` returns what went wrong by address.
 */
export function createRepositories(helm: HelmCommand, context: HelmContext) {
  const results = new Map<string, string | undefined>()
  const reached: Found[] = []
  let isWritten = false
  let last: Promise<unknown> = Promise.resolve()
  const add = async (addresses: readonly string[]) => {
    const missing = addresses.filter((address) => !results.has(address))
    if (missing.length === 0 && isWritten) return
    const fetched = await fetchIndexes(helm, context, missing)
    for (const [address, problem] of fetched.problems) results.set(address, problem)
    reached.push(...fetched.reached)
    // Helm wants an index of every repository in its file, also of those that it is not asked for: only these are named.
    await writeEntries(context, helm.home.repositories, reached)
    isWritten = true
  }
  return {
    /** Charts are built side by side, and all share this home: one after the other. */
    async refresh(addresses: readonly string[]): Promise<ReadonlyMap<string, string | undefined>> {
      const own = last.then(() => add(addresses))
      last = own.catch(() => {})
      await own
      return new Map(addresses.map((address) => [address, results.get(address)]))
    },
  }
}

async function fetchIndexes(helm: HelmCommand, context: HelmContext, addresses: readonly string[]) {
  const known = await userRepositories(context)
  const found = addresses.map((address) => ({ address, entry: entryFor(address, known) }))
  const entries = found.flatMap(({ address, entry }) => (entry ? [{ address, entry }] : []))
  const problems = new Map<string, string | undefined>(
    found.flatMap(({ address, entry }) => (entry ? [] : [[address, 'no `helm repo add` said what that stands for']])),
  )
  for (const { entry } of entries) for (const password of passwordsIn(entry)) context.secrets.add(password)
  const file = `${helm.home.repositories}.new`
  await writeEntries(context, file, entries)
  for (const { address, entry } of entries) {
    const ran = await helm.run(['repo', 'update', entry.name, '--repository-config', file], { network: true })
    problems.set(address, ran.exitCode === 0 ? undefined : helm.said(withReason(ran)))
  }
  return { problems, reached: entries.filter(({ address }) => problems.get(address) === undefined) }
}

async function writeEntries({ files }: HelmContext, file: string, found: readonly Found[]): Promise<void> {
  const repositories = found.map(({ entry }) => entry)
  await files.write(file, stringify({ apiVersion: '', generated: '0001-01-01T00:00:00Z', repositories }))
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
