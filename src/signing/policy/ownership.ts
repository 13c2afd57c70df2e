import type { Identity } from '../../model/signature.ts'
import type { OurIdentity } from '../signer.ts'
import type { Claims } from './claims.ts'

/**
 * Whether a signature of this identity counts as this repository's own: by a workflow of the repository on a branch or
 * tag (other runs have other names, so requiring equality would sign again forever), by the reusable workflow of this
 * run, called from this repository, or by one of the trusted signers. The repository is known by its id, so its workflows may
 * have the name that it had when it signed.
 */
export function isOurs(identity: Identity, ours: OurIdentity): boolean {
  if (ours.trusted.some((trusted) => isTrusted(identity, trusted))) return true
  if (identity.issuer !== ours.issuer || identity.sourceRepositoryId !== ours.repositoryId) return false
  const { workflow, isAtCommit } = workflowOf(identity.subject)
  if (workflow === undefined) return false
  const names = [ours.repositoryUrl, identity.sourceRepository ?? ours.repositoryUrl]
  const isOwn = names.some((name) => workflow.startsWith(`${name}/.github/workflows/`))
  // A commit of this repository may be one that nobody merged; whoever calls a workflow of another one names its commit to pin it.
  return isOwn ? !isAtCommit : workflow === ours.workflow
}

/**
 * The identity to verify with, from the claims of the run's token and the subject of its certificate, such as
 * `https://github.com/acme/charts/.github/workflows/release.yml@refs/heads/main`. The workflow is read from the
 * certificate: other runs of it have signed with that.
 */
export function ourIdentity(
  claims: Claims,
  { serverUrl, subject }: { readonly serverUrl: string; readonly subject: string },
  trusted: OurIdentity['trusted'],
): OurIdentity {
  const { workflow } = workflowOf(subject)
  return {
    issuer: claims.issuer,
    repositoryId: claims.repositoryId,
    repositoryUrl: `${serverUrl}/${claims.repository}`,
    ...(workflow === undefined ? {} : { workflow }),
    trusted,
  }
}

/**
 * The workflow file in a subject such as `https://github.com/acme/charts/.github/workflows/release.yml@refs/heads/main`, or `@`
 * and a commit where the caller of a reusable workflow pins it.
 */
function workflowOf(subject: string) {
  const [, workflow, commit] =
    /^([^@\s]+\/\.github\/workflows\/[^@/\s]+\.ya?ml)@(?:refs\/(?:heads|tags)\/\S+|([0-9a-f]{40}))$/.exec(subject) ?? []
  return { workflow, isAtCommit: commit !== undefined }
}

function isTrusted(identity: Identity, { issuer, subject }: OurIdentity['trusted'][number]): boolean {
  if (identity.issuer !== issuer) return false
  return subject.endsWith('*') ? identity.subject.startsWith(subject.slice(0, -1)) : identity.subject === subject
}
