import { posix } from 'node:path'
import type { PackageRequest } from '../../chart/package/package.ts'
import { cut } from '../../model/text.ts'
import { notesMarkdown } from '../../notes/markdown.ts'
import type { ChartDecision } from '../../plan/decision/decision.ts'
import { type NamedChart, settingsOf } from '../../plan/scope/chart-settings.ts'
import { redactedForPublication } from '../../report/redact.ts'
import { notesOf } from '../bump/release-notes.ts'
import type { Uses } from '../run.ts'

/** GitHub takes 125,000 characters, and more is added to them. */
const MAX_TEXT = 60_000
const MAX_BYTES = 1024 * 1024

export type NotesSource = Uses<never, 'git' | 'secrets', 'releaseNotesFile' | 'generateReleaseNotes' | 'perChart'>

interface Described {
  readonly decision: ChartDecision
  /** What the chart is packaged from. */
  readonly request: PackageRequest
  /** What its settings are looked up by, if that is not the chart of the decision. */
  readonly today?: NamedChart
}

/** What a GitHub Release says of a chart: the file that it has for that, else what changed; nothing if GitHub writes that itself. */
export async function releaseText(run: NotesSource, { decision, request, today }: Described): Promise<string> {
  const { secrets } = run.platform
  const { releaseNotesFile, generateReleaseNotes } = settingsOf(today ?? decision.chart, run.settings)
  const file = releaseNotesFile === undefined ? undefined : await textOf(run, request, releaseNotesFile)
  if (file !== undefined) return secrets.redactData(file)
  return generateReleaseNotes ? '' : notesMarkdown(redactedForPublication(notesOf(decision), secrets))
}

/** From the commit that the chart is packaged from; a link leads nowhere. */
async function textOf(
  { platform: { git } }: NotesSource,
  { path, sources }: PackageRequest,
  name: string,
): Promise<string | undefined> {
  const entry = sources.tree.entry(posix.join(path, name))
  if (!entry?.mode.startsWith('100')) return undefined
  const blob = (await git.blobs([entry.object], MAX_BYTES)).get(entry.object)
  const text = blob && Buffer.from(blob).toString().trim()
  return text ? cut(text, MAX_TEXT) : undefined
}
