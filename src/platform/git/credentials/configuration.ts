import type { Ran } from '../../../ports/process.ts'

/** A key of git's configuration and its value. */
export type Setting = readonly [key: string, value: string]

/** Calls git and returns whatever its exit code is; fails only if git can't be run. */
export type PlainGit = (args: readonly string[], call?: PlainCall) => Promise<Ran>

export interface PlainCall {
  readonly input?: Uint8Array | string
  readonly env?: Readonly<Record<string, string>>
  /** Settings besides those of every call. */
  readonly config?: readonly Setting[]
  /** Whether it may contact the server, or run the user's programs that ask for a password. */
  readonly remote?: boolean
}

/** A setting as git lists it, in the order in which git reads them; `command` is one from the environment. */
export interface ConfigEntry {
  readonly scope: string
  readonly key: string
  readonly value: string
}

/** The settings that git needs to reach origin: its address, and the ways and credentials to get there. */
const OF_TRANSPORT =
  /^(http\.|credential\.|url\.|protocol\.|ssh\.|core\.(sshcommand|gitproxy|askpass)$|remote\.origin\.(url|pushurl|proxy|proxyauthmethod|uploadpack|receivepack)$)/

/**
 * All settings that apply, including files of `include` and `includeIf` and those of the job's environment
 * (`variables`); none if git can't read them.
 */
export async function readConfiguration(
  git: PlainGit,
  variables: Readonly<Record<string, string>>,
): Promise<readonly ConfigEntry[]> {
  const { GIT_CONFIG_COUNT: given = '0', ...rest } = variables
  const count = /^\d{1,4}$/.test(given) ? Number(given) : 0
  const env = {
    ...rest,
    [`GIT_CONFIG_KEY_${count}`]: 'safe.directory',
    [`GIT_CONFIG_VALUE_${count}`]: '*',
    GIT_CONFIG_COUNT: String(count + 1),
  }
  const ran = await git(['config', '--list', '--includes', '-z', '--show-scope'], { env })
  return ran.exitCode === 0 ? entriesIn(Buffer.from(ran.stdout).toString()) : []
}

/** `<scope> NUL <key> LF <value> NUL`; a key without a value means true. */
function entriesIn(listed: string): readonly ConfigEntry[] {
  const fields = listed.split('\0')
  return Array.from({ length: Math.floor(fields.length / 2) }, (_, index) => {
    const [scope = '', entry = ''] = fields.slice(index * 2, index * 2 + 2)
    const end = entry.indexOf('\n')
    return end < 0
      ? { scope, key: entry, value: 'true' }
      : { scope, key: entry.slice(0, end), value: entry.slice(end + 1) }
  })
}

export function transportSettings(entries: readonly ConfigEntry[]): readonly Setting[] {
  return entries.flatMap(({ key, value }): readonly Setting[] => (OF_TRANSPORT.test(key) ? [[key, value]] : []))
}

/** The values of `<section>.<name>` and `<section>.<any subsection>.<name>`; `name` as git lists it, in lower case. */
export function valuesOf(entries: readonly ConfigEntry[], section: string, name: string): readonly string[] {
  return entries.flatMap(({ key, value }) => (isKey(key, section, name) ? [value] : []))
}

export function isKey(key: string, section: string, name: string): boolean {
  return key === `${section}.${name}` || (key.startsWith(`${section}.`) && key.endsWith(`.${name}`))
}

/** https://git-scm.com/docs/git-config#ENVIRONMENT: read after every file, and never seen in a process list. */
export function configEnvironment(entries: readonly Setting[]): Record<string, string> {
  const numbered = entries.flatMap(([key, value], index) => [
    [`GIT_CONFIG_KEY_${index}`, key],
    [`GIT_CONFIG_VALUE_${index}`, value],
  ])
  return { GIT_CONFIG_COUNT: String(entries.length), ...(Object.fromEntries(numbered) as Record<string, string>) }
}
