import { ReleaseError } from '../../model/errors.ts'

/** `releases://owner/repository[?latest=never]`, taken apart. */
export interface ReleasesAddress {
  /** As the user wrote it. */
  readonly address: string
  /** `owner/repository`. */
  readonly repository: string
  /** No release of a chart becomes the one that GitHub shows as the latest. */
  readonly neverLatest?: true
}

export const SCHEME = 'releases://'
const HINT = 'Write it like releases://owner/repository; ?latest=never may follow.'
/** What GitHub takes as the names of accounts and repositories. */
const REPOSITORY = /^[A-Za-z0-9](?:[A-Za-z0-9-]{0,38}|[A-Za-z0-9_-]{0,98})\/(?!\.{1,2}$)[\w.-]{1,100}$/

/** Reads a target address. Fails with `TARGET_ADDRESS_INVALID`, which says what was found. */
export function parseAddress(text: string): ReleasesAddress {
  const address = text.trim()
  const [place = '', query = '', ...more] = address.slice(SCHEME.length).split('?')
  if (more.length > 0 || address.includes('#')) throw invalidAddress(address, 'holds more than one `?`, or a `#`')
  const repository = place.replace(/\/$/, '')
  if (!REPOSITORY.test(repository)) throw invalidAddress(address, `does not name a valid repository: "${repository}"`)
  return { address, repository, ...options(address, query) }
}

function options(address: string, query: string): Pick<ReleasesAddress, 'neverLatest'> {
  const all = [...new URLSearchParams(query)]
  const unknown = all.find(([key]) => key !== 'latest')
  if (unknown) throw invalidAddress(address, `has an option "${unknown[0]}"; only latest is known`)
  if (all.length > 1) throw invalidAddress(address, 'has an option twice')
  const latest = all[0]?.[1]
  if (latest !== undefined && latest !== 'never')
    throw invalidAddress(address, `has latest=${latest}; only latest=never is known`)
  return latest === undefined ? {} : { neverLatest: true }
}

export function invalidAddress(address: string, found: string, hint = HINT): ReleaseError {
  return new ReleaseError('TARGET_ADDRESS_INVALID', `The target ${address} ${found}`, { hint })
}
