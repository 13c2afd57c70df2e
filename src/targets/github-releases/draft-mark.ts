import { stampOf } from '../../chart/archive/digest.ts'
import { unified } from '../../model/text.ts'
import type { GitHubRelease } from '../../ports/github.ts'

/** At the end of the text of each release of ours; GitHub does not show it. */
const MARK = /<!-- made by release-charts(?: ([0-9a-f]{16}))? -->$/
const OUR_FILE = /^(.+)\.tgz(?:\.prov|(?:\.provenance)?\.sigstore\.json|\.release-charts\.json)?$/

/** The text of a release, with a mark that says what it was when it was made. */
export function marked(text: string): string {
  return `${text}\n\n<!-- made by release-charts ${stampOf(text)} -->`.trimStart()
}

/** Only our drafts are published: people and other tools keep some for the same tag, too. */
export function isOurs({ body }: Pick<GitHubRelease, 'body'>): boolean {
  return MARK.test(unified(body))
}

/**
 * Whether all of a draft is this action's work: nobody changed its text, added a file, or took it back after it was
 * published. Only such a draft may be deleted.
 */
export function isOnlyOurs({ body, assets, isDraft, wasPublished }: GitHubRelease): boolean {
  const text = unified(body)
  const stamp = MARK.exec(text)?.[1]
  const stems = new Set(assets.map(({ name }) => OUR_FILE.exec(name)?.[1]))
  const hasOnlyOurFiles = stems.size < 2 && !stems.has(undefined)
  return isDraft && !wasPublished && hasOnlyOurFiles && stamp === stampOf(text.replace(MARK, ''))
}
