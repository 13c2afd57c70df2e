import { digestOf } from '../../chart/archive/digest.ts'
import type { ChartRef, PackagedChart } from '../../model/chart.ts'
import { ReleaseError } from '../../model/errors.ts'
import { cut } from '../../model/text.ts'
import type { GitHubRelease, GitHubReleases, ReleaseAsset } from '../../ports/github.ts'
import { isReplaceable, notOurs } from '../index/occupied.ts'
import { archiveNames, keyOf, MAX_ARCHIVE_BYTES, type NamedFiles } from '../index/release-files.ts'
import { isPrerelease } from './latest-release.ts'
import type { ReleaseList } from './release-list.ts'
import { assetOccupied, gone, removal, renamed, sealed } from './release-problems.ts'

/** Others can take away or fill a draft only so often while this run works on it. */
const MAX_DRAFTS = 3

/** A version with all that this run has staged of it. */
interface Wanted {
  readonly ref: ChartRef
  readonly files: NamedFiles
  /** Absent if only files are added to what is published. */
  readonly chart: PackagedChart | undefined
}

interface Work extends Wanted {
  readonly release: GitHubRelease
}

/** A file of a release that this run has other bytes for. */
interface Place {
  readonly release: GitHubRelease
  readonly ref: ChartRef
  readonly there: ReleaseAsset
}

/** The releases that this run fills with files, one per version. */
export interface Uploads {
  /** As GitHub answered last; `undefined` for a version that this run does not work on. */
  releaseOf(ref: ChartRef): GitHubRelease | undefined
  stage(ref: ChartRef, files: NamedFiles, chart?: PackagedChart): Promise<void>
  /** The same files in another draft: the one from before is gone. */
  again(ref: ChartRef): Promise<GitHubRelease>
  shown(ref: ChartRef, release: GitHubRelease): void
}

/** GitHub takes 125,000 characters. */
const MAX_NOTES = 100_000

/** The text of releases. */
export interface DraftText {
  of(chart: PackagedChart, notes: string): string
  /** Whether a draft that an earlier run made has a text that is right for this chart, too. */
  fits(text: string, chart: PackagedChart): boolean
}

/** The notes of a version, else the description of its chart: what an index says of it stands there. */
export const notesOnly: DraftText = { of: (_, notes) => notes, fits: () => true }

interface Options {
  readonly releases: GitHubReleases
  readonly list: ReleaseList
  readonly tagOf: (ref: ChartRef) => string
  readonly text: DraftText
  /** What GitHub writes of a version; absent if it is not to. */
  readonly generated: ((chart: PackagedChart) => Promise<string>) | undefined
}

/**
 * Several runs may work on one version at once, and a draft can't be locked. So no run replaces or deletes a file of a draft
 * that it found: if the bytes are not its own, it makes a draft of its own, and the first one that is published counts. A
 * draft that is taken away meanwhile (`ReleaseList.sweep`) is made anew.
 */
