import type { Span } from '../../__tests__/support/servers/span.ts'

/** A request in few words: `PUT manifests/1.0.0 (chart-0)`, `fulcio POST signingCert`. */
export function labelOf({ service, method, path }: Span): string {
  const plain = decodeURIComponent(path.replace(/\?.*$/, '')).replace(
    /sha256([:-])([0-9a-f]{6})[0-9a-f]{58}/g,
    'sha256$1$2',
  )
  const [, repository, rest] = /^\/v2\/(.+?)\/((?:blobs|manifests|tags|referrers)\/.*)$/.exec(plain) ?? []
  if (rest === undefined) return `${service} ${method} ${plain.split('/').at(-1) || plain}`
  return `${method} ${rest.replace(/uploads\/.+/, 'uploads/…')} (${repository?.split('/').at(-1)})`
}
