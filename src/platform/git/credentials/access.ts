import { memoizeAsync } from '../../../model/async/memoize.ts'
import type { Environment } from '../../../ports/process.ts'
import type { Secrets } from '../../../ports/runner.ts'
import { type Addresses, readAddresses } from './addresses.ts'
import { type ConfigEntry, type PlainGit, readConfiguration, type Setting, transportSettings } from './configuration.ts'
import { configuredSecrets, cookieSecrets, netrcOf } from './configured-secrets.ts'
import { type Credential, chooseCredential, headerOf, type Server, settingsFor } from './credentials.ts'
import { configurationVariables } from './environment.ts'

export interface AccessContext extends Server {
  readonly environment: Environment
  readonly secrets: Pick<Secrets, 'add'>
}

/** The credentials that git uses to reach the server, and facts about them. */
export interface GitAccess {
  /** Settings that make git use one credential at each address of origin. */
  readonly credentials: () => Promise<readonly Setting[]>
  /** Settings from the job's environment that apply to origin. */
  readonly ofJob: () => Promise<readonly Setting[]>
  /** All settings of the checkout that a repository of our own needs to reach the same origin. */
  readonly transport: () => Promise<readonly Setting[]>
  /** Whether every push to origin uses `github-token`, even if something else configured that same token. */
  readonly usesToken: () => Promise<boolean>
  /** Reads the configuration, and registers its secrets before any other call of git. */
  readonly ready: () => Promise<void>
}

interface Chosen {
  readonly addresses: Addresses
  readonly credentials: readonly Credential[]
}

export function createGitAccess(context: AccessContext, git: PlainGit): GitAccess {
  const entries = memoizeAsync(() => configuration(context, git))
  const chosen = memoizeAsync(() => choose(context, git, entries))
  return {
    ready: async () => void (await entries()),
    credentials: async () => settingsFor((await chosen()).credentials, context),
    ofJob: async () => settingsOfJob(await entries()),
    transport: async () => transportSettings(await entries()),
    usesToken: async () => isToken(context, await chosen()),
  }
}

function settingsOfJob(entries: readonly ConfigEntry[]): readonly Setting[] {
  return transportSettings(entries.filter(({ scope }) => scope === 'command'))
}

async function configuration({ environment, secrets }: AccessContext, git: PlainGit): Promise<readonly ConfigEntry[]> {
  const entries = await readConfiguration(git, configurationVariables(environment))
  const [cookies, logins] = await Promise.all([cookieSecrets(entries, environment), netrcOf(environment)])
  const found = [...configuredSecrets(entries), ...cookies, ...logins.map(({ password }) => password)]
  for (const secret of found) secrets.add(secret)
  return entries
}

async function choose(
  context: AccessContext,
  git: PlainGit,
  entriesOf: () => Promise<readonly ConfigEntry[]>,
): Promise<Chosen> {
  const entries = await entriesOf()
  const ofJob = settingsOfJob(entries)
  const withJob: PlainGit = (args, call) => git(args, { ...call, config: [...ofJob, ...(call?.config ?? [])] })
  const addresses = await readAddresses(withJob, entries)
  const netrc = await netrcOf(context.environment)
  const each = new Map([...addresses.fetch, ...addresses.push].map((address) => [address.text, address]))
  const credentials = await Promise.all(
    [...each.values()].map((address) => chooseCredential(address, { ...context, entries, netrc, git: withJob })),
  )
  for (const { secrets } of credentials) for (const secret of secrets) context.secrets.add(secret)
  return { addresses, credentials }
}

function isToken(server: Server, { addresses, credentials }: Chosen): boolean {
  const ours = headerOf(server)?.toLowerCase()
  if (ours === undefined || addresses.pushesElsewhere || addresses.push.length === 0) return false
  const pushed = new Set(addresses.push.map(({ text }) => text))
  return credentials
    .filter(({ address }) => pushed.has(address.text))
    .every(({ header, password }) => header?.toLowerCase() === ours || password === server.token)
}
