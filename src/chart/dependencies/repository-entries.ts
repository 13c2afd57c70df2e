import { posix } from 'node:path'
import { parse } from 'yaml'
import type { Files } from '../../ports/files.ts'
import type { Environment } from '../../ports/process.ts'
import { aliasIn } from '../manifest/repository-alias.ts'

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

/** The repositories that earlier steps added; read, never written. A file that is not valid YAML has none. */
export async function knownRepositories(files: Files, environment: Environment): Promise<readonly RepositoryEntry[]> {
  const { HOME = '', XDG_CONFIG_HOME, HELM_CONFIG_HOME, HELM_REPOSITORY_CONFIG } = environment
  const folder = HELM_CONFIG_HOME || posix.join(XDG_CONFIG_HOME || posix.join(HOME, '.config'), 'helm')
  const bytes = await files.readIfPresent(HELM_REPOSITORY_CONFIG || posix.join(folder, 'repositories.yaml'))
  const content: unknown = bytes && parsed(Buffer.from(bytes).toString())
  const { repositories } = Object(content) as { readonly repositories?: unknown }
  return Array.isArray(repositories) ? repositories.flatMap(entryOf) : []
}

/** The entry of a repository, by its alias or address; for an address that was never added, an entry with just that. */
export function entryFor(repository: string, known: readonly RepositoryEntry[]): RepositoryEntry | undefined {
  const alias = aliasIn(repository)
  const same = known.find(({ name, url }) =>
    alias === undefined ? trimmed(url) === trimmed(repository) : name === alias,
  )
  return same ?? (alias === undefined ? entryOf({ name: '-', url: repository })[0] : undefined)
}

function entryOf(value: unknown): readonly RepositoryEntry[] {
  const fields = Object(value) as { readonly [key: string]: unknown }
  const text = (name: string) => (typeof fields[name] === 'string' ? fields[name] : '')
  if (text('name') === '' || text('url') === '') return []
  const refused = [
    ...(text('certFile') || text('keyFile') ? ['--cert-file'] : []),
    ...(fields.insecure_skip_tls_verify === true ? ['--insecure-skip-tls-verify'] : []),
  ]
  return [
    {
      name: text('name'),
      url: text('url'),
      username: text('username'),
      password: text('password'),
      caFile: text('caFile'),
      passCredentials: fields.pass_credentials_all === true,
      unsupported: refused.join(' and '),
    },
  ]
}

function parsed(text: string): unknown {
  try {
    return parse(text)
  } catch {
    return undefined
  }
}

function trimmed(url: string): string {
  return url.replace(/\/+$/, '')
}
