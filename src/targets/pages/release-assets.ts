import { digestOf } from '../../chart/digest.ts'
import type { ChartRef, PackagedChart } from '../../model/chart.ts'
import { ReleaseError } from '../../model/errors.ts'
import type { GitHubRelease, ReleaseAsset } from '../../platform/platform.ts'
import { keyOf, MAX_ARCHIVE_BYTES, type NamedFiles, namesOf } from '../beside.ts'
import type { IndexStore } from '../index-store.ts'
import { isReplaceable, notOurs } from '../occupied.ts'
import type { TargetContext } from '../target.ts'
import type { PagesAddress } from './address.ts'
import { createLatestRule, isPrerelease, never } from './latest.ts'
import { createReleaseBook } from './release-book.ts'

/**
 * Archives as assets of GitHub Releases, the index on a branch. Assets are put into a draft, which only those see who may
 * write; it is published, for good where releases are immutable, before the index leads to it.
 */
export function openReleaseAssets(
  branch: IndexStore,
  { neverLatest }: Pick<PagesAddress, 'neverLatest'>,
  context: TargetContext,
): IndexStore {
  const { facts, settings } = context
  const { releases } = context.github
  const tagOf = (ref: ChartRef) => settings.tagOf?.(ref) ?? missingTag(branch.address)
  const book = createReleaseBook(releases)
  const latest = neverLatest ? never : createLatestRule(releases, (ref) => settings.tagOf?.(ref))
  // Each chart's files are changed one after another.
  const open = new Map<string, GitHubRelease>()

  async function releaseFor(ref: ChartRef, chart: PackagedChart | undefined): Promise<GitHubRelease> {
    const known = open.get(keyOf(ref)) ?? (await book.find(tagOf(ref)))
    if (known) return known
    if (!chart) throw gone(ref, tagOf(ref))
    return book.create({
      tag: tagOf(ref),
      name: tagOf(ref),
      body: bodyOf(chart),
      prerelease: isPrerelease(ref.version),
    })
  }

  async function stage(ref: ChartRef, files: NamedFiles, chart?: PackagedChart): Promise<void> {
    let release = await releaseFor(ref, chart)
    const { archive, signature } = namesOf(ref)
    for (const [name, content] of files) {
      const there = assetOf(release, name)
      if (there && (await isSame(there, content))) continue
      if (there && name === archive && !release.isDraft) throw occupied(release, name)
      if (release.isImmutable) throw sealed(release, ref, { name, there })
      // A draft is of this action alone, by its mark; what is published may be anybody's.
      if (there && !release.isDraft) await requireReplaceable(release, there, content)
      // A signature of other bytes is worth nothing.
      const old = [there, ...(name === archive ? [assetOf(release, signature)] : [])].filter((one) => one !== undefined)
      for (const { id } of old) await releases.deleteAsset(id)
      release = { ...release, assets: release.assets.filter((one) => !old.includes(one)) }
      const asset = await uploaded(release, name, content)
      release = { ...release, assets: [...release.assets, asset] }
      open.set(keyOf(ref), release)
    }
    open.set(keyOf(ref), release)
  }

  async function requireReplaceable({ tag }: GitHubRelease, there: ReleaseAsset, ours: Uint8Array): Promise<void> {
    // An upload that broke off holds nothing.
    if (!there.isUploaded) return
    if (there.size <= MAX_ARCHIVE_BYTES && isReplaceable(await releases.download(there), ours)) return
    throw notOurs(`${there.name} of the release ${tag}`, removal(tag, there.name))
  }

  /** Another run that works on the same draft, or a request whose answer was lost, may have been first. */
  async function uploaded(release: GitHubRelease, name: string, content: Uint8Array): Promise<ReleaseAsset> {
    const asset = await releases.upload(release, name, content).catch(async (error: unknown) => {
      if (!(error instanceof ReleaseError)) throw error
      const now = await releases.get(release.id)
      const there = now && assetOf(now, name)
      if (there && (await isSame(there, content))) return there
      throw error
    })
    if (asset.name !== name) throw renamed(asset, name)
    return asset
  }

  async function isSame(asset: ReleaseAsset, content: Uint8Array): Promise<boolean> {
    if (!asset.isUploaded || asset.size !== content.length) return false
    return (asset.digest ?? digestOf(await releases.download(asset))) === digestOf(content)
  }

  /** What this run knows of a release's files is what GitHub answered; others are asked for. */
  async function assetFor(ref: ChartRef, file: string): Promise<ReleaseAsset | undefined> {
    const release = open.get(keyOf(ref)) ?? (await releases.find(tagOf(ref)))
    const asset = release && assetOf(release, file)
    return asset?.isUploaded ? asset : undefined
  }

  async function reveal(ref: ChartRef): Promise<void> {
    const release = open.get(keyOf(ref))
    if (!release) throw gone(ref, tagOf(ref))
    if (!release.isDraft) return
    const kind = await latest(ref)
    const shown = await releases.publish(release.id, kind).catch((error: unknown) => overtaken(release, ref, error))
    if (shown.isDraft || !assetOf(shown, namesOf(ref).archive)) throw gone(ref, release.tag)
    open.set(keyOf(ref), shown)
  }

  /** Another run may have published the same archive meanwhile, from a draft of its own. */
  async function overtaken(ours: GitHubRelease, ref: ChartRef, error: unknown): Promise<GitHubRelease> {
    if (!(error instanceof ReleaseError)) throw error
    const shown = await releases.find(ours.tag)
    const { archive } = namesOf(ref)
    const [own, theirs] = [assetOf(ours, archive), shown && assetOf(shown, archive)]
    if (!shown || !own || !theirs) throw error
    if (theirs.size !== own.size || theirs.digest !== own.digest) throw occupied(shown, archive)
    if (shown.id !== ours.id) await releases.deleteDraft(ours.id)
    return shown
  }

  return {
    ...branch,
    archiveUrl: (ref) => {
      const parts = [tagOf(ref), namesOf(ref).archive].map(encodeURIComponent)
      return [facts.serverUrl, facts.repository, 'releases/download', ...parts].join('/')
    },
    async preflight(refs) {
      if (refs[0]) tagOf(refs[0])
      const problems = await branch.preflight([])
      return problems.length > 0 ? problems : book.problems()
    },
    removal: (file, ref) => (ref ? removal(tagOf(ref), file) : branch.removal(file)),
    stage,
    async read(ref, file) {
      const asset = await assetFor(ref, file)
      if (asset && asset.size > MAX_ARCHIVE_BYTES) throw tooLarge(asset)
      return asset && releases.download(asset)
    },
    has: async (ref, file) => (await assetFor(ref, file)) !== undefined,
    reveal,
  }
}

