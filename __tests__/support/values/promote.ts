import { ReleaseError } from '../../../src/model/errors.ts'
import type { PublishedArtifact, StagedArtifact, Target } from '../../../src/model/target.ts'

/** Promotes a single artifact; its problem is thrown. */
export async function promoteOne(
  target: Pick<Target, 'promote'>,
  artifact: StagedArtifact,
): Promise<PublishedArtifact> {
  const [result] = await target.promote([artifact])
  if (result === undefined || result instanceof ReleaseError) throw result
  return result
}
