import { parseAllDocuments } from 'yaml'
import { textProblem } from '../../../../chart/yaml/guard.ts'
import { maskName, withoutReleaseLabels } from './volatile-text.ts'

/** A resource as Helm wrote it. */
export interface Resource {
  readonly apiVersion: string
  readonly kind: string
  /** As written; `key` has it masked. */
  readonly name: string
  /** Identifies the same resource in another rendering: kind, namespace if it is not the release's, masked name. */
  readonly key: string
  readonly isHook: boolean
  /** The template, from the chart's folder; empty if Helm did not name it. */
  readonly source: string
  /** As Helm wrote it, without the labels that move with every release; equal texts need no parsing. */
  readonly text: string
  /** Its fields, parsed when first used; none if it is not YAML that we can read. */
  readonly body: () => Fields
}

export type Fields = { readonly [name: string]: unknown }

/** All resources of one rendering, by key. */
export type Manifest = ReadonlyMap<string, Resource>

/** A longer document is embedded data; parsing it takes seconds. */
const MAX_DOCUMENT = 4 * 1024 * 1024
const MAX_DOCUMENTS = 20_000
const RELEASE_NAMESPACE = 'release-namespace'

/** Reads the output of `helm template`. Documents that are not YAML, or not a resource, are skipped. */
export type ReadManifest = (manifests: string) => Manifest

/** A reader for the renderings of one pair: most documents are in all of them, and each text is parsed once. */
export function createManifestReader(): ReadManifest {
  const known = new Map<string, readonly Resource[]>()
  return (manifests) => {
    const found = new Map<string, Resource>()
    for (const text of withoutReleaseLabels(manifests).split(/^---(?:[ \t].*)?\r?\n/m, MAX_DOCUMENTS)) {
      const resources = known.get(text) ?? resourcesIn(text)
      known.set(text, resources)
      for (const resource of resources) {
        const key = freeKey(resource.key, found)
        found.set(key, key === resource.key ? resource : { ...resource, key })
      }
    }
    return found
  }
}

function freeKey(key: string, found: ReadonlyMap<string, Resource>): string {
  if (!found.has(key)) return key
  let copy = 2
  while (found.has(`${key} (${copy})`)) copy += 1
  return `${key} (${copy})`
}

function resourcesIn(text: string): readonly Resource[] {
  if (!/\S/.test(text)) return []
  const seen = identityAtSight(text)
  if (seen) return [{ ...seen, text, source: sourceOf(text), body: once(() => bodiesIn(text)[0]) }]
  return bodiesIn(text).flatMap((body) => {
    const identity = identityOf(body)
    return identity ? [{ ...identity, text, source: sourceOf(text), body: () => body }] : []
  })
}

function sourceOf(text: string): string {
  return /^# Source: [^/\n]+\/(.+)$/m.exec(text)?.[1] ?? ''
}

function once(read: () => Fields | undefined): () => Fields {
  let body: Fields | undefined
  return () => {
    body ??= read() ?? {}
    return body
  }
}

/** The fields of each resource in a document; for a `List` those of its items. */
function bodiesIn(text: string): readonly Fields[] {
  if (textProblem(text, MAX_DOCUMENT)) return []
  try {
    const documents = parseAllDocuments(text, { logLevel: 'silent', uniqueKeys: false })
    if ('empty' in documents) return []
    return documents.flatMap((document) => {
      if (document.errors.length > 0) return []
      const body: unknown = document.toJS()
      const all = isFields(body) && body.kind === 'List' && Array.isArray(body.items) ? body.items : [body]
      return all.filter(isFields)
    })
  } catch {
    // Too many aliases: that is not a resource.
    return []
  }
}

type Identity = Pick<Resource, 'apiVersion' | 'kind' | 'name' | 'key' | 'isHook'>

const SCALAR = `["']?([\\w.:/-]+)["']?[ \\t]*(?:#.*)?$`
const API_VERSION = new RegExp(`^apiVersion:[ \\t]+${SCALAR}`, 'm')
const KIND = new RegExp(`^kind:[ \\t]+${SCALAR}`, 'm')
const METADATA = /^metadata:[ \t]*\n((?:[ \t]+.*\n|[ \t]*#.*\n|\n)+)/m

/** Most documents are written in the usual form, and are identified without parsing. */
function identityAtSight(text: string): Identity | undefined {
  const [apiVersion, kind] = [API_VERSION.exec(text)?.[1], KIND.exec(text)?.[1]]
  const metadata = METADATA.exec(text)?.[1]
  if (!apiVersion || !kind || !metadata || kind === 'List' || text.includes('helm.sh/hook')) return undefined
  const indent = /^ +/m.exec(metadata)?.[0] ?? ''
  const field = (name: string) => new RegExp(`^${indent}${name}:[ \\t]+${SCALAR}`, 'm').exec(metadata)?.[1]
  const name = field('name')
  const namespace = field('namespace')
  // Any other form is left to the parser.
  if (!name || (!namespace && new RegExp(`^${indent}namespace:`, 'm').test(metadata))) return undefined
  return identity(apiVersion, kind, { name, namespace, isHook: false })
}

function identityOf(body: Fields): Identity | undefined {
  const { apiVersion, kind, metadata } = body
  if (!isFields(metadata) || typeof apiVersion !== 'string' || typeof kind !== 'string') return undefined
  return identity(apiVersion, kind, {
    name: String(metadata.name ?? metadata.generateName ?? ''),
    namespace: metadata.namespace === undefined || metadata.namespace === null ? undefined : String(metadata.namespace),
    isHook: isFields(metadata.annotations) && 'helm.sh/hook' in metadata.annotations,
  })
}

interface Named {
  readonly name: string
  readonly namespace: string | undefined
  readonly isHook: boolean
}

function identity(apiVersion: string, kind: string, { name, namespace, isHook }: Named): Identity {
  const place = namespace === undefined || namespace === RELEASE_NAMESPACE ? '' : `${namespace}/`
  return { apiVersion, kind, name, key: `${kind}/${place}${maskName(name)}`, isHook }
}

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