function removal(tag: string, file: string): string {
  return `gh release delete-asset ${tag} ${file}`
}

function assetOf({ assets }: GitHubRelease, name: string): ReleaseAsset | undefined {
  return assets.find((asset) => asset.name === name)
}

function bodyOf({ notes, metadata }: PackagedChart): string {
  const { description } = metadata
  return notes ?? (typeof description === 'string' ? description : '')
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

function occupied({ tag }: GitHubRelease, name: string): ReleaseError {
  return new ReleaseError('CONFLICT_TAG_TAKEN', `The release ${tag} has another ${name} than this run made.`, {
    hint: 'A published version is never overwritten: raise the version in Chart.yaml and run again.',
  })
}

/** A signature that is missing or of other bytes, mostly: GitHub takes no more files for what is published for good. */
function sealed(
  { tag }: GitHubRelease,
  ref: ChartRef,
  { name, there }: { readonly name: string; readonly there: ReleaseAsset | undefined },
): ReleaseError {
  const file = name === namesOf(ref).signature ? `signature (${name})` : name
  const how = there ? `with another ${file} than this run made` : `without its ${file}`
  const what = `The release ${tag} is immutable and was published ${how}`
  return new ReleaseError('GITHUB_RELEASE_IMMUTABLE', `${what}, and GitHub takes no more files for it.`, {
    hint: `Set \`version\` in the Chart.yaml of ${ref.name} higher than ${ref.version}, commit, and run again: that version is released with all its files, and ${tag} is left as it is.`,
  })
}

function renamed({ name }: ReleaseAsset, wanted: string): ReleaseError {
  return new ReleaseError('GITHUB_RELEASE_FAILED', `GitHub stored ${wanted} under another name, ${name}.`, {
    hint: 'Chart names and versions of plain letters, digits, dots and dashes keep their names.',
  })
}

function gone({ name, version }: ChartRef, tag: string): ReleaseError {
  return new ReleaseError(
    'GITHUB_RELEASE_FAILED',
    `The release ${tag} for ${name} ${version} is not there, or not whole.`,
    {
      hint: 'Somebody deleted it, or published it by hand, while this run worked: run again.',
    },
  )
}

function tooLarge({ name, size }: ReleaseAsset): ReleaseError {
  return new ReleaseError('FILE_TOO_LARGE', `${name} holds ${size} bytes; at most ${MAX_ARCHIVE_BYTES} are read.`)
}
