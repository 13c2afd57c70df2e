import { z } from 'zod'
import { ReleaseError } from '../../model/errors.ts'

export type Visibility = 'public' | 'private' | 'internal'

/** The claims of an identity token about its job. They are read, not verified: Fulcio verifies them. */
export interface Claims {
  readonly issuer: string
  readonly subject: string
  /** e.g. `acme/charts`. */
  readonly repository: string
  /** GitHub's numeric id as text. */
  readonly repositoryId: string
  /** Absent on old servers. */
  readonly repositoryVisibility: Visibility | undefined
  /** The workflow that certificates name, e.g. `acme/charts/.github/workflows/release.yml@refs/heads/main`. */
  readonly jobWorkflowRef: string
  /** The workflow that was started; differs from `jobWorkflowRef` inside a reusable workflow. */
  readonly workflowRef: string | undefined
  readonly sha: string | undefined
  readonly ref: string | undefined
  readonly eventName: string | undefined
  readonly runId: string | undefined
  readonly runAttempt: string | undefined
  /** `github-hosted` or `self-hosted`. */
  readonly runnerEnvironment: string | undefined
}

const maxTokenLength = 16 * 1024

const text = z.string().regex(/^[^\p{Cc}]{1,2048}$/u)
const tokenClaims = z.object({
  iss: text,
  sub: text,
  repository: z.string().regex(/^[\w.-]{1,100}\/[\w.-]{1,100}$/),
  repository_id: z.string().regex(/^\d{1,20}$/),
  repository_visibility: z.enum(['public', 'private', 'internal']).optional(),
  job_workflow_ref: text,
  workflow_ref: text.optional(),
  sha: text.optional(),
  ref: text.optional(),
  event_name: text.optional(),
  run_id: text.optional(),
  run_attempt: text.optional(),
  runner_environment: text.optional(),
})

/**
 * The claims of GitHub's identity token. Fails with `OIDC_TOKEN_INVALID`, naming the claims that are missing or
 * malformed; neither the token nor any of its values is in the error.
 */
export function readClaims(token: string): Claims {
  const parsed = tokenClaims.safeParse(payloadOf(token))
  if (!parsed.success) {
    const odd = [...new Set(parsed.error.issues.map((issue) => issue.path.join('.') || 'payload'))].join(', ')
    throw new ReleaseError('OIDC_TOKEN_INVALID', `The identity token lacks usable claims: ${odd}`, {
      hint: 'Keyless signing needs the tokens that GitHub Actions gives out.',
    })
  }
  const claims = parsed.data
  return {
    issuer: claims.iss,
    subject: claims.sub,
    repository: claims.repository,
    repositoryId: claims.repository_id,
    repositoryVisibility: claims.repository_visibility,
    jobWorkflowRef: claims.job_workflow_ref,
    workflowRef: claims.workflow_ref,
    sha: claims.sha,
    ref: claims.ref,
    eventName: claims.event_name,
    runId: claims.run_id,
    runAttempt: claims.run_attempt,
    runnerEnvironment: claims.runner_environment,
  }
}

function payloadOf(token: string): unknown {
  const payload = token.length <= maxTokenLength ? token.split('.')[1] : undefined
  if (payload === undefined) return undefined
  try {
    return JSON.parse(Buffer.from(payload, 'base64url').toString())
  } catch {
    return undefined
  }
}
