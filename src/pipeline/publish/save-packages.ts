import { archiveNames } from '../../model/chart.ts'
import { asReleaseError, ReleaseError } from '../../model/errors.ts'
import type { ReleaseReport } from '../../model/report.ts'
import type { ChartDecision } from '../../plan/decision/decision.ts'
import { isReplaceable } from '../../targets/index/occupied.ts'
import { MAX_ARCHIVE_BYTES } from '../../targets/index/release-files.ts'
import type { PlannedRun } from '../plan/plan-step.ts'
import { resultOf } from '../report/outcomes.ts'
import type { Run } from '../run.ts'
import type { PromotedRelease } from './promote.ts'

/**
 * Makes the folder that `packages-dir` names, also where nothing will be left in it: later steps look into it. Fails with
 * `WORKSPACE_PATH_REFUSED`, before anything is released, where that can't be, or where a file of git would be overwritten.
 */
export async function makePackagesFolder(
  { platform, settings }: Run,
  { sources }: PlannedRun,
  releases: readonly ChartDecision[],
): Promise<void> {
  const folder = settings.packagesDir.value
  if (folder === undefined) return
  const names = releases.flatMap(({ chart, version }) =>
    Object.values(archiveNames({ name: chart.manifest.name, version })),
  )
  const places = names.map((name) => `${folder}/${name}`)
  const inGit = places.find((place) => sources.tree.entry(place) !== undefined)
  if (inGit !== undefined) throw trackedFile(inGit)
  await requireNone(platform, folder, releases)
  await platform.workspace.makeFolder(folder)
}

/** Only published versions are left there, so a file of one that is not published yet is somebody else's. */
async function requireNone(
  { workspace }: Run['platform'],
  folder: string,
  releases: readonly ChartDecision[],
): Promise<void> {
  const fresh = releases.filter(({ sightings }) => sightings.every(({ presence }) => presence.state === 'absent'))
  for (const { chart, version } of fresh) {
    for (const name of Object.values(archiveNames({ name: chart.manifest.name, version }))) {
      if (await workspace.read(`${folder}/${name}`, MAX_ARCHIVE_BYTES)) throw foreignFile(`${folder}/${name}`)
    }
  }
}

/**
 * Leaves what was published in that folder, for later steps of the job: only charts that consumers can see, so that no
 * step passes on what failed. A problem is told in the report, for the release is done.
 */
export async function savePackages(
  { platform, settings }: Run,
  releases: readonly PromotedRelease[],
): Promise<Pick<ReleaseReport, 'packages' | 'problems'>> {
  const folder = settings.packagesDir.value
  const packages: string[] = []
  if (folder === undefined) return { packages, problems: [] }
  try {
    for (const release of releases.filter((one) => resultOf(one) !== 'unchanged')) {
      for (const [name, content] of await filesOf(release)) {
        const there = await platform.workspace.read(`${folder}/${name}`, MAX_ARCHIVE_BYTES)
        if (there && !isReplaceable(there, content)) throw foreignFile(`${folder}/${name}`)
        await platform.workspace.write(folder, name, content)
      }
      packages.push(`${folder}/${archiveNames(release.packaged).archive}`)
    }
    return { packages, problems: [] }
  } catch (error) {
    return { packages, problems: [asReleaseError(error)] }
  }
}

/** The archive comes last: who sees it finds what belongs to it. */
async function filesOf(release: PromotedRelease): Promise<readonly (readonly [name: string, content: Uint8Array])[]> {
  const { packaged } = release
  const { archive, provenance, signature } = archiveNames(packaged)
  const bundle = await archiveSignature(release)
  return [
    ...(packaged.provenance ? [[provenance, packaged.provenance.text] as const] : []),
    ...(bundle ? [[signature, bundle] as const] : []),
    [archive, packaged.archive],
  ]
}

/**
 * What `cosign verify-blob` takes for the archive, where a target signs that: this run's, else the one that an earlier run
 * stored. A registry signs its manifest, of which an archive in a folder knows nothing.
 */
async function archiveSignature({ staged }: PromotedRelease): Promise<Uint8Array | undefined> {
  const signed = staged.find(({ target }) => target.signs === 'archive')
  if (!signed) return undefined
  const { bundles } = signed.signatures ?? (await signed.target.signatures(signed.artifact))
  return bundles[0]?.json
}

function trackedFile(path: string): ReleaseError {
  return new ReleaseError('WORKSPACE_PATH_REFUSED', `${path} is a file of the repository, and is not overwritten.`, {
    hint: 'Name a folder in `packages-dir` that git ignores, such as `.cr-release-packages`.',
    at: { file: path },
  })
}

function foreignFile(path: string): ReleaseError {
  return new ReleaseError('WORKSPACE_PATH_REFUSED', `${path} is there already, and is not of this release.`, {
    hint: 'It is not overwritten: remove it in an earlier step, or name another folder in `packages-dir`.',
    at: { file: path },
  })
}
