import { digestOf } from '../../../chart/archive/digest.ts'
import { configBlob, goJson, ociAnnotations } from '../../../chart/manifest/metadata.ts'
import type { Digest, PackagedChart } from '../../../model/chart.ts'
import type { Published } from '../../../model/target.ts'
import { type Descriptor, type Manifest, readManifest } from '../artifacts/manifest-reader.ts'
import { HELM_CHART, HELM_CHART_LEGACY, HELM_CONFIG, HELM_PROVENANCE } from '../artifacts/media-types.ts'

/** What we record beside what Helm writes: later runs decide by these. */
export const FINGERPRINT = 'io.github.release-charts.fingerprint'
export const APP_VERSION = 'io.github.release-charts.app-version'
export const REVISION = 'org.opencontainers.image.revision'
const CREATED = 'org.opencontainers.image.created'

/** A chart as it lies in a registry: its blobs and the manifest that names them. */
export interface ChartContent {
  readonly manifest: Uint8Array
  readonly digest: Digest
  readonly blobs: readonly Uint8Array[]
}

/**
 * The manifest that Helm would write for this archive, to the byte (formats.md 1.1 to 1.3), with `created` from the
 * release commit, plus our annotations. The same chart gives the same bytes at any time and place.
 */
export function chartContent(chart: PackagedChart): ChartContent {
  const { metadata, archive, created, repositoryUrl, appVersion } = chart
  const config = configBlob(metadata)
  const prov = chart.provenance?.text
  const own = {
    [REVISION]: chart.revision,
    [FINGERPRINT]: chart.fingerprint,
    ...(appVersion !== undefined && { [APP_VERSION]: appVersion }),
  }
  const annotations = ociAnnotations(metadata, { created, own, ...(repositoryUrl && { source: repositoryUrl }) })
  // As Helm has it: by digest, so that the provenance may come first.
  const layers = [described(HELM_CHART, archive), ...(prov ? [described(HELM_PROVENANCE, prov)] : [])]
  layers.sort((a, b) => (a.digest < b.digest ? -1 : 1))
  const manifest = Buffer.from(
    goJson({
      schemaVersion: 2,
      config: described(HELM_CONFIG, config),
      layers,
      annotations,
    }),
  )
  return { manifest, digest: digestOf(manifest), blobs: [config, archive, ...(prov ? [prov] : [])] }
}

function described(mediaType: string, bytes: Uint8Array) {
  return { mediaType, digest: digestOf(bytes), size: bytes.length }
}

/** What a chart's manifest names. */
export interface ChartLayout {
  readonly config: Descriptor
  readonly archive: Descriptor
  readonly provenance?: Descriptor
  readonly manifest: Manifest
}

/** The parts of a Helm chart's manifest; `undefined` when the bytes are no chart or one with several archives. */
export function readChart(bytes: Uint8Array): ChartLayout | undefined {
  const manifest = readManifest(bytes)
  if (manifest?.config.mediaType !== HELM_CONFIG) return undefined
  const archives = manifest.layers.filter(
    ({ mediaType }) => mediaType === HELM_CHART || mediaType === HELM_CHART_LEGACY,
  )
  const [archive] = archives
  const provenance = manifest.layers.find(({ mediaType }) => mediaType === HELM_PROVENANCE)
  if (!archive || archives.length !== 1) return undefined
  return { config: manifest.config, archive, ...(provenance && { provenance }), manifest }
}

/** What the manifest records of its release. Texts from outside: ill-formed ones are left out. */
export function recordsIn({ annotations }: Pick<Manifest, 'annotations'>): Pick<
  Published,
  'fingerprint' | 'appVersion' | 'revision'
> & {
  readonly created?: Date
} {
  const { [FINGERPRINT]: fingerprint, [APP_VERSION]: appVersion, [REVISION]: revision } = annotations
  const created = new Date(annotations[CREATED] ?? Number.NaN)
  return {
    ...(isShort(fingerprint) && { fingerprint }),
    ...(isShort(appVersion) && { appVersion }),
    ...(revision !== undefined && /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(revision) && { revision }),
    ...(!Number.isNaN(created.getTime()) && { created }),
  }
}

function isShort(text: string | undefined): text is string {
  return text !== undefined && text.length > 0 && text.length <= 256 && !/\p{Cc}/u.test(text)
}
