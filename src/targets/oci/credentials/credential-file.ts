import { ReleaseError } from '../../../model/errors.ts'
import type { Files } from '../../../ports/files.ts'
import { type Credential, TOKEN_USER } from './credential.ts'

/** One of Helm's, Docker's or Podman's files: all have the same form (formats.md 8.2). */
export interface CredentialFile {
  readonly path: string
  /** Host (or key as written) to helper name. */
  readonly credHelpers: ReadonlyMap<string, string>
  readonly credsStore: string | undefined
  readonly auths: ReadonlyMap<string, Readonly<Record<string, unknown>>>
}

const MAX_FILE_BYTES = 4 * 1024 * 1024

/**
 * Reads a credentials file; `undefined` if there is none. Fails with `REGISTRY_CREDENTIALS_UNREADABLE`, which never
 * repeats its content.
 */
export async function readCredentialFile(files: Files, path: string): Promise<CredentialFile | undefined> {
  const bytes = await files.readIfPresent(path, MAX_FILE_BYTES)
  if (bytes === undefined) return undefined
  const content = configIn(path, new TextDecoder().decode(bytes))
  const { credHelpers, credsStore, auths } = content
  return {
    path,
    credHelpers: textsIn(credHelpers),
    credsStore: typeof credsStore === 'string' && credsStore !== '' ? credsStore : undefined,
    auths: new Map(Object.entries(record(auths)).map(([key, entry]) => [key, record(entry)])),
  }
}

function configIn(path: string, text: string): Readonly<Record<string, unknown>> {
  if (text.trim() === '') return {}
  try {
    return record(JSON.parse(text))
  } catch {
    // The parser's message quotes the file, so it is no cause here.
    throw new ReleaseError('REGISTRY_CREDENTIALS_UNREADABLE', `${path} is no JSON`, {
      hint: 'Log in again (docker login, helm registry login), or remove the file.',
    })
  }
}

/** The credential that the first matching key of `auths` holds; keys from the most specific to the host. */
export function credentialIn(file: CredentialFile, keys: readonly string[]): Credential | undefined {
  const plain = new Map([...file.auths].map(([key, entry]) => [bareKey(key), entry]))
  const entry = keys.map((key) => plain.get(key)).find((found) => found && Object.keys(found).length > 0)
  return entry && credentialOf(entry, file.path)
}

/** `https://host/v1/` is how older Dockers write a host. */
function bareKey(key: string): string {
  const bare = key.replace(/^https?:\/\//, '')
  return bare === key ? key.replace(/\/$/, '') : (bare.split('/')[0] ?? bare)
}

function credentialOf(entry: Readonly<Record<string, unknown>>, source: string): Credential | undefined {
  const { identitytoken, registrytoken, auth } = entry
  if (isText(registrytoken)) return { kind: 'bearer', token: registrytoken, source }
  if (isText(identitytoken)) return { kind: 'identity', token: identitytoken, source }
  const [username, password] = isText(auth) ? decoded(auth) : [entry.username, entry.password]
  return isText(username) && isText(password) ? credentialFor(username, password, source) : undefined
}

/** A pair as helpers and files give it, where `<token>` as user marks a refresh token. */
export function credentialFor(username: string, secret: string, source: string): Credential {
  return username === TOKEN_USER
    ? { kind: 'identity', token: secret, source }
    : { kind: 'basic', username, password: secret, source }
}

function decoded(auth: string): readonly [string, string] {
  const text = Buffer.from(auth, 'base64').toString()
  const colon = text.indexOf(':')
  // Old Dockers pad the password with NUL.
  return colon < 0 ? ['', ''] : [text.slice(0, colon), text.slice(colon + 1).replace(/\0+$/, '')]
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== ''
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {}
}

function textsIn(value: unknown): ReadonlyMap<string, string> {
  return new Map(Object.entries(record(value)).filter((entry): entry is [string, string] => isText(entry[1])))
}
