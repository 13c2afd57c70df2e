import type { ChartRef, PackagedChart } from '../model/chart.ts'
import { asReleaseError, ReleaseError } from '../model/errors.ts'
import type { ReleaseReport } from '../model/report.ts'
import type { Intent } from '../plan/intent.ts'
import type { Scene } from './look.ts'
import type { PromotedRelease } from './promote.ts'
import type { Run } from './run.ts'

const ENDINGS = ['', '.prov'] as const

/**
 * Makes the folder that `packages-dir` names, also where nothing will be left in it: later steps look into it. Fails with
 * `WORKSPACE_PATH_REFUSED`, before anything is released, where that can't be, or where a file of git would be overwritten.
 */
export async function makePackagesFolder(
  { platform, settings }: Run,
  { sources }: Scene,
  releases: readonly Intent[],
): Promise<void> {
  const folder = settings.packagesDir.value
  if (folder === undefined) return
  const names = releases.map(({ chart, version }) => archiveName({ name: chart.manifest.name, version }))
  const places = names.flatMap((name) => ENDINGS.map((ending) => `${folder}/${name}${ending}`))
  const inGit = places.find((place) => sources.tree.entry(place) !== undefined)
  if (inGit !== undefined) throw trackedFile(inGit)
  await platform.workspace.makeFolder(folder)
}

/**
 * Leaves what was published in that folder, for later steps of the job: only charts that consumers can see, so that no
 * step passes on what failed. A problem is told in the report, for the release is done.
 */
export async function leavePackages(
  { platform, settings }: Run,
  releases: readonly PromotedRelease[],
): Promise<Pick<ReleaseReport, 'packages' | 'problems'>> {
  const folder = settings.packagesDir.value
  const packages: string[] = []
  if (folder === undefined) return { packages, problems: [] }
  try {
    for (const { packaged } of releases) {
      for (const [name, content] of filesOf(packaged)) await platform.workspace.write(folder, name, content)
      packages.push(`${folder}/${archiveName(packaged)}`)
    }
    return { packages, problems: [] }
  } catch (error) {
    return { packages, problems: [asReleaseError(error)] }
  }
}

/** The archive comes last: who sees it finds what belongs to it. */
function filesOf(chart: PackagedChart): readonly (readonly [name: string, content: Uint8Array])[] {
  const name = archiveName(chart)
  const { provenance } = chart
  return [...(provenance ? [[`${name}.prov`, provenance.text] as const] : []), [name, chart.archive]]
}

function archiveName({ name, version }: ChartRef): string {
  return `${name}-${version}.tgz`
}

function trackedFile(path: string): ReleaseError {
  return new ReleaseError('WORKSPACE_PATH_REFUSED', `${path} is a file of the repository, and is not overwritten.`, {
    hint: 'Name a folder in `packages-dir` that git ignores, such as `.cr-release-packages`.',
    at: { file: path },
  })
}
