import type { ObjectId } from '../../model/chart.ts'
import { ReleaseError } from '../../model/errors.ts'
import type { Platform } from '../../ports/platform.ts'
import type { RunnerFacts } from '../../ports/runner.ts'
import type { Settings } from '../../settings.ts'
import { type Relaying, recordingRelay } from './relay.ts'

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
  // Loaded late: most runs are whole.
  const { openReleasePart } = await import('./release-part.ts')
  return openReleasePart(platform.files, { folder, digest, run: facts, head })
}
