import { posix } from 'node:path'
import { setAnnotation } from '../../chart/edit/set-annotation.ts'
import { readChartYaml } from '../../chart/manifest/chart-yaml.ts'
import { asReleaseError, ReleaseError } from '../../model/errors.ts'
import { createTreePaths, type TreePaths } from '../../model/git/tree-paths.ts'
import type { ReleaseNote } from '../../model/report.ts'
import { artifactHubChanges, CHANGES } from '../../notes/artifact-hub.ts'
import { withSection } from '../../notes/changelog.ts'
import { releaseNotes } from '../../notes/notes.ts'
import type { ChartDecision } from '../../plan/decision/decision.ts'
import { settingsOf } from '../../plan/plan.ts'
import { redactedForPublication } from '../../report/redact.ts'
import type { PlannedRun } from '../planned-run.ts'
import type { Uses } from '../run.ts'
import { versionsStayOutOfGit } from '../run.ts'

/** What a chart's release means for its users, as far as the run looked. */
export function notesOf({
  allFindings: found = [],
  previous,
  edits,
  chart,
  dependencies = [],
}: ChartDecision): readonly ReleaseNote[] {
  const { appVersion: to } = edits
  const appVersion = to === undefined ? undefined : { from: chart.manifest.appVersion, to }
  return releaseNotes(found, { since: previous, appVersion, dependencies })
}

/** As they go into files of the chart: a commit message may hold what nobody should see. */
function publishedNotes({ platform }: Uses<never, 'secrets'>, decision: ChartDecision): readonly ReleaseNote[] {
  return redactedForPublication(notesOf(decision), platform.secrets)
}

export interface NotesEdits {
  /** Whole texts by path. */
  readonly files: ReadonlyMap<string, string>
  /** Why a chart's notes can't be written, by folder. */
  readonly problems: ReadonlyMap<string, ReleaseError>
}

/**
 * The files that notes of bumped charts are written into, over the `edited` ones. A version that was raised by hand has the
 * notes that its author wrote. Where git stays as it is there is no changelog, for it would begin anew with every release.
 */
export async function notesEdits(
  run: Uses<'facts' | 'relay', 'git' | 'clock' | 'secrets', 'commit' | 'releaseNotes' | 'perChart'>,
  plannedRun: PlannedRun,
  releases: readonly ChartDecision[],
  edited: ReadonlyMap<string, string>,
): Promise<NotesEdits> {
  const files = new Map<string, string>()
  const problems = new Map<string, ReleaseError>()
  const { tree } = plannedRun.sources
  const treePaths = createTreePaths(tree.paths.flatMap((path) => tree.entry(path) ?? []))
  for (const decision of releases.filter(({ action }) => action === 'bump')) {
    const { chart } = decision
    const places = settingsOf(chart, run.settings).releaseNotes
    try {
      if (places.includes('artifacthub')) {
        const { file } = chart.manifest
        const manifest = readChartYaml(edited.get(file) ?? chart.manifest.text, file)
        files.set(file, setAnnotation(manifest, CHANGES, artifactHubChanges(publishedNotes(run, decision))))
      }
      if (places.includes('changelog') && !versionsStayOutOfGit(run)) {
        const file = posix.join(chart.path, 'CHANGELOG.md')
        files.set(file, await changelogOf(run, plannedRun, decision, { file, places: treePaths }))
      }
    } catch (error) {
      problems.set(chart.path, asReleaseError(error))
    }
  }
  return { files, problems }
}

async function changelogOf(
  run: Uses<'facts' | 'relay', 'git' | 'clock' | 'secrets', 'commit' | 'releaseNotes' | 'perChart'>,
  plannedRun: PlannedRun,
  decision: ChartDecision,
  { file, places }: { readonly file: string; readonly places: TreePaths },
): Promise<string> {
  const obstacle = places.obstacleTo(file)
  if (obstacle) throw notWritten(file, `${obstacle.path} ${obstacle.what}`)
  const object = plannedRun.sources.tree.entry(file)?.object
  const text = object === undefined ? undefined : textIn((await run.platform.git.blobs([object])).get(object), file)
  const section = {
    version: decision.version,
    date: await dateOf(run, plannedRun),
    notes: publishedNotes(run, decision),
  }
  return withSection(text, section)
}

/** A proposal is made anew by every run: with the date of the day it would be another one each day. */
async function dateOf(
  run: Uses<'facts' | 'relay', 'git' | 'clock' | 'secrets', 'commit' | 'releaseNotes' | 'perChart'>,
  { head }: PlannedRun,
): Promise<Date> {
  return run.settings.commit === 'pull-request' ? run.platform.git.commitTime(head) : bumpTime(run)
}

/** Of two parts of a release that write the same bump, both take the time of the first. */
export function bumpTime({ relay, platform: { clock } }: Uses<'relay', 'clock'>): Date {
  return relay?.bumpedAt ?? clock.now()
}

/** Every other byte must stay: what can't be read whole is not written either. */
function textIn(blob: Uint8Array | undefined, file: string): string {
  if (!blob) throw notWritten(file, 'it is too large to be read')
  const text = Buffer.from(blob).toString()
  if (Buffer.from(text).equals(blob)) return text
  throw notWritten(file, 'it is not UTF-8')
}

function notWritten(file: string, why: string): ReleaseError {
  return new ReleaseError('PATH_OCCUPIED', `The release notes can't be added to ${file}: ${why}.`, {
    hint: 'Put a plain text file there, or leave `changelog` out of `release-notes`.',
    at: { file },
  })
}
