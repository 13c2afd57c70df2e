import { ReleaseError } from '../../model/errors.ts'

/** `dir:path[?url=…]`, taken apart. */
export interface DirectoryAddress {
  /** As the user wrote it. */
  readonly address: string
  /** Without a slash at the end. Absolute, or below the workspace. */
  readonly path: string
  readonly isAbsolute: boolean
  /** Where a web server serves the folder, without a slash at the end. */
  readonly url?: string
}

export const SCHEME = 'dir:'
/** Our own folder beside the index: what is staged, and the lock. */
export const OWN_FOLDER = '.release-charts'
const HINT =
  'Write it like dir:/srv/charts, or like dir:public/charts for a folder below the workspace; ?url=https://… may follow.'

/** Reads a target address. Fails with `TARGET_ADDRESS_INVALID`, which says what was found. */
export function parseAddress(text: string): DirectoryAddress {
  const address = text.trim()
  const [place = '', query = '', ...more] = address.slice(SCHEME.length).split('?')
  if (more.length > 0 || address.includes('#')) throw invalid(address, 'holds more than one `?`, or a `#`')
  const isAbsolute = place.startsWith('/')
  const path = place.replace(/^\.\//, '').replace(/\/$/, '')
  const segments = (isAbsolute ? path.slice(1) : path).split('/')
  const wrong = segments.find((segment) => !isSafe(segment))
  if (wrong !== undefined) throw invalid(address, `names no folder that can be published to, at "${wrong}"`)
  if (segments[0]?.startsWith('~')) throw invalid(address, 'starts with a `~`, which only a shell replaces')
  const url = urlIn(address, query)
  return { address, path, isAbsolute, ...(url !== undefined && { url }) }
}

function isSafe(segment: string): boolean {
  return !['', '.', '..', '.git', OWN_FOLDER].includes(segment.toLowerCase()) && !/[\\\p{Cc}]/u.test(segment)
}

function urlIn(address: string, query: string): string | undefined {
  const all = [...new URLSearchParams(query)]
  const unknown = all.find(([key]) => key !== 'url')
  if (unknown) throw invalid(address, `has an option "${unknown[0]}"; known is url`)
  if (all.length > 1) throw invalid(address, 'says url twice')
  const url = all[0]?.[1]
  if (url !== undefined && !isServed(url))
    throw invalid(address, `has url=${url}, which is no https:// address of a folder`)
  return url?.replace(/\/+$/, '')
}

function isServed(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, username, password, search, hash } = new URL(text)
  return /^https?:$/.test(protocol) && [username, password, search, hash].every((part) => part === '')
}

function invalid(address: string, found: string): ReleaseError {
  return new ReleaseError('TARGET_ADDRESS_INVALID', `The target ${address} ${found}`, { hint: HINT })
}
