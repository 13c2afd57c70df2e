import { stampOf } from '../../chart/archive/digest.ts'
import { unified } from '../../model/text.ts'
import type { PullRequest, PullRequestText } from '../../ports/github.ts'

/** At the end of our descriptions, where GitHub does not show it: what title and description were when they were written. */
const MARK = /\n\n<!-- made by release-charts ([0-9a-f]{16}) ([0-9a-f]{16}) -->$/
/** The end of descriptions without a mark; they said themselves that edits are lost. */
const UNMARKED_END = 'To give a chart another version, raise it on the branch itself.'

/** Title and description with a mark that shows later whether somebody edited them. */
export function marked({ title, body }: PullRequestText): PullRequestText {
  return { title, body: `${body}\n\n<!-- made by release-charts ${stampOf(title)} ${stampOf(body)} -->` }
}

export interface TextChange {
  /** What is to be written; empty where all of it stands there. */
  readonly change: Partial<PullRequestText>
  /** What somebody edited, so that it stays. */
  readonly kept?: 'title' | 'description'
}

/**
 * What brings a pull request up to date without losing anything that a person wrote. If the description was edited, the title
 * stays as well: its mark can't be written any more.
 */
export function changeOf(there: Pick<PullRequest, 'title' | 'body'>, wanted: PullRequestText): TextChange {
  const { hasOurTitle, hasOurBody } = ownershipOf(there)
  if (!hasOurBody) return { change: {}, kept: 'description' }
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
