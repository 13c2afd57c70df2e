import type { BuildRequest } from '../../chart/package/build.ts'
import type { ObjectId } from '../../model/chart.ts'
import { ReleaseError } from '../../model/errors.ts'
import type { Helm } from '../../ports/helm.ts'
import type { Platform } from '../../ports/platform.ts'
import type { RunnerFacts } from '../../ports/runner.ts'
import type { Settings } from '../../settings.ts'
import { absentHelm } from './absent-helm.ts'
import type { ExpectationContext } from './expected-files.ts'
import { openHandover } from './open-handover.ts'
import { takePackage } from './packages.ts'
import { type Relay, recordingRelay, replayingRelay } from './relay.ts'

/** How the part of a release works that a run is; nothing where it is all of it. */
export interface Relaying {
  readonly relay?: Relay
  /** Instead of the program. */
  readonly helm?: Helm
  /** Gives packages instead of having Helm make them. */
  readonly take?: (request: BuildRequest, context: ExpectationContext) => Promise<Uint8Array>
}

interface RelayContext {
  readonly platform: Pick<Platform, 'files' | 'clock'>
  readonly facts: RunnerFacts
  readonly settings: Pick<Settings, 'part' | 'handover' | 'handoverDigest'>
  readonly head: ObjectId
}

/** Fails as `openHandover`. */
export async function openRelay({ platform, facts, settings, head }: RelayContext): Promise<Relaying> {
  const { part, handover: folder, handoverDigest: digest } = settings
  if (part === undefined) return {}
  // Git counts in seconds.
  if (part === 'build')
    return { relay: recordingRelay(new Date(Math.floor(platform.clock.now().getTime() / 1000) * 1000)) }
  if (folder === undefined || digest === undefined) throw new ReleaseError('BUG_UNEXPECTED', 'No handover is named.')
  const { files } = platform
  const handover = await openHandover(files, { folder, digest, run: facts, head })
  return {
    relay: replayingRelay(handover),
    helm: absentHelm(handover.helm),
    take: (request, context) => takePackage({ folder, handover, files }, request, context),
  }
}
