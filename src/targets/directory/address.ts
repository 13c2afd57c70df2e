import { ReleaseError } from '../../model/errors.ts'

/** `dir:path[?url=…][&unloadable=allow]`, taken apart. */
export interface DirectoryAddress {
  /** As the user wrote it. */
  readonly address: string
  /** Without a slash at the end. Absolute, or below the workspace. */
  readonly path: string
  readonly isAbsolute: boolean
  /** Where a web server serves the folder, without a slash at the end. */
  readonly url?: string
  /** An index that Helm can't load is added to all the same. */
  readonly unloadable?: 'allow'
}

export const SCHEME = 'dir:'
/** Our own folder beside the index: what is staged, and the lock. */
export const OWN_FOLDER = '.release-charts'
const OPTIONS: readonly string[] = ['url', 'unloadable']
const HINT =
  'Write it like dir:/srv/charts, or like dir:public/charts for a folder below the workspace; ?url=https://… may follow.'

/** Reads a target address. Fails with `TARGET_ADDRESS_INVALID`, which says what was found. */
export function parseAddress(text: string): DirectoryAddress {
  const address = text.trim()
  const [place = '', query = '', ...more] = address.slice(SCHEME.length).split('?')
  if (more.length > 0 || address.includes('#')) throw invalidAddress(address, 'holds more than one `?`, or a `#`')
  const isAbsolute = place.startsWith('/')
  const path = place.replace(/^\.\//, '').replace(/\/$/, '')
  const segments = (isAbsolute ? path.slice(1) : path).split('/')
  const wrong = segments.find((segment) => !isSafe(segment))
  if (wrong !== undefined) throw invalidAddress(address, `names no folder that can be published to, at "${wrong}"`)
  if (segments[0]?.startsWith('~')) throw invalidAddress(address, 'starts with a `~`, which only a shell replaces')
  return { address, path, isAbsolute, ...options(address, query) }
}

function isSafe(segment: string): boolean {
  return !['', '.', '..', '.git', OWN_FOLDER].includes(segment.toLowerCase()) && !/[\\\p{Cc}]/u.test(segment)
}

function options(address: string, query: string): Pick<DirectoryAddress, 'url' | 'unloadable'> {
  const all = [...new URLSearchParams(query)]
  const unknown = all.find(([key]) => !OPTIONS.includes(key))
  if (unknown) throw invalidAddress(address, `has an option "${unknown[0]}"; known are ${OPTIONS.join(', ')}`)
  if (new Set(all.map(([key]) => key)).size < all.length) throw invalidAddress(address, 'has an option twice')
  const { url, unloadable } = Object.fromEntries(all)
  if (url !== undefined && !isServed(url))
    throw invalidAddress(address, `has url=${url}, which is not an https:// address of a folder`)
  if (unloadable !== undefined && unloadable !== 'allow')
    throw invalidAddress(address, `has unloadable=${unloadable}; only unloadable=allow is known`)
  return { ...(unloadable !== undefined && { unloadable }), ...(url !== undefined && { url: url.replace(/\/+$/, '') }) }
}

function isServed(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, username, password, search, hash } = new URL(text)
  return /^https?:$/.test(protocol) && [username, password, search, hash].every((part) => part === '')
}

function invalidAddress(address: string, found: string): ReleaseError {
  return new ReleaseError('TARGET_ADDRESS_INVALID', `The target ${address} ${found}`, { hint: HINT })
}
