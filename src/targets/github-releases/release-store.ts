import { isDigest } from '../../chart/archive/digest.ts'
import { compareVersions } from '../../chart/manifest/version.ts'
import type { ChartRef, Digest, PackagedChart } from '../../model/chart.ts'
import { ReleaseError } from '../../model/errors.ts'
import type { GitHub, GitHubRelease, ReleaseAsset } from '../../ports/github.ts'
import { archiveNames, MAX_ARCHIVE_BYTES, type NamedFiles } from '../index/release-files.ts'
import type { TargetContext } from '../target.ts'
import { createLatestRule, never } from './latest-release.ts'
import { createReleaseList, type ReleaseList } from './release-list.ts'
import { assetOccupied, gone, removal, spent } from './release-problems.ts'
import { assetOf, type DraftText, openUploads } from './uploads.ts'

/** Whose releases, and how they are made. */
export interface ReleasePlace {
  /** `owner/name` of the repository that has them. */
  readonly repository: string
  readonly github: Pick<GitHub, 'releases' | 'writeProblem'>
  /** The target's address, for messages. */
  readonly address: string
  /** No release of a chart becomes the one that GitHub shows as the latest. */
  readonly neverLatest?: true | undefined
  /** What the text of a draft is, and which drafts of earlier runs may be taken up. */
  readonly text: DraftText
}

/** Files of versions as assets of GitHub Releases: one release for each version, under its git tag. */
export interface ReleaseStore {
  /** Fails with `INPUT_CONFLICT` if versions get no tags. */
  tagOf(ref: ChartRef): string
  archiveUrl(ref: ChartRef): string
  /** Why releases can't be made; changes nothing. */
  problems(refs: readonly ChartRef[]): Promise<readonly ReleaseError[]>
  removal(file: string, ref: ChartRef): string
  stage(ref: ChartRef, files: NamedFiles, chart?: PackagedChart): Promise<void>
  /** A file as this run staged it, else as consumers get it. */
  read(ref: ChartRef, file: string): Promise<Uint8Array | undefined>
  /** The same of what is published, where one look at the release tells which files it has. */
  readListed(ref: ChartRef, file: string): Promise<Uint8Array | undefined>
  has(ref: ChartRef, file: string): Promise<boolean>
  digestOf(ref: ChartRef, file: string): Promise<Digest | undefined>
  /** Publishes the draft that this run filled. Whether it was this run that did. */
  reveal(ref: ChartRef): Promise<boolean>
  isRevealed(ref: ChartRef): Promise<boolean>
  /** Deletes drafts that nobody can publish any more. What keeps it from that is only logged. */
  sweep(): Promise<void>
  /** Versions of a chart that have a public release with their archive. */
  versions(name: string): Promise<readonly string[]>
  readonly list: ReleaseList
}

/**
 * Assets are put into a draft, which only those see who may write; it is published, for good if releases are immutable, once all
 * of it was verified.
 */
