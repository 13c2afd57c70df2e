import { digestOf } from '../../chart/archive/digest.ts'
import type { Digest, PackagedChart } from '../../model/chart.ts'
import { ReleaseError } from '../../model/errors.ts'
import type { PackagedRelease } from '../chart-release.ts'
import type { PlannedRun } from '../planned-run.ts'
import type { Progress } from '../progress.ts'
import type { Uses } from '../run.ts'
import { archiveName, HANDOVER_FILE, type HandedPackage } from './handover.ts'
import type { Recording } from './relay.ts'
import { handoverJson } from './to-json.ts'

const NO_HELM = 'none'

/** What the build part made. */
export interface Made {
  readonly packaged: readonly Pick<PackagedRelease, 'packaged'>[]
  readonly progress: Pick<Progress, 'failed'>
}

/**
 * Leaves everything that the release part needs in the folder that `handover` names, the file that names all others last. Returns
 * the digest of that file.
 */
export async function handOver(
  run: Uses<'facts' | 'helm', 'files' | 'journal' | 'secrets', 'handover'>,
  relay: Pick<Recording, 'bumpedAt' | 'recorded'>,
  { head }: Pick<PlannedRun, 'head'>,
  { packaged, progress }: Made,
): Promise<Digest> {
  const folder = run.settings.handover
  if (folder === undefined) throw new ReleaseError('BUG_UNEXPECTED', 'There is no folder to hand over in.')
  const { files, journal, secrets } = run.platform
  const archives = new Map(packaged.map(({ packaged: chart }) => [archiveName(chart), chart]))
  const json = handoverJson(
    {
      ...relay.recorded,
      ...{ run: run.facts, head, bumpedAt: relay.bumpedAt, failed: progress.failed },
      // A run with nothing to package needs no Helm.
      helm: archives.size > 0 ? (await run.helm()).version : NO_HELM,
      packages: [...archives.values()].map(handed),
    },
    secrets.redact,
  )
  await journal.effect('handover', async () => {
    for (const [name, { archive }] of archives) await files.write(`${folder}/${name}`, archive)
    await files.write(`${folder}/${HANDOVER_FILE}`, json)
  })
  return digestOf(json)
}

function handed({ name, version, digest, archive }: PackagedChart): HandedPackage {
  return { name, version, digest, bytes: archive.length }
}
