import { posix } from 'node:path'
import { archiveNames } from '../../model/chart.ts'
import { asReleaseError, ReleaseError } from '../../model/errors.ts'
import type { ReleaseReport } from '../../model/report.ts'
import type { ChartDecision } from '../../plan/decision/decision.ts'
import { isReplaceable } from '../../targets/index/occupied.ts'
import { MAX_ARCHIVE_BYTES } from '../../targets/index/release-files.ts'
import type { PromotedRelease } from '../chart-release.ts'
import { resultOf } from '../chart-release.ts'
import type { PlannedRun } from '../planned-run.ts'
import type { Run, Uses } from '../run.ts'

/**
 * Makes the folder that `packages-dir` names, even if nothing will be saved in it: later steps look into it. Fails with
 * `WORKSPACE_PATH_REFUSED`, before anything is released, if it can't be made or a file of git would be overwritten.
 */
export async function makePackagesFolder(
  { platform, settings }: Uses<never, 'workspace', 'packagesDir'>,
  { sources }: PlannedRun,
  releases: readonly ChartDecision[],
): Promise<void> {
  const folder = settings.packagesDir
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

/** Only published versions are saved there, so a file of an unpublished version comes from elsewhere. */
async function requireNone(
  { workspace }: Pick<Run['platform'], 'workspace'>,
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
 * Saves what was published in that folder, for later steps of the job: only charts that consumers can see, so that no
 * step passes on what failed. A problem is reported but not fatal: the release is already out.
 */
export async function savePackages(
  { platform, settings }: Uses<never, 'workspace', 'packagesDir'>,
  releases: readonly PromotedRelease[],
): Promise<Pick<ReleaseReport, 'packages' | 'problems'>> {
  const folder = settings.packagesDir
  const packages: string[] = []
  if (folder === undefined) return { packages, problems: [] }
  try {
    for (const release of releases.filter((one) => resultOf(one) !== 'unchanged')) {
      for (const [name, content] of await filesOf(release)) {
        const there = await platform.workspace.read(`${folder}/${name}`, MAX_ARCHIVE_BYTES)
        if (there && !isReplaceable(there, content)) throw foreignFile(`${folder}/${name}`)
        await platform.workspace.write(folder, name, content)
      }
      packages.push(posix.join(platform.workspace.folder, folder, archiveNames(release.packaged).archive))
    }
    return { packages, problems: [] }
  } catch (error) {
    return { packages, problems: [asReleaseError(error)] }
  }
}

/** The archive comes last: a step that sees it finds the files that belong to it. */
async function filesOf(release: PromotedRelease): Promise<readonly (readonly [name: string, content: Uint8Array])[]> {
  const { packaged, attestation } = release
  const names = archiveNames(packaged)
  const bundle = await archiveSignature(release)
  return [
    ...(packaged.provenance ? [[names.provenance, packaged.provenance.text] as const] : []),
    ...(bundle ? [[names.signature, bundle] as const] : []),
    // It is about the archive as well, wherever it is stored.
    ...(attestation ? [[names.attestation, attestation.bundle.json] as const] : []),
    [names.archive, packaged.archive],
  ]
}

/**
 * The bundle that `cosign verify-blob` takes for the archive, if a target signs archives: this run's, else the one that an
 * earlier run stored. A registry signs its manifest, which a saved archive does not have.
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
