/** What is stored under a key. */
export interface StoredFile {
  readonly bytes: Uint8Array
  readonly etag: string
}

/** What is written under a key. */
export interface BucketObject {
  readonly bytes: Uint8Array
  readonly contentType: string
  readonly cacheControl: string
}

/** When a write may happen: `absent` (nothing is there), the ETag that must be there, or always. */
export type Condition = 'absent' | 'always' | { readonly etag: string }

/**
 * How a write ended: `refused` as its condition did not hold (412, or 404 where an ETag was asked for), `conflict` where
 * others were writing at the same moment (409).
 */
export type Put = 'stored' | 'refused' | 'conflict'

/** The few questions to S3 that a chart repository has. Fails with `STORE_…` errors and as `Http` does. */
export interface Bucket {
  /** `undefined` for 404 alone. */
  get(key: string, maxBytes: number): Promise<StoredFile | undefined>
  has(key: string): Promise<boolean>
  /** `effect: false` for a write that can't happen. */
  put(key: string, object: BucketObject, options: { readonly when: Condition; readonly effect?: boolean }): Promise<Put>
  remove(key: string): Promise<void>
}
