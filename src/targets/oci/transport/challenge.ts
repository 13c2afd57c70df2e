/** What a registry wants to see with requests, from its `WWW-Authenticate` (RFC 9110 section 11, distribution token spec). */
export type Challenge =
  | { readonly scheme: 'none' }
  | { readonly scheme: 'basic' }
  | {
      readonly scheme: 'bearer'
      readonly realm: string
      readonly service: string | undefined
      readonly scopes: readonly string[]
    }

const MAX_HEADER = 8_192
const MAX_SCOPES = 8
const PARAMETER = /([a-z]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s",]+))/gi

/** The strongest challenge in the header that we can answer; `undefined` if there is none. */
export function parseChallenge(header: string | undefined): Challenge | undefined {
  if (header === undefined || header.length > MAX_HEADER) return undefined
  const bearer = /(?:^|,)\s*Bearer\s+(.*)$/i.exec(header)?.[1]
  if (bearer !== undefined) {
    const found = parametersOf(bearer)
    const realm = found.get('realm')
    if (realm !== undefined) {
      const scopes = (found.get('scope') ?? '').split(' ').filter((scope) => scope !== '')
      return { scheme: 'bearer', realm, service: found.get('service'), scopes: scopes.slice(0, MAX_SCOPES) }
    }
  }
  return /(?:^|,)\s*Basic(?:\s|$)/i.test(header) ? { scheme: 'basic' } : undefined
}

function parametersOf(text: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const [, name = '', quoted, token = ''] of text.matchAll(PARAMETER)) {
    // The first counts: a second challenge in the same header repeats names.
    if (!found.has(name.toLowerCase())) found.set(name.toLowerCase(), quoted?.replace(/\\(.)/g, '$1') ?? token)
  }
  return found
}
