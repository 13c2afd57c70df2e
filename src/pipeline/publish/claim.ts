import type { ObjectId } from '../../model/chart.ts'
import { ReleaseError } from '../../model/errors.ts'
import { shortCommit } from '../../model/git/commits.ts'
import { tagOf } from '../../model/git/tag-template.ts'
import { settingsOf } from '../../plan/plan.ts'
import { listensForTags } from '../../plan/scope/tag-triggers.ts'
import type { Push, PushRefusal } from '../../ports/git.ts'
import { placeOf, type SignedRelease } from '../chart-release.ts'
import { withoutDependents } from '../each-chart.ts'
import type { PlannedRun } from '../planned-run.ts'
import type { Run, Step, Uses } from '../run.ts'

/**
 * Claims each version by creating its git tag, which must not exist yet: of several runs one wins (OCI tags have no
 * compare-and-swap). A tag that is there and leads to the same release commit stands for the same bytes: it is the claim of
 * an earlier, unfinished run, or of one that does the same. Meanwhile targets look whether somebody else has made it visible.
 */
export async function claim(
  run: Uses<'history', 'git' | 'log', 'tagTemplate' | 'perChart'>,
  plannedRun: PlannedRun,
  releases: readonly SignedRelease[],
): Promise<Step<SignedRelease>> {
  const fresh = releases.filter((release) => release.staged.some((one) => !one.published))
  const tags = new Map(
    fresh.flatMap((release) => {
      const tag = tagOf(settingsOf(placeOf(release), run.settings).tagTemplate, release.packaged)
      return tag === undefined ? [] : [[tag, release] as const]
    }),
  )
  if (tags.size === 0) return { done: releases, failed: new Map() }
  for (const { staged } of tags.values())
    for (const { target, artifact, published } of staged) if (!published) target.lookAhead?.(artifact)
  const known = await plannedRun.remoteTags()
  const wanted = new Map(
    [...tags].filter(([tag]) => !known.has(tag)).map(([tag, release]) => [tag, release.packaged.revision]),
  )
  const pushed = await run.platform.git.createTags(wanted, { events: await hasListeners(run, plannedRun) })
  for (const [tag, { result }] of pushed)
    if (result !== 'rejected') run.platform.log.info(`Claimed by the git tag ${tag}.`)
  const lost = [...pushed].some(([, push]) => push.result === 'rejected')
  const now = lost ? await run.platform.git.remoteTags() : known
  const failed = new Map<string, ReleaseError>()
  for (const [tag, release] of tags) {
    const problem = await problemOf(run, release, { tag, push: pushed.get(tag), there: now.get(tag) })
    if (problem) failed.set(release.path, problem)
  }
  const done = releases.filter((release) => !failed.has(release.path))
  return withoutDependents(plannedRun.sources.charts, { done, failed })
}

/** One push for all tags is much faster, and its missing events do not matter if no workflow listens for tags. */
async function hasListeners(
  { platform: { git } }: Uses<never, 'git'>,
  { sources: { tree } }: PlannedRun,
): Promise<boolean> {
  const files = tree.paths.filter((path) => /^\.github\/workflows\/[^/]+\.ya?ml$/.test(path))
  const objects = files.flatMap((path) => tree.entry(path)?.object ?? [])
  const blobs = await git.blobs(objects)
  return listensForTags(objects.map((object) => Buffer.from(blobs.get(object) ?? []).toString()))
}

interface Claimed {
  readonly tag: string
  readonly push: Push | undefined
  readonly there: ObjectId | undefined
}

async function problemOf(
  run: Pick<Run, 'history'>,
  release: SignedRelease,
  { tag, push, there }: Claimed,
): Promise<ReleaseError | undefined> {
  if (push && push.result !== 'rejected') return undefined
  const { name, version } = release.packaged
  if (there === undefined) return notClaimed(tag, push)
  const claimed = await run.history.releaseOfClaim(release.packaged, there)
  // A version that a target shows is not packaged again: the other targets get its bytes.
  const isKnown = release.staged.some((one) => one.isListed)
  if (claimed && (isKnown || claimed.commit === release.packaged.revision)) return undefined
  const what = claimed ? 'which another run releases it from' : 'which holds other content'
  return new ReleaseError(
    'CLAIM_LOST',
    `${name} ${version} is claimed by the git tag ${tag} at ${shortCommit(there)}, ${what}.`,
    {
      hint: claimed
        ? 'Nothing is to be done while that run goes well. If it fails, run again: the content is released then.'
        : 'Another run released this version meanwhile. Run again: the next free version is taken.',
    },
  )
}

const HINTS: Readonly<Record<PushRefusal, string>> = {
  refused: 'Give the job `permissions: { contents: write }`, or set `tag-template: none` to release without git tags.',
  name: 'Git keeps names like files and folders: set a `tag-template` that gives other names, or rename the tag that is there.',
  lost: 'The connection broke, and origin does not have the tag. Run again when the git server can be reached.',
  raced: 'Somebody made and removed the tag at this moment: run again.',
}

/** The tag could not be created, and does not exist. */
function notClaimed(tag: string, push: Push | undefined): ReleaseError {
  const { reason, cause } = push?.result === 'rejected' ? push : { reason: '', cause: 'refused' as const }
  const code = cause === 'name' ? 'GIT_NAME_CONFLICT' : 'CLAIM_REFUSED'
  return new ReleaseError(code, `The git tag ${tag} can't be created: ${reason}`, { hint: HINTS[cause] })
}
