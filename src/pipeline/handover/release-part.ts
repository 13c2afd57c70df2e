import type { Digest, ObjectId } from '../../model/chart.ts'
import type { Files } from '../../ports/files.ts'
import { absentHelm } from './absent-helm.ts'
import type { WorkflowRun } from './handover.ts'
import { openHandover } from './open-handover.ts'
import { takePackage } from './packages.ts'
import { type Relaying, replayingRelay } from './relay.ts'

interface Named {
  readonly folder: string
  readonly digest: Digest
  readonly run: WorkflowRun
  readonly head: ObjectId
}

/** How the release part works, by what was handed over. Fails as `openHandover`. */
export async function openReleasePart(files: Files, named: Named): Promise<Relaying> {
  const handover = await openHandover(files, named)
  const { folder } = named
  return {
    relay: replayingRelay(handover),
    helm: absentHelm(handover.helm),
    take: (request, context) => takePackage({ folder, handover, files }, request, context),
  }
}
