import { ReleaseError } from '../../model/errors.ts'
import type { RunnerFacts } from '../../ports/runner.ts'
import type { Claims } from './claims.ts'

type Told = Pick<RunnerFacts, 'repository' | 'ref' | 'sha' | 'runId'>

/**
 * What a job that promises more than its caller could must be sure of: GitHub says where it runs and for what, and the variables of
 * the job say the same. Nobody can change what the token says. Fails with `RUNNER_NOT_HOSTED`, `ENVIRONMENT_INVALID`.
 */
export function requireHostedRunner(claims: Claims, facts: Told): void {
  if (claims.runnerEnvironment !== 'github-hosted') {
    const found = claims.runnerEnvironment ?? 'unknown'
    const message = `The release job runs on a runner that GitHub does not host (runner_environment: ${found}).`
    throw new ReleaseError('RUNNER_NOT_HOSTED', message, {
      hint: 'Take the label `ubuntu-24.04` away from your own runners, or use the action as a step of your own workflow, which promises less.',
    })
  }
  const pairs = [
    ['GITHUB_REPOSITORY', facts.repository, claims.repository],
    ['GITHUB_REF', facts.ref, claims.ref],
    ['GITHUB_SHA', facts.sha, claims.sha],
    ['GITHUB_RUN_ID', facts.runId, claims.runId],
  ] as const
  const odd = pairs.find(([, told, claimed]) => told !== claimed)
  if (!odd) return
  const [name, told, claimed = 'nothing'] = odd
  throw new ReleaseError('ENVIRONMENT_INVALID', `${name} holds ${told}, and the identity token says ${claimed}.`, {
    hint: 'The runner sets it by itself: do not set it in `env`.',
  })
}