export function openReleaseStore(
  { repository, github, address, neverLatest, text }: ReleasePlace,
  { facts, settings, log }: Pick<TargetContext, 'facts' | 'settings' | 'log'>,
): ReleaseStore {
  const { releases } = github
  const tagOf = (ref: ChartRef) => settings.tagOf?.(ref) ?? missingTag(address)
  const list = createReleaseList(releases)
  const latest = neverLatest ? never : createLatestRule(releases, (ref) => settings.tagOf?.(ref))
  const versions = async (name: string) => (await list.all()).flatMap((release) => versionsIn(release, name, tagOf))

  /** Since the highest version below it that has a release. */
  async function generated(chart: PackagedChart): Promise<string> {
    const below = (await versions(chart.name)).filter((version) => compareVersions(version, chart.version) < 0)
    const [last] = below.sort((a, b) => compareVersions(b, a))
    const since = last === undefined ? undefined : tagOf({ name: chart.name, version: last })
    return releases.notesFor(tagOf(chart), { commit: chart.revision, since })
  }
  const writer = settings.generateReleaseNotes ? generated : undefined
  const uploads = openUploads({ releases, list, tagOf, text, generated: writer })

  function download(asset: ReleaseAsset): Promise<Uint8Array> {
    if (asset.size > MAX_ARCHIVE_BYTES) throw tooLarge(asset)
    return releases.download(asset)
  }

  /** What this run knows of a release's files is what GitHub answered; others are asked for. */
  async function read(ref: ChartRef, file: string): Promise<Uint8Array | undefined> {
    const own = uploads.releaseOf(ref)
    const asset = uploadedIn(own ?? (await releases.find(tagOf(ref))), file)
    if (!asset) return undefined
    return download(asset).catch(async (error: unknown) => {
      if (!own?.isDraft || !(error instanceof ReleaseError) || (await releases.get(own.id))) throw error
      const now = uploadedIn(await uploads.again(ref), file)
      return now && download(now)
    })
  }

  async function reveal(ref: ChartRef): Promise<boolean> {
    const release = uploads.releaseOf(ref)
    if (!release) throw gone(ref, tagOf(ref))
    seen.delete(tagOf(ref))
    if (!release.isDraft) return false
    const kind = await latest(ref)
    let isOwn = true
    const shown = await releases.publish(release.id, kind).catch(async (error: unknown) => {
      const now = await afterRefusal(release, ref, error)
      isOwn = now.isDraft
      return now.isDraft ? releases.publish(now.id, kind) : now
    })
    if (shown.isDraft || !assetOf(shown, archiveNames(ref).archive)) throw gone(ref, release.tag)
    uploads.shown(ref, shown)
    return isOwn
  }

  /** Another run may have published the same archive meanwhile, from a draft of its own, or somebody deleted this one. */
  async function afterRefusal(ours: GitHubRelease, ref: ChartRef, error: unknown): Promise<GitHubRelease> {
    if (!(error instanceof ReleaseError)) throw error
    const shown = await releases.find(ours.tag)
    if (!shown && /immutable/i.test(error.message)) {
      await releases.deleteDraft(ours.id)
      throw spent(ref, ours.tag, error)
    }
    if (!shown && (await releases.get(ours.id))) throw error
    if (!shown) return uploads.again(ref)
    const { archive } = archiveNames(ref)
    const [own, theirs] = [assetOf(ours, archive), assetOf(shown, archive)]
    if (!own || !theirs) throw error
    if (theirs.size !== own.size || theirs.digest !== own.digest)
      throw assetOccupied(shown, archive, { found: theirs.digest, made: own.digest })
    return shown
  }

  // One look at a release answers all that is asked of it before something changes there.
  const seen = new Map<string, Promise<GitHubRelease | undefined>>()
  async function published(ref: ChartRef, file: string): Promise<ReleaseAsset | undefined> {
    const asked = seen.get(tagOf(ref)) ?? releases.find(tagOf(ref))
    seen.set(tagOf(ref), asked)
    return uploadedIn(await asked, file)
  }

  return {
    tagOf,
    list,
    versions,
    archiveUrl: (ref) => {
      const parts = [tagOf(ref), archiveNames(ref).archive].map(encodeURIComponent)
      return [facts.serverUrl, repository, 'releases/download', ...parts].join('/')
    },
    async problems(refs) {
      const denied = refs.length > 0 ? await github.writeProblem() : undefined
      return denied ? [denied] : list.problems()
    },
    removal: (file, ref) => removal(tagOf(ref), file),
    stage(ref, files, chart) {
      seen.delete(tagOf(ref))
      return uploads.stage(ref, files, chart)
    },
    read,
    async readListed(ref, file) {
      const asset = await published(ref, file)
      return asset && download(asset)
    },
    has: async (ref, file) => (await published(ref, file)) !== undefined,
    async digestOf(ref, file) {
      const digest = (await published(ref, file))?.digest
      return isDigest(digest) ? digest : undefined
    },
    reveal,
    async isRevealed(ref) {
      const release = await releases.find(tagOf(ref))
      return release !== undefined && !release.isDraft && assetOf(release, archiveNames(ref).archive) !== undefined
    },
    sweep: () => sweep(list, log),
  }
}

function versionsIn({ tag, assets }: GitHubRelease, name: string, tagOf: (ref: ChartRef) => string): readonly string[] {
  return assets.flatMap(({ name: file }) => {
    const version = file.startsWith(`${name}-`) && file.endsWith('.tgz') ? file.slice(name.length + 1, -4) : ''
    return version !== '' && tagOf({ name, version }) === tag ? [version] : []
  })
}

/** A file of a release, unless it is what an upload that broke off has left. */
export function uploadedIn(release: GitHubRelease | undefined, file: string): ReleaseAsset | undefined {
  const asset = release && assetOf(release, file)
  return asset?.isUploaded ? asset : undefined
}

async function sweep(list: ReleaseList, log: TargetContext['log']): Promise<void> {
  try {
    for (const tag of await list.sweep())
      log.info(`Deleted a draft of the release ${tag}, which another run has published.`)
  } catch (error) {
    if (!(error instanceof ReleaseError)) throw error
    log.info(`Drafts that runs left could not be looked for: ${error.message}`)
  }
}

function missingTag(address: string): never {
  throw new ReleaseError(
    'INPUT_CONFLICT',
    `The target ${address} makes a GitHub Release of each version, and releases need tags.`,
    {
      hint: address.startsWith('pages:')
        ? 'Take `tag-template: none` out, or leave `?packages=releases` out.'
        : 'Take `tag-template: none` out, or take this target out of `targets`.',
    },
  )
}

function tooLarge({ name, size }: ReleaseAsset): ReleaseError {
  return new ReleaseError('FILE_TOO_LARGE', `${name} holds ${size} bytes; at most ${MAX_ARCHIVE_BYTES} are read.`)
}
