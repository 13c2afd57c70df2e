import { type Backoff, backoffMs } from '../../../model/async/backoff.ts'
import { mapConcurrent } from '../../../model/async/concurrency.ts'
import { asReleaseError, ReleaseError } from '../../../model/errors.ts'
import type { Clock } from '../../../ports/process.ts'
import type { Log } from '../../../ports/runner.ts'
import { keepUpload, openUpload } from '../artifacts/uploads.ts'
import type { RegistryClient } from '../transport/client.ts'
import type { Ecr } from './api.ts'
import type { NewRepository } from './options.ts'

export interface CreationContext {
  readonly client: RegistryClient
  readonly ecr: Ecr
  readonly clock: Clock
  readonly log: Pick<Log, 'info'>
  /** Repositories that are missing; those that are there now are taken out. */
  readonly missing: Set<string>
}

// The API takes a few creations a second.
const AT_ONCE = 2
const TRIES = 5
const BACKOFF: Backoff = { firstMs: 500, longestMs: 8_000, jitter: 0.5 }

/** Creates repositories, and waits until each can be pushed to. The findings of all of them together. */
export async function createRepositories(
  context: CreationContext,
  repositories: readonly string[],
  settings: NewRepository,
): Promise<readonly ReleaseError[]> {
  const outcomes = await mapConcurrent(repositories, AT_ONCE, (repository) =>
    createOne(context, repository, settings).catch(asReleaseError),
  )
  return outcomes.filter((outcome) => outcome !== undefined)
}

async function createOne(context: CreationContext, repository: string, settings: NewRepository): Promise<undefined> {
  const { client, ecr, log, missing } = context
  const isNew = await repeated(context, 'REGISTRY_THROTTLED', () => ecr.create(repository, settings))
  log.info(`${client.host}/${repository} ${isNew ? 'was created.' : 'was created by somebody else a moment ago.'}`)
  // What the API has created, the registry may not know yet.
  const session = await repeated(context, 'REGISTRY_NOT_FOUND', () => openUpload(client, repository, { effect: false }))
  keepUpload(client, repository, Promise.resolve(session))
  missing.delete(repository)
}

/** Tries again while the error is the one that passes. */
async function repeated<T>({ clock }: CreationContext, passing: string, work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await work()
    } catch (thrown) {
      if (!(thrown instanceof ReleaseError) || thrown.code !== passing || tries === TRIES) throw thrown
      await clock.sleep(backoffMs(BACKOFF, tries, clock))
    }
  }
}
