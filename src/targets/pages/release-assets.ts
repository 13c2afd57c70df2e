import { isDigest } from '../../chart/archive/digest.ts'
import type { ChartRef } from '../../model/chart.ts'
import { ReleaseError } from '../../model/errors.ts'
import type { GitHubRelease, ReleaseAsset } from '../../ports/github.ts'
import { archiveNames, MAX_ARCHIVE_BYTES } from '../index/release-files.ts'
import type { IndexStore } from '../index/store.ts'
import type { TargetContext } from '../target.ts'
import type { PagesAddress } from './address.ts'
import { createLatestRule, never } from './latest-release.ts'
import { createReleaseList } from './release-list.ts'
import { gone, occupied, removal, spent } from './release-problems.ts'
import { assetOf, openUploads } from './uploads.ts'

/**
 * Archives as assets of GitHub Releases, the index on a branch. Assets are put into a draft, which only those see who may
 * write; it is published, for good where releases are immutable, before the index leads to it.
 */
export function openReleaseAssets(
  branch: IndexStore,
  { neverLatest }: Pick<PagesAddress, 'neverLatest'>,
  context: TargetContext,
): IndexStore {
  const { facts, settings, log } = context
  const { releases } = context.github
  const tagOf = (ref: ChartRef) => settings.tagOf?.(ref) ?? missingTag(branch.address)
  const book = createReleaseList(releases)
  const latest = neverLatest ? never : createLatestRule(releases, (ref) => settings.tagOf?.(ref))
  const uploads = openUploads({ releases, book, tagOf })

  function download(asset: ReleaseAsset): Promise<Uint8Array> {
    if (asset.size > MAX_ARCHIVE_BYTES) throw tooLarge(asset)
    return releases.download(asset)
  }

  function uploadedIn(release: GitHubRelease | undefined, file: string): ReleaseAsset | undefined {
    const asset = release && assetOf(release, file)
    return asset?.isUploaded ? asset : undefined
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

  async function reveal(ref: ChartRef): Promise<void> {
    const release = uploads.releaseOf(ref)
    if (!release) throw gone(ref, tagOf(ref))
    seen.delete(tagOf(ref))
    if (!release.isDraft) return
    const kind = await latest(ref)
    const shown = await releases.publish(release.id, kind).catch(async (error: unknown) => {
      const now = await afterRefusal(release, ref, error)
      return now.isDraft ? releases.publish(now.id, kind) : now
    })
    if (shown.isDraft || !assetOf(shown, archiveNames(ref).archive)) throw gone(ref, release.tag)
    uploads.shown(ref, shown)
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
    if (theirs.size !== own.size || theirs.digest !== own.digest) throw occupied(shown, archive)
    return shown
  }

  // One look at a release answers all that is asked of it before something changes there.
  const seen = new Map<string, Promise<GitHubRelease | undefined>>()
  async function published(ref: ChartRef, file: string): Promise<ReleaseAsset | undefined> {
    const asked = seen.get(tagOf(ref)) ?? releases.find(tagOf(ref))
    seen.set(tagOf(ref), asked)
    return uploadedIn(await asked, file)
  }

  async function sweep(): Promise<void> {
    try {
      for (const tag of await book.sweep())
        log.info(`Deleted a draft of the release ${tag}, which another run has published.`)
    } catch (error) {
      if (!(error instanceof ReleaseError)) throw error
      log.info(`Drafts that runs left could not be looked for: ${error.message}`)
    }
  }

  return {
    ...branch,
    archiveUrl: (ref) => {
      const parts = [tagOf(ref), archiveNames(ref).archive].map(encodeURIComponent)
      return [facts.serverUrl, facts.repository, 'releases/download', ...parts].join('/')
    },
    async preflight(refs) {
      if (refs[0]) tagOf(refs[0])
      const problems = await branch.preflight([])
      if (problems.length > 0) return problems
      const denied = refs.length > 0 ? await context.github.writeProblem() : undefined
      return denied ? [denied] : book.problems()
    },
    removal: (file, ref) => (ref ? removal(tagOf(ref), file) : branch.removal(file)),
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
    sweep,
    async isRevealed(ref) {
      const release = await releases.find(tagOf(ref))
      return release !== undefined && !release.isDraft && assetOf(release, archiveNames(ref).archive) !== undefined
    },
  }
}

function missingTag(address: string): never {
  throw new ReleaseError(
    'INPUT_CONFLICT',
    `The target ${address} makes a GitHub Release of each version, and releases need tags.`,
    {
      hint: 'Set `tag-template`, or leave `?packages=releases` out.',
    },
  )
}

function tooLarge({ name, size }: ReleaseAsset): ReleaseError {
  return new ReleaseError('FILE_TOO_LARGE', `${name} holds ${size} bytes; at most ${MAX_ARCHIVE_BYTES} are read.`)
}