export function openUploads({ releases, list, tagOf, text, generated }: Options): Uploads {
  // Each version's files are changed one after another.
  const open = new Map<string, Work>()

  async function made({ ref, chart }: Wanted): Promise<GitHubRelease> {
    const tag = tagOf(ref)
    if (!chart) throw gone(ref, tag)
    const notes = notesOf(chart, await generated?.(chart))
    return list.create({ tag, name: tag, body: text.of(chart, notes), prerelease: isPrerelease(ref.version) })
  }

  async function fillAll(wanted: Wanted, first: GitHubRelease | undefined): Promise<GitHubRelease> {
    const { ref } = wanted
    let release = first ?? (await made(wanted))
    for (let count = 1; ; count += 1) {
      const filled = await fill(release, wanted)
      open.set(keyOf(ref), { ...wanted, release: filled ?? release })
      if (filled) return filled
      if (count === MAX_DRAFTS) throw gone(ref, tagOf(ref))
      // What was published meanwhile stays as it is: it is compared when this one is to be published.
      release = (wanted.chart ? undefined : await releases.find(tagOf(ref))) ?? (await made(wanted))
    }
  }

  /** `undefined`: this release can't take the files any more, or is gone. */
  async function fill(first: GitHubRelease, { ref, files }: Wanted): Promise<GitHubRelease | undefined> {
    let release = first
    for (const [name, content] of files) {
      const there = assetOf(release, name)
      if (there && (await isSame(releases, there, content))) continue
      if (there && release.isDraft) return undefined
      if (there) await makeRoom({ release, ref, there }, content)
      else if (release.isImmutable) throw sealed(release, ref, { name, there })
      const asset = await uploaded(release, name, content)
      if (!asset) return undefined
      release = { ...release, assets: [...release.assets.filter((one) => one !== there), asset] }
    }
    return release
  }

  /** In a published release only what is about the same archive is ever replaced: a signature that does not verify, half a file. */
  async function makeRoom({ release, ref, there }: Place, content: Uint8Array): Promise<void> {
    if (there.name === archiveNames(ref).archive && there.isUploaded) throw assetOccupied(release, there.name)
    if (release.isImmutable) throw sealed(release, ref, { name: there.name, there })
    await requireReplaceable(releases, { release, there }, content)
    await releases.deleteAsset(there.id)
  }

  /** `undefined`: somebody else was first with a file of this name, or took the release away. */
  async function uploaded(
    release: GitHubRelease,
    name: string,
    content: Uint8Array,
  ): Promise<ReleaseAsset | undefined> {
    const asset = await releases.upload(release, name, content).catch(async (error: unknown) => {
      if (!(error instanceof ReleaseError)) throw error
      const now = await releases.get(release.id)
      const there = now && assetOf(now, name)
      if (there && (await isSame(releases, there, content))) return there
      if (!now || there || now.isDraft !== release.isDraft) return undefined
      throw error
    })
    if (asset && asset.name !== name) throw renamed(asset, name)
    return asset
  }

  return {
    releaseOf: (ref) => open.get(keyOf(ref))?.release,
    async stage(ref, files, chart) {
      const before = open.get(keyOf(ref))
      const wanted = { ref, files: new Map([...(before?.files ?? []), ...files]), chart: chart ?? before?.chart }
      const fits = (body: string) => !chart || text.fits(body, chart)
      await fillAll(wanted, before?.release ?? (await list.find(tagOf(ref), fits)))
    },
    async again(ref) {
      const work = open.get(keyOf(ref))
      if (!work) throw gone(ref, tagOf(ref))
      return fillAll(work, undefined)
    },
    shown(ref, release) {
      const work = open.get(keyOf(ref))
      if (work) open.set(keyOf(ref), { ...work, release })
    },
  }
}

/** What is published may be anybody's. An upload that broke off holds nothing. */
async function requireReplaceable(
  releases: Pick<GitHubReleases, 'download'>,
  { release: { tag }, there }: Pick<Place, 'release' | 'there'>,
  content: Uint8Array,
): Promise<void> {
  if (!there.isUploaded) return
  if (there.size <= MAX_ARCHIVE_BYTES && isReplaceable(await releases.download(there), content)) return
  throw notOurs(`${there.name} of the release ${tag}`, removal(tag, there.name))
}

export function assetOf({ assets }: GitHubRelease, name: string): ReleaseAsset | undefined {
  return assets.find((asset) => asset.name === name)
}

export async function isSame(
  releases: Pick<GitHubReleases, 'download'>,
  asset: ReleaseAsset,
  content: Uint8Array,
): Promise<boolean> {
  if (!asset.isUploaded || asset.size !== content.length) return false
  return (asset.digest ?? digestOf(await releases.download(asset))) === digestOf(content)
}

function notesOf({ notes, metadata }: PackagedChart, generated: string | undefined): string {
  const { description } = metadata
  const told = [notes, generated].filter((text) => text).join('\n\n')
  return cut(told || (typeof description === 'string' ? description : ''), MAX_NOTES)
}
