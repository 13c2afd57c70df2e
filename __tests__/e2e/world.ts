import { randomBytes } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startGitHub, type TestGitHub } from '../support/github/github.ts'
import type { Token } from '../support/github/tokens.ts'
import { startRegistry, type TestRegistry } from '../support/registry/registry.ts'
import { defaultClaims, type Sigstore, startSigstore } from '../support/sigstore/sigstore.ts'

/** Where the workflow runs, as GitHub calls it. */
export interface Caller {
  readonly repository: string
  readonly repositoryId: string
  readonly ref: string
  readonly sha: string
  /** The workflow that certificates name, if another one is called, e.g. `org/name/.github/workflows/release.yml@refs/tags/v1`. */
  readonly workflow?: string
  /** What the token says of the runner. */
  readonly runner?: string
}

/** What a run of `.github/workflows/e2e.yml` meets beside its repository, all on loopback. */
export interface Servers {
  readonly registry: TestRegistry
  readonly sigstore: Sigstore
  readonly password: string
  readonly github: TestGitHub
  /** The variables that e2e.yml reads. */
  readonly variables: Readonly<Record<string, string>>
  /** Sets what the identity tokens of the next run say; returns the subject that its signatures then have. */
  runsAs(caller: Caller): string
  close(): Promise<void>
}

export const username = 'publisher'

/** May only read. */
export const READER = { username: 'reader', password: randomBytes(18).toString('base64url') }

/** Starts them; `origin` is the bare repository that GitHub has of `repository`. Files (trusted root, signing configuration) go to a new temporary folder. */
export async function startServers(origin: string, repository: string, tokens: readonly Token[]): Promise<Servers> {
  const password = randomBytes(18).toString('base64url')
  const registry = await startRegistry({
    auth: { kind: 'basic', users: { [username]: password, [READER.username]: READER.password }, allows: rightsOf },
  })
  const sigstore = await startSigstore()
  const github = await startGitHub({ origin, repository, tokens })
  const folder = await mkdtemp(join(tmpdir(), 'e2e-servers-'))
  const write = async (name: string, value: object) => {
    await writeFile(join(folder, name), JSON.stringify(value))
    return join(folder, name)
  }
  return {
    registry,
    sigstore,
    password,
    github,
    variables: {
      E2E_TARGET: `oci://${registry.host}/acme/charts`,
      E2E_REGISTRY_USERNAME: username,
      E2E_REGISTRY_PASSWORD: password,
      E2E_TRUSTED_ROOT: await write('trusted_root.json', sigstore.trustedRoot),
      E2E_SIGNING_CONFIG: await write('signing_config.json', sigstore.signingConfig),
      ...github.environment,
      ...sigstore.environment,
    },
    runsAs({ repository, repositoryId, ref, sha, runner = 'github-hosted', ...called }) {
      const own = `${repository}/.github/workflows/e2e.yml@${ref}`
      const workflow = called.workflow ?? own
      const caller = { repository, repository_id: repositoryId, repository_owner: repository.split('/')[0] ?? '' }
      const when = { ref, sha, ref_type: ref.startsWith('refs/tags/') ? 'tag' : 'branch' }
      const names = {
        job_workflow_ref: workflow,
        workflow_ref: own,
        runner_environment: runner,
        sub: `repo:${repository}:ref:${ref}`,
      }
      sigstore.setClaims({ ...defaultClaims, ...caller, ...when, ...names, job_workflow_sha: sha, workflow_sha: sha })
      return `https://github.com/${workflow}`
    },
    async close() {
      await Promise.all([registry.stop(), sigstore.close(), github.close(), rm(folder, { recursive: true })])
    },
  }
}

function rightsOf(user: string | undefined): readonly ('pull' | 'push')[] {
  if (user === undefined) return []
  return user === READER.username ? ['pull'] : ['pull', 'push']
}
