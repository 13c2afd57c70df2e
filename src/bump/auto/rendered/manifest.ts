import { parseAllDocuments } from 'yaml'
import { textProblem } from '../../../chart/yaml-guard.ts'
import { maskName } from './mask.ts'

/** A resource as Helm wrote it. */
export interface Resource {
  readonly apiVersion: string
  readonly kind: string
  /** As it stands there; `key` has it masked. */
  readonly name: string
  /** What makes it the same resource in another rendering: kind, namespace where it is not the release's, masked name. */
  readonly key: string
  readonly isHook: boolean
  /** The template, from the chart's folder; empty where Helm did not say. */
  readonly source: string
  /** As Helm wrote it; equal texts need no reading. */
  readonly text: string
  readonly body: Fields
}

export type Fields = { readonly [name: string]: unknown }

/** All resources of one rendering, by key. */
export type Manifest = ReadonlyMap<string, Resource>

/** A longer document is data that somebody embedded; reading it costs seconds. */
const MAX_DOCUMENT = 4 * 1024 * 1024
const MAX_DOCUMENTS = 20_000
const RELEASE_NAMESPACE = 'release-namespace'

/** Reads what `helm template` wrote. Documents that are no YAML, or no resource, are passed over. */
export type ReadManifest = (manifests: string) => Manifest

/** A reader for the renderings of one pair: most documents are in all of them, and each text is read once. */
export function createManifestReader(): ReadManifest {
  const known = new Map<string, readonly Resource[]>()
  return (manifests) => {
    const found = new Map<string, Resource>()
    for (const text of manifests.split(/^---(?:[ \t].*)?\r?\n/m, MAX_DOCUMENTS)) {
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
  if (!/\S/.test(text) || textProblem(text, MAX_DOCUMENT)) return []
  const source = /^# Source: [^/\n]+\/(.+)$/m.exec(text)?.[1] ?? ''
  return bodiesIn(text).flatMap((body) => resourceOf(body, source, text) ?? [])
}

function bodiesIn(text: string): readonly unknown[] {
  try {
    const documents = parseAllDocuments(text, { logLevel: 'silent', uniqueKeys: false })
    if ('empty' in documents) return []
    return documents.flatMap((document) => {
      if (document.errors.length > 0) return []
      const body: unknown = document.toJS()
      return isFields(body) && body.kind === 'List' && Array.isArray(body.items) ? (body.items as unknown[]) : [body]
    })
  } catch {
    // Too many aliases: whoever writes that does not write a resource.
    return []
  }
}

function resourceOf(body: unknown, source: string, text: string): Resource | undefined {
  if (!isFields(body) || !isFields(body.metadata)) return undefined
  const { apiVersion, kind, metadata } = body
  if (typeof apiVersion !== 'string' || typeof kind !== 'string') return undefined
  const name = String(metadata.name ?? metadata.generateName ?? '')
  const namespace = metadata.namespace === undefined ? RELEASE_NAMESPACE : String(metadata.namespace)
  const place = namespace === RELEASE_NAMESPACE ? '' : `${namespace}/`
  const isHook = isFields(metadata.annotations) && 'helm.sh/hook' in metadata.annotations
  return { apiVersion, kind, name, key: `${kind}/${place}${maskName(name)}`, isHook, source, text, body }
}

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
