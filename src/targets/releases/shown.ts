import { digestOf, isDigest } from '../../chart/archive/digest.ts'
import type { ChartRef, Digest } from '../../model/chart.ts'
import type { GitHubRelease, GitHubReleases, ReleaseAsset } from '../../ports/github.ts'
import { type ReleaseStore, uploadedIn } from '../github-releases/release-store.ts'
import { archiveNames } from '../index/release-files.ts'
import { type ReleaseRecord, recordIn } from './record.ts'

/** What consumers see of a version. */
export interface ShownVersion {
  readonly tag: string
  /** Its archive as it is there; absent if the release does not have it. */
  readonly digest?: Digest
  /** Absent for releases that something else made. */
  readonly record?: ReleaseRecord
}

/** The public releases of versions: listed once, and asked for one by one where this run changed something. */
export interface Shown {
  /** `undefined`: no release is published under the version's tag. */
  of(ref: ChartRef): Promise<ShownVersion | undefined>
  /** As it is at this moment. */
  now(ref: ChartRef): Promise<ShownVersion | undefined>
}

export function createShown(store: ReleaseStore, releases: Pick<GitHubReleases, 'find' | 'download'>): Shown {
  const changed = new Set<string>()

  async function seen(ref: ChartRef, release: GitHubRelease | undefined): Promise<ShownVersion | undefined> {
    if (!release) return undefined
    const asset = uploadedIn(release, archiveNames(ref).archive)
    const record = recordIn(release.body)
    return { tag: release.tag, ...(asset && { digest: await digestIn(asset) }), ...(record && { record }) }
  }

  // Old servers don't tell digests.
  const digestIn = async (asset: ReleaseAsset) =>
    isDigest(asset.digest) ? asset.digest : digestOf(await releases.download(asset))

  const now = async (ref: ChartRef) => {
    changed.add(store.tagOf(ref))
    return seen(ref, await releases.find(store.tagOf(ref)))
  }

  return {
    of: async (ref) =>
      changed.has(store.tagOf(ref)) ? now(ref) : seen(ref, await store.list.published(store.tagOf(ref))),
    now,
  }
}
