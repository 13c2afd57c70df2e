import { posix } from 'node:path'
import type { Node } from 'yaml'
import { asReleaseError } from '../../model/errors.ts'
import type { Files } from '../../ports/files.ts'
import type { Environment } from '../../ports/process.ts'
import { aliasIn } from '../manifest/repository-alias.ts'
import { fieldsOf, helmText, itemsOf, pick, scalarOf } from '../yaml/fields.ts'
import { parseYaml, type YamlText } from '../yaml/text.ts'

/** A repository as `helm repo add` records it; written by an earlier step, so from outside. */
export interface RepositoryEntry {
  readonly name: string
  readonly url: string
  readonly username: string
  readonly password: string
  /** PEM file of an additional authority to trust for it. */
  readonly caFile: string
  /** Whether credentials also go to hosts that its index names. */
  readonly passCredentials: boolean
  /** Options of its `helm repo add` that are not supported here; empty if there are none. */
  readonly unsupported: string
}

/** What earlier steps said with `helm repo add`. */
export interface KnownRepositories {
  readonly entries: readonly RepositoryEntry[]
  /** Why the file of `helm repo add` can't be read: then there are no entries. */
  readonly problem?: string
}

const MAX_BYTES = 1024 * 1024

/** The repositories that earlier steps added; read as Helm reads them, and never written. */
export async function knownRepositories(files: Files, environment: Environment): Promise<KnownRepositories> {
  const file = repositoriesFile(environment)
  try {
    const bytes = await files.readIfPresent(file, MAX_BYTES)
    return { entries: bytes ? entriesIn(Buffer.from(bytes).toString()) : [] }
  } catch (thrown) {
    const { line } = asReleaseError(thrown).at ?? {}
    // The file holds passwords, and a message may quote a part of it.
    return { entries: [], problem: `${file} is not a file of \`helm repo add\`${line ? ` (line ${line})` : ''}` }
  }
}

/** Helm's place for it, as Helm 3 and 4 find it. */
function repositoriesFile({ HELM_REPOSITORY_CONFIG, ...environment }: Environment): string {
  if (HELM_REPOSITORY_CONFIG) return HELM_REPOSITORY_CONFIG
  const { HOME = '', XDG_CONFIG_HOME, HELM_CONFIG_HOME, RUNNER_OS } = environment
  const config = posix.join(HOME, RUNNER_OS === 'macOS' ? 'Library/Preferences' : '.config')
  return posix.join(HELM_CONFIG_HOME || posix.join(XDG_CONFIG_HOME || config, 'helm'), 'repositories.yaml')
}

function entriesIn(text: string): readonly RepositoryEntry[] {
  const yaml = parseYaml(text, { file: 'repositories.yaml', code: 'DEPENDENCY_FAILED' })
  if (!yaml.root) return []
  const list = pick(yaml, fieldsOf(yaml, yaml.root, 'a document'), 'repositories')
  return itemsOf(yaml, list?.value, '`repositories`').flatMap((item) => (item ? readEntry(yaml, item) : []))
}

function readEntry(yaml: YamlText, item: Node): readonly RepositoryEntry[] {
  const fields = fieldsOf(yaml, item, 'a repository')
  const text = (name: string) => helmText(yaml, pick(yaml, fields, name)?.value, `\`${name}\` of a repository`)
  const isSet = (name: string) => scalarOf(yaml, pick(yaml, fields, name)?.value, `\`${name}\``).text === 'true'
  if (text('name') === '' || text('url') === '') return []
  const refused = [
    ...(text('certFile') || text('keyFile') ? ['--cert-file'] : []),
    ...(isSet('insecure_skip_tls_verify') ? ['--insecure-skip-tls-verify'] : []),
  ]
  return [
    {
      ...{ name: text('name'), url: text('url'), username: text('username'), password: text('password') },
      ...{ caFile: text('caFile'), passCredentials: isSet('pass_credentials_all'), unsupported: refused.join(' and ') },
    },
  ]
}

/** A repository of which no more is known than its address. */
export function plainEntry(name: string, url: string): RepositoryEntry {
  return { name, url, username: '', password: '', caFile: '', passCredentials: false, unsupported: '' }
}

/** The entry of a repository, by its alias or address; for an address that was never added, an entry with just that. */
export function entryFor(repository: string, known: readonly RepositoryEntry[]): RepositoryEntry | undefined {
  const alias = aliasIn(repository)
  const same = known.find(({ name, url }) => (alias === undefined ? isSameAddress(url, repository) : name === alias))
  return same ?? (alias === undefined && repository !== '' ? plainEntry('-', repository) : undefined)
}

/** Whether two addresses are one repository. */
export function isSameAddress(a: string, b: string): boolean {
  return trimmed(a) === trimmed(b)
}

function trimmed(url: string): string {
  return url.replace(/\/+$/, '')
}
