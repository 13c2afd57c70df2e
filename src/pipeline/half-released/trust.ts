import type { ObjectId } from '../../model/chart.ts'
import type { FetchedChart, Published } from '../../model/target.ts'
import type { RecordedRelease } from '../../plan/published/half-released.ts'
import type { PackagedRelease } from '../chart-release.ts'
import type { HalfRelease } from '../half-release.ts'
import { subjectOf } from '../publish/stage.ts'
import { signingOf, type Uses } from '../run.ts'
import { unverified } from './words.ts'

/**
 * A record can be written by everybody who may push any ref, so it must not be a way to a signature. Either the bytes are
 * those of a commit that the branch of this run holds, with nothing laid over it; or what is public already has all the
 * signatures that this run would make. Fails with `HALF_RELEASE_UNVERIFIED`.
 */
export async function requireAccountable(
  run: Uses<'signing' | 'provenance', 'git', 'sign' | 'perChart'>,
  head: ObjectId,
  half: HalfRelease,
  { packaged }: PackagedRelease,
): Promise<void> {
  const { release } = half
  if (release.overlay.size === 0 && (await isOnBranch(run, release, head))) return
  const [signing, provenance] = [await signingOf(run, half.today), await run.provenance()]
  let isSigned = signing === undefined
  let hasProvenance = provenance === undefined
  for (const { target, presence } of publicIn(half)) {
    const known: Published = presence.state === 'present' ? presence : unlisted(packaged.digest)
    const artifact = target.adopt(release, known)
    const fetched: Partial<FetchedChart> = presence.state === 'present' ? await target.fetch(artifact) : {}
    const subject = subjectOf(target, artifact, { archive: fetched.archive ?? packaged.archive })
    const stored = signing && (await target.signatures(artifact))
    isSigned ||=
      stored !== undefined && (await signing?.verifier.judge(subject, stored, signing.ours))?.missing.length === 0
    hasProvenance ||= fetched.provenance !== undefined
  }
  if (!isSigned || !hasProvenance) throw unverified(release)
}

function publicIn({ sightings, evidence }: HalfRelease) {
  return sightings.filter((_, index) => ['same', 'partly'].includes(evidence[index]?.state ?? ''))
}

/** An archive that no index lists yet is what git packages, or staging it fails. */
function unlisted(digest: Published['digest']): Published {
  return { state: 'present', digest, signed: 'none' }
}

async function isOnBranch(
  { platform: { git } }: Uses<never, 'git'>,
  { commit }: RecordedRelease,
  head: ObjectId,
): Promise<boolean> {
  if (await git.isAncestor(commit, head)) return true
  if (!(await git.isShallow())) return false
  await git.unshallow()
  return git.isAncestor(commit, head)
}
