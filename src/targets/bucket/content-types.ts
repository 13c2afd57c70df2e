import type { BucketObject } from './bucket.ts'

const FOR_EVER = 'public, max-age=31536000, immutable'
const CHECK_ALWAYS = 'no-cache'

/** By the end of a file's name; as static servers of charts and ChartMuseum serve them. */
const HEADERS: readonly (readonly [end: string, headers: Omit<BucketObject, 'bytes'>])[] = [
  ['.tgz', { contentType: 'application/gzip', cacheControl: FOR_EVER }],
  ['.tgz.prov', { contentType: 'application/pgp-signature', cacheControl: CHECK_ALWAYS }],
  ['.sigstore.json', { contentType: 'application/vnd.dev.sigstore.bundle.v0.3+json', cacheControl: CHECK_ALWAYS }],
  ['index.yaml', { contentType: 'text/yaml', cacheControl: CHECK_ALWAYS }],
]
const KEY = { contentType: 'application/pgp-keys', cacheControl: CHECK_ALWAYS }

/** A file as it goes into the bucket. Caches may keep what never changes; everything else they must revalidate. */
export function objectOf(file: string, bytes: Uint8Array): BucketObject {
  const [, headers = KEY] = HEADERS.find(([end]) => file.endsWith(end)) ?? []
  return { bytes, ...headers }
}
