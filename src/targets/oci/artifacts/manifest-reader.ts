import { isDigest } from '../../../chart/archive/digest.ts'
import type { Digest } from '../../../model/chart.ts'
import { ReleaseError } from '../../../model/errors.ts'
import { isObject, type Json } from '../../../model/json.ts'
import { ANY_BUNDLE, OCI_INDEX } from './media-types.ts'

/** A descriptor as another tool may have written it: `raw` keeps every field in its order. */
export interface Descriptor {
  readonly mediaType: string
  readonly digest: Digest
  readonly size: number
  readonly artifactType: string | undefined
  readonly annotations: Readonly<Record<string, string>>
  readonly raw: { readonly [key: string]: Json }
}

export interface Manifest {
  readonly artifactType: string | undefined
  readonly config: Descriptor
  readonly layers: readonly Descriptor[]
  readonly subject: Descriptor | undefined
  readonly annotations: Readonly<Record<string, string>>
  readonly raw: { readonly [key: string]: Json }
}

export interface Index {
  readonly manifests: readonly Descriptor[]
  readonly raw: { readonly [key: string]: Json }
}

/** Reads an image manifest; `undefined` when the bytes are none (an index, another tool's format, garbage). */
export function readManifest(bytes: Uint8Array): Manifest | undefined {
  const raw = objectIn(bytes)
  const config = descriptorOf(raw?.config)
  const layers = layersIn(raw?.layers)
  if (!raw || !config || !layers) return undefined
  const { artifactType, annotations } = raw
  return {
    artifactType: text(artifactType),
    config,
    layers,
    subject: descriptorOf(raw.subject),
    annotations: texts(annotations),
    raw,
  }
}

/**
 * Reads an image index; `undefined` when the bytes are none. `manifests` holds the entries that can be read: one of a
 * stranger that cannot (another digest algorithm) must not hide the others, and stays in `raw`.
 */
export function readIndex(bytes: Uint8Array): Index | undefined {
  const raw = objectIn(bytes)
  const list = raw?.manifests
  if (!raw || !isList(list)) return undefined
  if (raw.mediaType !== undefined && raw.mediaType !== OCI_INDEX) return undefined
  return { manifests: list.map(descriptorOf).filter((descriptor) => descriptor !== undefined), raw }
}

/** Whether an entry says that it is a Sigstore bundle. */
export function isBundle({ artifactType }: Descriptor): boolean {
  return artifactType?.startsWith(ANY_BUNDLE) ?? false
}

/** The error for bytes that are not what they are stored as. */
export function mismatch(host: string, what: string, expected: string, found: string): ReleaseError {
  return new ReleaseError(
    'REGISTRY_DIGEST_MISMATCH',
    `${host} delivered ${what} with ${found} where ${expected} belongs`,
    {
      hint: 'Somebody changed the stored bytes, or the registry or a proxy before it is broken. Nothing was signed or promoted.',
    },
  )
}

function objectIn(bytes: Uint8Array): { readonly [key: string]: Json } | undefined {
  try {
    const content: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    return isObject(content) ? (content as { readonly [key: string]: Json }) : undefined
  } catch {
    return undefined
  }
}

function layersIn(list: Json | undefined): readonly Descriptor[] | undefined {
  if (!isList(list)) return undefined
  const found = list.map(descriptorOf)
  return found.every((descriptor) => descriptor !== undefined) ? found : undefined
}

function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value)
}

function descriptorOf(value: Json | undefined): Descriptor | undefined {
  if (!isObject(value)) return undefined
  const { mediaType, digest, size, artifactType, annotations } = value
  if (typeof mediaType !== 'string' || !isDigest(digest) || !Number.isSafeInteger(size) || Number(size) < 0)
    return undefined
  const raw = value as { readonly [key: string]: Json }
  return {
    mediaType,
    digest,
    size: Number(size),
    artifactType: text(artifactType),
    annotations: texts(annotations),
    raw,
  }
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}

function texts(value: unknown): Readonly<Record<string, string>> {
  const entries = isObject(value) ? Object.entries(value) : []
  return Object.fromEntries(entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'))
}
