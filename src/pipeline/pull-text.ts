import { stampOf } from '../chart/digest.ts'
import { unified } from '../model/text.ts'
import type { PullRequest, PullRequestText } from '../platform/platform.ts'

/** At the end of the text of a pull request of ours, where GitHub does not show it: what title and text were when they were written. */
const MARK = /\n\n<!-- made by release-charts ([0-9a-f]{16}) ([0-9a-f]{16}) -->$/
/** So ended the texts without a mark, and told people that changes are lost. */
const UNMARKED_END = 'To give a chart another version, raise it on the branch itself.'

/** The text of a pull request, with a mark by which changes of it can be told later. */
export function marked({ title, body }: PullRequestText): PullRequestText {
  return { title, body: `${body}\n\n<!-- made by release-charts ${stampOf(title)} ${stampOf(body)} -->` }
}

export interface TextChange {
  /** What is to be written; empty where all of it stands there. */
  readonly change: Partial<PullRequestText>
  /** What somebody else changed, so that it stays; in words. */
  readonly kept?: 'title' | 'text'
}

/**
 * What brings a pull request up to date without the loss of anything that a person wrote. Where that is the text, the title
 * stays as well: there is no mark any more that says whose it is.
 */
export function changeOf(there: Pick<PullRequest, 'title' | 'body'>, wanted: PullRequestText): TextChange {
  const { hasOurTitle, hasOurBody } = ownershipOf(there)
  if (!hasOurBody) return { change: {}, kept: 'text' }
  const { title, body } = marked(wanted)
  const isTitleWanted = there.title === title
  const isBodyWanted = unified(there.body).trimEnd() === unified(body)
  const change = { ...(hasOurTitle && !isTitleWanted && { title }), ...(!isBodyWanted && { body }) }
  return { change, ...(!hasOurTitle && !isTitleWanted && { kept: 'title' }) }
}

function ownershipOf({ title, body }: Pick<PullRequest, 'title' | 'body'>) {
  const text = unified(body).trimEnd()
  const mark = MARK.exec(text)
  if (!mark) return { hasOurTitle: true, hasOurBody: text.endsWith(UNMARKED_END) }
  return { hasOurTitle: mark[1] === stampOf(title), hasOurBody: mark[2] === stampOf(text.slice(0, mark.index)) }
}
