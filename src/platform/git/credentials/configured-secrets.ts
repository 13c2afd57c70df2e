import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Environment } from '../../../ports/process.ts'
import { createFiles } from '../../files/files.ts'
import { secretsOfAddresses, secretsOfLogin } from '../../secrets/login-secrets.ts'
import { isOrdinary } from '../../secrets/ordinary-words.ts'
import { type ConfigEntry, isKey, valuesOf } from './configuration.ts'
import { type NetrcLogin, netrcLogins } from './netrc.ts'

const MAX_FILE = 1024 * 1024
const SECRET_KEY = /(?:token|secret|password|passwd|pass|passphrase|apikey)$/i
const SECRET_HEADER = /authorization|token|secret|cookie|key/i
/**
 * Everything that looks like a credential in git's configuration, wherever it is, used or not: in addresses, as values
 * or as parts of keys (`url.<base>.insteadOf`), in headers, and under names such as `token`.
 */
export function configuredSecrets(entries: readonly ConfigEntry[]): readonly string[] {
  return entries.flatMap(({ key, value }) => [
    ...secretsOfAddresses(key),
    ...secretsOfAddresses(value),
    ...(isKey(key, 'http', 'extraheader') ? secretsOfHeader(value) : []),
    ...(SECRET_KEY.test(key) ? [value] : []),
  ])
}

/** The credential of an Authorization header with its parts; for any other header the words that are not ordinary. */
export function secretsOfHeader(header: string): readonly string[] {
  const colon = header.indexOf(':')
  const [name, value] = [header.slice(0, colon), header.slice(colon + 1).trim()]
  const words = value.split(/[\s,;]+/).flatMap((word) => [word, word.slice(word.indexOf('=') + 1)])
  const known = SECRET_HEADER.test(name) ? [value, value.split(/\s+/).at(-1) ?? ''] : []
  return [...known, ...words.filter((word) => !isOrdinary(word)), ...words.flatMap(secretsOfBasic)]
}

function secretsOfBasic(word: string): readonly string[] {
  const [, user = '', password = ''] =
    /^([\x20-\x7e]*?):([^\ufffd]*)$/.exec(Buffer.from(word, 'base64').toString()) ?? []
  return secretsOfLogin(user, password)
}

/** Values in the files of `http.cookieFile`: the last column of Netscape's format, or headers. */
export async function cookieSecrets(
  entries: readonly ConfigEntry[],
  environment: Environment,
): Promise<readonly string[]> {
  const files = valuesOf(entries, 'http', 'cookiefile').filter((file) => file !== '')
  const texts = await Promise.all(files.map((file) => fileText(file.replace(/^~(?=\/)/, environment.HOME ?? '~'))))
  const lines = texts.flatMap((text) => text.split(/\r?\n/))
  return lines.flatMap((line) =>
    line.includes('\t') ? [line.split('\t')[6] ?? ''] : /^set-cookie:/i.test(line) ? secretsOfHeader(line) : [],
  )
}

/** Those of the user's `.netrc`. */
export async function netrcOf({ HOME }: Environment): Promise<readonly NetrcLogin[]> {
  return HOME ? netrcLogins(await fileText(join(HOME, '.netrc'))) : []
}

/**
 * Empty if the file can't be read, because then git can't read it either. A pipe gives its content only once, and git
 * needs it.
 */
async function fileText(path: string): Promise<string> {
  try {
    if (!(await stat(path)).isFile()) return ''
    return Buffer.from(await createFiles().read(path, MAX_FILE)).toString()
  } catch {
    return ''
  }
}
