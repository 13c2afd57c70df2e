import type { Json } from '../../model/json.ts'
import { compareBytes, goJson } from '../yaml/go-json.ts'

export { goJson } from '../yaml/go-json.ts'

type Metadata = { readonly [key: string]: Json }

/** The annotations that a release adds to those that Helm itself would write. */
export interface ReleaseAnnotations {
  /** The release commit's time. */
  readonly created: Date
  /** Web address of the repository; used only if the chart names no source. */
  readonly source?: string
  /** Our own records (revision, fingerprint). They override the chart's annotations: later runs decide by them. */
  readonly own?: Readonly<Record<string, string>>
}

const OCI = 'org.opencontainers.image.'
const RESERVED: ReadonlySet<string> = new Set([`${OCI}title`, `${OCI}version`])

/** The bytes of Helm's config blob for `ChartManifest.metadata` (formats.md 1.2). */
export function configBlob(metadata: Metadata): Uint8Array {
  return new TextEncoder().encode(goJson(metadata))
}

/**
 * The annotations of the OCI manifest as Helm writes them (formats.md 1.3), with those of the release; keys sorted. As
 * in Helm, blank ones are left out, and the chart's own annotations override all but title and version.
 */
export function ociAnnotations(metadata: Metadata, release: ReleaseAnnotations): Readonly<Record<string, string>> {
  const generated = [
    [`${OCI}description`, text(metadata.description)],
    [`${OCI}title`, text(metadata.name)],
    [`${OCI}version`, text(metadata.version)],
    [`${OCI}url`, text(metadata.home)],
    [`${OCI}created`, rfc3339(release.created)],
    [`${OCI}source`, text(items(metadata.sources)[0]) || (release.source ?? '')],
    [`${OCI}authors`, authors(metadata)],
  ] as const
  const fromChart = Object.entries(fields(metadata.annotations)).map(([key, value]) => [key, text(value)] as const)
  const own = Object.entries(release.own ?? {})
  const changeable = [...fromChart, ...own].filter(([key]) => !RESERVED.has(key))
  const all = new Map([...generated.filter(([, value]) => value.trim() !== ''), ...changeable])
  return Object.fromEntries([...all].sort(([a], [b]) => compareBytes(a, b)))
}

/** A time as RFC 3339 in whole seconds, UTC. */
function rfc3339(time: Date): string {
  return time.toISOString().replace(/\.\d+Z$/, 'Z')
}

function authors(metadata: Metadata): string {
  return items(metadata.maintainers)
    .map((maintainer) => {
      const { name, email } = fields(maintainer)
      return text(name) + (text(email) ? ` (${text(email)})` : '')
    })
    .join(', ')
}

function text(value: Json | undefined): string {
  return typeof value === 'string' ? value : ''
}

function items(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : []
}

function fields(value: Json | undefined): Metadata {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Metadata) : {}
}
