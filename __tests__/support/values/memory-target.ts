import type { ChartRef, PackagedChart } from '../../../src/model/chart.ts'
import type { PublishedArtifact, Target } from '../../../src/model/target.ts'
import { artifactOf, aTarget } from './pipeline.ts'

export interface PublishingTarget extends Target {
  /** What consumers see, by `name version`. */
  readonly visible: Map<string, PackagedChart>
}

const keyOf = ({ name, version }: ChartRef) => `${name} ${version}`

/** A target in memory that shows a version when it is promoted, and not before. */
export function memoryTarget(address = 'oci://registry.test/charts', changes: Partial<Target> = {}): PublishingTarget {
  const staged = new Map<string, PackagedChart>()
  const visible = new Map<string, PackagedChart>()
  const plain = aTarget(address)
  return {
    ...plain,
    visible,
    find: async (ref) => {
      const there = visible.get(keyOf(ref))
      if (!there) return { state: 'absent' }
      const { digest, fingerprint, revision, appVersion } = there
      return {
        ...{ state: 'present', digest, fingerprint, revision, signed: 'none' },
        ...(appVersion !== undefined && { appVersion }),
      }
    },
    versions: async (name) => [...visible.values()].flatMap((one) => (one.name === name ? [one.version] : [])),
    stage: async (chart) => {
      staged.set(keyOf(chart), chart)
      return artifactOf(address, chart)
    },
    fetch: async ({ ref, digest }) => {
      const { archive, digest: archiveDigest } = visible.get(keyOf(ref)) ?? staged.get(keyOf(ref)) ?? {}
      if (!archive || !archiveDigest) throw new Error(`there is no ${keyOf(ref)}`)
      return { digest, archive, archiveDigest }
    },
    promote: async (artifacts) =>
      artifacts.map((artifact): PublishedArtifact => {
        const chart = staged.get(keyOf(artifact.ref))
        const changed = chart !== undefined && !visible.has(keyOf(artifact.ref))
        if (chart && changed) visible.set(keyOf(artifact.ref), chart)
        return { ...artifact, reference: plain.reference(artifact.ref), changed }
      }),
    ...changes,
  }
}
