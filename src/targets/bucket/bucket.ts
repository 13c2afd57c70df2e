/** What is stored under a key. */
export interface StoredFile {
  readonly bytes: Uint8Array
  /** By which the store knows this content again: an ETag, or the number of its generation. */
  readonly etag: string
}

/** What is written under a key. */
export interface BucketObject {
  readonly bytes: Uint8Array
  readonly contentType: string
  readonly cacheControl: string
}

/**
 * When a write may happen: `absent` (nothing is there), the ETag that must be there, or always. `never` is the condition that no
 * object meets, for asking whether this run may write and whether the store compares.
 */
export type Condition = 'absent' | 'always' | 'never' | { readonly etag: string }

/**
 * How a write ended: `refused` if its condition did not hold (nothing is there, or something else), `conflict` if others were
 * writing at the same moment.
 */
export type Put = 'stored' | 'refused' | 'conflict'

/** The few questions that a chart repository has for a store of objects. Fails with `STORE_…` errors and as `Http` does. */
export interface Bucket {
  /** `undefined` only if the store says that nothing is there. */
  get(key: string, maxBytes: number): Promise<StoredFile | undefined>
  has(key: string): Promise<boolean>
  /** An effect, unless it happens `never`. */
  put(key: string, object: BucketObject, when: Condition): Promise<Put>
  remove(key: string): Promise<void>
}

/** Where in a bucket a repository is, as the user named it: all that this folder knows of an address. */
export interface BucketPlace {
  /** As the user wrote it. */
  readonly address: string
  /** Scheme, bucket and prefix, without a slash at the end, e.g. `s3://charts/stable`. */
  readonly name: string
  /** Between bucket and file name, without slashes at its ends; may be empty. */
  readonly prefix: string
  /** Web address of the prefix, without a slash at the end. */
  readonly url?: string
  readonly absoluteUrls: boolean
  /** Whether the store compares before it writes; `false` is a choice of the user. */
  readonly conditional: boolean
  /** An index that Helm can't load is added to all the same. */
  readonly unloadable?: 'allow'
  /** The command that removes an object, without the name of the object, e.g. `aws s3 rm`. */
  readonly remove: string
}

export function keyIn({ prefix }: Pick<BucketPlace, 'prefix'>, file: string): string {
  return prefix === '' ? file : `${prefix}/${file}`
}

/** What to type to remove a file. */
export function removalOf({ remove, name }: Pick<BucketPlace, 'remove' | 'name'>, file: string): string {
  return `${remove} ${name}/${file}`
}
