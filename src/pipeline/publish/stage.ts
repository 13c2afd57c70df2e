import { changedDependencies, packageDifferences } from '../../chart/package/same-package.ts'
import { allOf } from '../../model/async/concurrency.ts'
import type { PackagedChart } from '../../model/chart.ts'
import { asReleaseError, ReleaseError } from '../../model/errors.ts'
import type { Subject } from '../../model/signature.ts'
import type { Presence, Published, StagedArtifact, Target } from '../../model/target.ts'
import type { PackagedRelease, StagedOn, StagedRelease } from '../chart-release.ts'
import { releaseName } from '../chart-release.ts'
import type { Run, Uses } from '../run.ts'

/**
 * Uploads a chart to every target that is given, which are its own, without making it visible. `onKnown` is told what is being
 * uploaded as soon as all of the targets know whether they have it.
 */
export async function stage(
  run: Uses<'targets' | 'provenance', 'log'>,
  release: PackagedRelease,
  onKnown?: (release: StagedRelease) => void,
): Promise<StagedRelease> {
  const chart = await withProvenance(run, { ...release.packaged, ...(await publishedArchive(release)) })
  const targets = run.targets.filter(mayStageOn(release))
  const known = new Map<Target, StagedOn>()
  const staged = await allOf(
    targets.map(async (target): Promise<StagedOn> => {
      const there = presentOn(release, target)
      // Reading back follows, through connections and with tokens of its own.
      target.warm?.(chart, { fetches: true })
      const isListed = listedOn(release, target)
      const asStaged = (artifact: StagedArtifact): StagedOn => ({
        ...{ target, artifact, subject: subjectOf(target, artifact, chart), published: there !== undefined, isListed },
      })
      const tell = (artifact: StagedArtifact) => {
        known.set(target, asStaged(artifact))
        const all = targets.flatMap((one) => known.get(one) ?? [])
        if (all.length === targets.length) onKnown?.({ ...release, packaged: chart, staged: all })
      }
      return asStaged(there ? target.adopt(chart, there) : await target.stage(chart, tell))
    }),
  )
  for (const { target, artifact } of staged)
    run.platform.log.info(`${releaseName(release)}: ${storedAs(target, artifact)}`)
  return { ...release, packaged: chart, staged, ...(chart.digest !== release.packaged.digest && { isCopied: true }) }
}

/** Only a registry gives something by its digest. */
function storedAs({ signs }: Target, { repository, digest }: StagedArtifact): string {
  return signs === 'manifest' ? `stored as ${repository}@${digest}` : `stored for ${repository} with ${digest}`
}

/**
 * What another tool published stays as it is until `adopt` says otherwise; then it counts as unsigned. Who follows other targets
 * gets nothing that it was not asked for.
 */
function mayStageOn({ decision }: PackagedRelease): (target: Target) => boolean {
  return (target) => {
    const sighting = decision.sightings.find((one) => one.target === target)
    return sighting ? sighting.evidence.state !== 'unadopted' : !target.follows
  }
}

function presentOn({ decision }: PackagedRelease, target: Target): Published | undefined {
  const presence = decision.sightings.find((sighting) => sighting.target === target)?.presence
  return presence && isHeld(presence) ? presence : undefined
}

function listedOn({ decision }: PackagedRelease, target: Target): boolean {
  return decision.sightings.some((sighting) => sighting.target === target && sighting.presence.state === 'present')
}

/** A version that is only listed can't be fetched. */
function isHeld(presence: Presence): presence is Published {
  return presence.state === 'present' && !presence.isMissing
}

/**
 * The bytes that a target already holds for this version: the other targets get those (law 4), and signatures may only be
 * put on them when they hold, file by file, what was packaged from git (law 3). `undefined` if no target holds it.
 */
async function publishedArchive({ decision, packaged }: PackagedRelease) {
  const holders = decision.sightings.filter(({ presence }) => isHeld(presence))
  const fetched = await allOf(
    holders.map(async ({ target, presence, evidence }) => {
      const digest = (presence as Published).digest
      const chart = await target.fetch({ ref: packaged, digest })
      const equal = chart.archiveDigest === packaged.digest
      const differences = equal ? [] : differencesOf(chart.archive, packaged.archive)
      if (differences.length > 0)
        throw otherContent(evidence.reference, differences, { published: chart.archive, packaged })
      return chart
    }),
  )
  const [first] = fetched
  if (!first) return undefined
  const { archive, archiveDigest: digest, provenance: text } = first
  return { archive, digest, ...(text && { provenance: { text } }) }
}

/** One file for all targets; what one of them holds already is taken over. */
async function withProvenance(run: Pick<Run, 'provenance'>, chart: PackagedChart): Promise<PackagedChart> {
  const signer = await run.provenance()
  if (!signer || chart.provenance) return chart
  return { ...chart, provenance: { text: await signer.sign(chart), publicKey: signer.publicKey } }
}

export function subjectOf(
  { signs }: Target,
  { repository, digest }: StagedArtifact,
  { archive }: Pick<PackagedChart, 'archive'>,
): Subject {
  return { repository, digest, ...(signs === 'archive' && { archive }) }
}

/** An archive that can't be read was not packaged here. */
function differencesOf(published: Uint8Array, packaged: Uint8Array): readonly string[] {
  try {
    return packageDifferences(published, packaged)
  } catch (error) {
    return [asReleaseError(error).message]
  }
}

interface Compared {
  readonly published: Uint8Array
  readonly packaged: PackagedChart
}

function otherContent(reference: string, differences: readonly string[], { published, packaged }: Compared) {
  const [changed] = changedIn(published, packaged)
  if (!changed) return foreignContent(reference, differences)
  const { name, version, repository } = changed
  return new ReleaseError(
    'DEPENDENCY_CHANGED',
    `${reference} holds other files of ${name} ${version} than ${repository} gives now: ${differences.slice(0, 3).join('; ')}.`,
    {
      hint: `What is published stays as it is, and is neither signed nor copied. Ask whoever runs the repository why ${name} ${version} changed; to package what is there now, raise the version of ${packaged.name}.`,
    },
  )
}

function changedIn(published: Uint8Array, { archive, resolved = [] }: PackagedChart) {
  try {
    return changedDependencies(published, archive, resolved)
  } catch {
    return []
  }
}

function foreignContent(reference: string, differences: readonly string[]): ReleaseError {
  return new ReleaseError(
    'PUBLISHED_CONTENT_DIFFERS',
    `${reference} does not hold what git packages for this version: ${differences.slice(0, 3).join('; ')}.`,
    {
      hint: 'Nothing is signed or copied that was not packaged from git. Find out who replaced it, and release a new version.',
    },
  )
}
