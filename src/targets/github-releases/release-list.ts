import { createMemo } from '../../model/async/memoize.ts'
import { asReleaseError, type ReleaseError } from '../../model/errors.ts'
import type { GitHubRelease, GitHubReleases, ReleaseDraft } from '../../ports/github.ts'
import { isOnlyOurs, isOurs, marked } from './draft-mark.ts'

/** Drafts whose tag one run asks for beyond the newest releases: what dead runs left is mostly among those. */
const MOST_ASKED = 20

/** The releases of the repository, listed once a run: that is how the draft of a run that died is found. */
export interface ReleaseList {
  /** The published release of a tag, else a draft of ours whose text `fits`. */
  find(tag: string, fits?: (body: string) => boolean): Promise<GitHubRelease | undefined>
  /** The published release of a tag. */
  published(tag: string): Promise<GitHubRelease | undefined>
  /** All that are published, newest first, up to 1,000. */
  all(): Promise<readonly GitHubRelease[]>
  create(draft: ReleaseDraft): Promise<GitHubRelease>
  problems(): Promise<readonly ReleaseError[]>
  /** Deletes drafts of ours that stand beside the published release of their tag; returns the tags. */
  sweep(): Promise<readonly string[]>
}

export function createReleaseList(releases: GitHubReleases): ReleaseList {
  const listed = createMemo<Awaited<ReturnType<GitHubReleases['list']>>>()
  const list = () => listed.get(() => releases.list())
  return {
    async find(tag, fits = () => true) {
      const all = await list()
      const own = all.releases.filter((release) => release.tag === tag)
      const published = own.find(({ isDraft }) => !isDraft)
      if (published) return published
      // Others are too far down the list, and may be published meanwhile.
      const draft = own.find((one) => isOurs(one) && fits(one.body))
      return draft ?? (all.isWhole ? undefined : releases.find(tag))
    },
    async published(tag) {
      const all = await list()
      const listed = all.releases.find((release) => release.tag === tag && !release.isDraft)
      return listed ?? (all.isWhole ? undefined : releases.find(tag))
    },
    all: async () => (await list()).releases.filter(({ isDraft }) => !isDraft),
    create: (draft) => releases.createDraft({ ...draft, body: marked(draft.body) }),
    async problems() {
      try {
        await list()
        return []
      } catch (error) {
        return [asReleaseError(error)]
      }
    },
    sweep: () => sweep(releases),
  }
}

/**
 * A draft whose tag another release has can't be published any more, by nobody: so this never takes away what a run at the
 * same time is about to publish.
 */
async function sweep(releases: GitHubReleases): Promise<readonly string[]> {
  const { releases: newest, isWhole } = await releases.newest()
  const shown = new Set(newest.flatMap(({ tag, isDraft }) => (isDraft ? [] : [tag])))
  const drafts = newest.filter(isOnlyOurs)
  const unclear = isWhole ? [] : drafts.filter(({ tag }) => !shown.has(tag)).slice(0, MOST_ASKED)
  for (const { tag } of unclear) if (await releases.find(tag)) shown.add(tag)
  const left = drafts.filter(({ tag }) => shown.has(tag))
  for (const { id } of left) await releases.deleteDraft(id)
  return left.map(({ tag }) => tag)
}
