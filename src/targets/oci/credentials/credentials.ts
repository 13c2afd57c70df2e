import { posix } from 'node:path'
import { memoizeAsync } from '../../../model/async/memoize.ts'
import type { Files } from '../../../ports/files.ts'
import type { Environment, Processes } from '../../../ports/process.ts'
import type { Secrets } from '../../../ports/runner.ts'
import type { TargetSettings } from '../../target.ts'
import { type Credential, type FindCredential, TOKEN_USER } from './credential.ts'
import { type CredentialFile, credentialIn, readCredentialFile } from './credential-file.ts'
import { askHelper } from './credential-helper.ts'

export interface CredentialContext {
  readonly files: Files
  readonly processes: Processes
  readonly environment: Environment
  readonly secrets: Secrets
  readonly settings: TargetSettings
}

const DOCKER_HUB = ['docker.io', 'index.docker.io', 'registry-1.docker.io']
// The key under which every client stores Docker Hub's credentials.
const DOCKER_HUB_KEY = 'https://index.docker.io/v1/'

/**
 * Finds credentials for one registry: the inputs, then the files of Helm, Docker and Podman with their helpers (in the
 * order of formats.md 8.2), then the workflow's token for ghcr.io, then `login`, a way in that belongs to this host. Files are
 * read, helpers asked and `login` called once; everything secret that is found is told to `secrets`. Nothing is ever written.
 */
export function credentialsFor(
  host: string,
  context: CredentialContext,
  login: () => Promise<Credential | undefined> = async () => undefined,
): FindCredential {
  const files = memoizeAsync(() => readFiles(context))
  const helpers = new Map<string, Promise<Credential | undefined>>()
  const loggedIn = memoizeAsync(login)
  const ask = (name: string, server: string) => {
    const key = `${name} ${server}`
    const asked = helpers.get(key) ?? askHelper(name, server, context)
    helpers.set(key, asked)
    return asked
  }
  return async (repository) => {
    if (context.settings.anonymous) return undefined
    const found = fromInputs(context.settings) ?? (await fromFiles(await files(), host, repository, ask))
    const credential = found ?? fromWorkflow(host, context) ?? (await loggedIn())
    if (credential) keepSecret(credential, context.secrets)
    return credential
  }
}

type AskHelper = (name: string, server: string) => Promise<Credential | undefined>

async function fromFiles(
  files: readonly CredentialFile[],
  host: string,
  repository: string,
  ask: AskHelper,
): Promise<Credential | undefined> {
  for (const file of files) {
    const found = await fromFile(file, host, repository, ask)
    if (found) return found
  }
  return undefined
}

async function fromFile(file: CredentialFile, host: string, repository: string, ask: AskHelper) {
  const isHub = DOCKER_HUB.includes(host)
  const hosts = isHub ? [DOCKER_HUB_KEY, ...DOCKER_HUB] : [host]
  const server = isHub ? DOCKER_HUB_KEY : host
  const own = hosts.map((each) => file.credHelpers.get(each)).find((name) => name !== undefined)
  if (own !== undefined) return ask(own, server)
  if (file.credsStore !== undefined) {
    const stored = await ask(file.credsStore, server)
    // Docker leaves entries without secrets in `auths` then; Podman and CI scripts may leave whole ones.
    if (stored) return stored
  }
  return credentialIn(
    file,
    hosts.flatMap((each) => keysOf(each, repository)),
  )
}

/** `ghcr.io/acme/charts/app`, `ghcr.io/acme/charts`, `ghcr.io/acme`, `ghcr.io`: the most specific counts. */
function keysOf(host: string, repository: string): readonly string[] {
  if (host === DOCKER_HUB_KEY) return ['index.docker.io']
  const parts = repository.split('/')
  return [...parts.map((_, index) => `${host}/${parts.slice(0, parts.length - index).join('/')}`), host]
}

async function readFiles({ files, environment }: CredentialContext): Promise<readonly CredentialFile[]> {
  const [helm, docker, podman] = await Promise.all([
    readCredentialFile(files, helmFile(environment)),
    readCredentialFile(files, dockerFile(environment)),
    firstOf(files, podmanFiles(environment)),
  ])
  // As the keychain of cosign and Flux: Podman's file counts only if Docker has none, unless it was named.
  const isPodmanNamed = Boolean(environment.REGISTRY_AUTH_FILE)
  return [helm, docker, docker && !isPodmanNamed ? undefined : podman].filter((file) => file !== undefined)
}

async function firstOf(files: Files, paths: readonly string[]): Promise<CredentialFile | undefined> {
  for (const path of paths) {
    const file = await readCredentialFile(files, path)
    if (file) return file
  }
  return undefined
}

function helmFile(environment: Environment): string {
  const { HELM_REGISTRY_CONFIG, HELM_CONFIG_HOME, XDG_CONFIG_HOME, APPDATA } = environment
  if (HELM_REGISTRY_CONFIG) return HELM_REGISTRY_CONFIG
  const mac = environment.RUNNER_OS === 'macOS' ? posix.join(home(environment), 'Library/Preferences/helm') : undefined
  const windows = environment.RUNNER_OS === 'Windows' && APPDATA ? posix.join(APPDATA, 'helm') : undefined
  const xdg = XDG_CONFIG_HOME ? posix.join(XDG_CONFIG_HOME, 'helm') : undefined
  const folder = HELM_CONFIG_HOME || xdg || mac || windows || posix.join(home(environment), '.config/helm')
  return posix.join(folder, 'registry/config.json')
}

function dockerFile(environment: Environment): string {
  return posix.join(environment.DOCKER_CONFIG || posix.join(home(environment), '.docker'), 'config.json')
}

function podmanFiles(environment: Environment): readonly string[] {
  const { REGISTRY_AUTH_FILE, XDG_RUNTIME_DIR, XDG_CONFIG_HOME } = environment
  if (REGISTRY_AUTH_FILE) return [REGISTRY_AUTH_FILE]
  const config = XDG_CONFIG_HOME || posix.join(home(environment), '.config')
  const folders = [...(XDG_RUNTIME_DIR ? [XDG_RUNTIME_DIR] : []), config]
  return folders.map((folder) => posix.join(folder, 'containers/auth.json'))
}

function home({ HOME, USERPROFILE }: Environment): string {
  return HOME || USERPROFILE || '/'
}

function fromInputs({ registryUsername, registryPassword }: TargetSettings): Credential | undefined {
  if (!registryUsername || !registryPassword) return undefined
  const source = 'the inputs registry-username and registry-password'
  if (registryUsername === TOKEN_USER) return { kind: 'identity', token: registryPassword, source }
  return { kind: 'basic', username: registryUsername, password: registryPassword, source }
}

// GHCR takes any user name with the workflow's token (formats.md 8.1).
function fromWorkflow(host: string, { settings, environment }: CredentialContext): Credential | undefined {
  if (host !== 'ghcr.io' || !settings.githubToken) return undefined
  const username = environment.GITHUB_ACTOR || 'github-actions'
  return { kind: 'basic', username, password: settings.githubToken, source: "the workflow's token" }
}

function keepSecret(credential: Credential, secrets: Secrets): void {
  secrets.add(credential.kind === 'basic' ? credential.password : credential.token)
}
