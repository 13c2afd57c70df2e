import { asReleaseError, type ReleaseError } from '../../model/errors.ts'
import type { GitHubRelease, GitHubReleases, ReleaseDraft } from '../../platform/platform.ts'

/** Nobody else's draft of the same tag is published: people and other tools keep such, too. Not shown by GitHub. */
const MARK = '<!-- made by release-charts -->'

/** The releases of the repository, listed once a run: that is how the draft of a run that died is found. */
export interface ReleaseBook {
  find(tag: string): Promise<GitHubRelease | undefined>
  create(draft: ReleaseDraft): Promise<GitHubRelease>
  problems(): Promise<readonly ReleaseError[]>
}

export function createReleaseBook(releases: GitHubReleases): ReleaseBook {
  let listed: ReturnType<GitHubReleases['list']> | undefined
  const list = () => {
    listed ??= releases.list().catch((error: unknown) => {
      listed = undefined
      throw error
    })
    return listed
  }
  return {
    async find(tag) {
      const all = await list()
      const own = all.releases.filter((release) => release.tag === tag)
      const published = own.find(({ isDraft }) => !isDraft)
      if (published) return published
      const draft = own.find(({ body }) => body.endsWith(MARK))
      // Others are too far down the list, and may be published meanwhile.
      return draft ?? (all.isWhole ? undefined : releases.find(tag))
    },
    create: (draft) => releases.createDraft({ ...draft, body: `${draft.body}\n\n${MARK}`.trimStart() }),
    async problems() {
      try {
        await list()
        return []
      } catch (error) {
        return [asReleaseError(error)]
      }
    },
  }
}
