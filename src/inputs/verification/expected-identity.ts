import type { Environment } from '../../ports/process.ts'
import type { ExpectedIdentity, ExpectedWorkflow } from '../../signing/policy/expected-identity.ts'
import { githubInstance } from '../../signing/policy/github-instance.ts'
import type { VerificationValues } from './table.ts'

type Signer = Pick<VerificationValues, 'repository' | 'workflow' | 'ref' | 'identity' | 'issuer'>

/** Whose signatures the inputs accept; `repository` or `identity` is given. */
export function expectedIdentity(signer: Signer, environment: Environment): ExpectedIdentity {
  const { identity, issuer = '' } = signer
  if (identity !== undefined) return { issuer, by: { subject: identity } }
  const { server, repositoryUrl } = placeOf(signer.repository ?? '', environment)
  return {
    issuer: signer.issuer ?? githubInstance(server).issuer,
    by: { repositoryUrl, refs: signer.ref, ...workflowOf(signer.workflow, server, repositoryUrl) },
  }
}

function placeOf(repository: string, { GITHUB_SERVER_URL }: Environment) {
  if (repository.startsWith('https://'))
    return { server: new URL(repository).origin, repositoryUrl: repository.replace(/\/$/, '') }
  const own =
    GITHUB_SERVER_URL && URL.canParse(GITHUB_SERVER_URL) ? new URL(GITHUB_SERVER_URL).origin : 'https://github.com'
  return { server: own, repositoryUrl: `${own}/${repository}` }
}

function workflowOf(
  workflow: string | undefined,
  server: string,
  repositoryUrl: string,
): Pick<ExpectedWorkflow, 'workflow' | 'workflowRef'> {
  if (workflow === undefined) return {}
  const [file = '', ref] = workflow.split('@')
  const name = file.split('/').at(-1)
  const isOwn = !file.includes('/') || file.startsWith('.github/')
  if (isOwn) return { workflow: `${repositoryUrl}/.github/workflows/${name}` }
  return { workflow: `${server}/${file}`, ...(ref !== undefined && { workflowRef: ref }) }
}
