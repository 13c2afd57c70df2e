import { ReleaseError } from '../../../model/errors.ts'
import type { Environment, Processes } from '../../../ports/process.ts'
import { registries } from '../registries/table.ts'
import type { Credential } from './credential.ts'
import { credentialFor } from './credential-file.ts'

const TIMEOUT_MS = 60_000
const MAX_OUTPUT_BYTES = 1024 * 1024
// A helper gets what it needs to find its cloud identity and the way out, and nothing of the runner's or the action's.
const NEEDED = new Set(
  `PATH HOME USER LOGNAME USERPROFILE APPDATA LOCALAPPDATA PROGRAMDATA SYSTEMROOT COMSPEC PATHEXT TMPDIR TMP TEMP LANG LC_ALL
   DOCKER_CONFIG REGISTRY_AUTH_FILE DBUS_SESSION_BUS_ADDRESS GNUPGHOME PASSWORD_STORE_DIR SSL_CERT_FILE SSL_CERT_DIR
   HTTP_PROXY HTTPS_PROXY NO_PROXY ALL_PROXY CLOUDSDK_CONFIG`.split(/\s+/),
)
/** The keys of a cloud go to its own helper. One that we don't know may be of any cloud: the user named it. */
const CLOUDS = new Map(
  registries.flatMap(({ helpers }) => helpers?.names.map((name) => [name, helpers.variables]) ?? []),
)
const EVERY_CLOUD = [...new Set([...CLOUDS.values()].flat())]
/** Those that keep what a login stored, and know no cloud. */
const STORES = new Set(['desktop', 'osxkeychain', 'pass', 'secretservice', 'wincred'])

export interface HelperContext {
  readonly processes: Processes
  readonly environment: Environment
}

/**
 * Asks `docker-credential-<name> get` for a server; `undefined` if it knows none. Fails with `TOOL_MISSING`,
 * `REGISTRY_CREDENTIALS_UNREADABLE`; what the helper printed is never repeated.
 */
export async function askHelper(
  name: string,
  server: string,
  { processes, environment }: HelperContext,
): Promise<Credential | undefined> {
  if (!/^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(name)) throw failed(name, server, 'has a name that no program can have')
  const program = `docker-credential-${name}`
  const ran = await processes.run(program, ['get'], {
    env: environmentOf(name, environment),
    input: server,
    timeoutMs: TIMEOUT_MS,
    maxOutputBytes: MAX_OUTPUT_BYTES,
  })
  if (ran.killed) throw failed(name, server, `was stopped (${ran.killed})`)
  const output = new TextDecoder().decode(ran.stdout)
  if (ran.exitCode !== 0) {
    if (/credentials not found/i.test(output + ran.stderr)) return undefined
    throw failed(name, server, `ended with exit code ${ran.exitCode}`)
  }
  const answer = loginIn(output)
  if (!answer) throw failed(name, server, 'answered something else than a user name and a secret')
  return answer.Secret === '' ? undefined : credentialFor(answer.Username, answer.Secret, program)
}

function environmentOf(helper: string, environment: Environment): Readonly<Record<string, string>> {
  const clouds = CLOUDS.get(helper) ?? (STORES.has(helper) ? [] : EVERY_CLOUD)
  const groups = ['XDG_', ...clouds]
  const kept = Object.entries(environment).filter((entry): entry is [string, string] => {
    const name = entry[0].toUpperCase()
    return entry[1] !== undefined && (NEEDED.has(name) || groups.some((group) => name.startsWith(group)))
  })
  return Object.fromEntries(kept)
}

function loginIn(output: string): { readonly Username: string; readonly Secret: string } | undefined {
  try {
    const { Username, Secret } = JSON.parse(output) as Record<string, unknown>
    return typeof Username === 'string' && typeof Secret === 'string' ? { Username, Secret } : undefined
  } catch {
    return undefined
  }
}

function failed(name: string, server: string, what: string): ReleaseError {
  return new ReleaseError(
    'REGISTRY_CREDENTIALS_UNREADABLE',
    `The credential helper ${name} ${what} when asked for ${server}`,
    {
      hint: `Try it by hand: echo ${server} | docker-credential-${name} get`,
    },
  )
}
