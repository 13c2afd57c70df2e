import { randomBytes } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startRegistry, type TestRegistry } from '../__tests__/support/registry/registry.ts'
import { defaultClaims, type Sigstore, startSigstore } from '../__tests__/support/sigstore/sigstore.ts'

/** Where the workflow runs, as GitHub calls it. */
export interface Caller {
  readonly repository: string
  readonly repositoryId: string
  readonly ref: string
  readonly sha: string
}

/** What a run of `.github/workflows/e2e.yml` meets beside its repository, all on loopback. */
export interface Servers {
  readonly registry: TestRegistry
  readonly sigstore: Sigstore
  readonly password: string
  /** Requests to the API, with the bearer of each. */
  readonly asked: readonly { readonly path: string; readonly authorization: string }[]
  /** The variables that e2e.yml reads. */
  readonly variables: Readonly<Record<string, string>>
  /** Sets what the identity tokens of the next run say; returns the subject that its signatures then have. */
  runsAs(caller: Caller): string
  close(): Promise<void>
}

export const username = 'publisher'

/** Starts them. Files (trusted root, signing configuration) go to a new temporary folder. */
export async function startServers(): Promise<Servers> {
  const password = randomBytes(18).toString('base64url')
  const registry = await startRegistry({ auth: { kind: 'basic', users: { [username]: password } } })
  const sigstore = await startSigstore()
  const api = await startApi()
  const folder = await mkdtemp(join(tmpdir(), 'e2e-servers-'))
  const write = async (name: string, value: object) => {
    await writeFile(join(folder, name), JSON.stringify(value))
    return join(folder, name)
  }
  return {
    registry,
    sigstore,
    password,
    asked: api.asked,
    variables: {
      E2E_TARGET: `oci://${registry.host}/acme/charts`,
      E2E_REGISTRY_USERNAME: username,
      E2E_REGISTRY_PASSWORD: password,
      E2E_TRUSTED_ROOT: await write('trusted_root.json', sigstore.trustedRoot),
      E2E_SIGNING_CONFIG: await write('signing_config.json', sigstore.signingConfig),
      GITHUB_API_URL: api.url,
      ...sigstore.environment,
    },
    runsAs({ repository, repositoryId, ref, sha }) {
      const workflow = `${repository}/.github/workflows/e2e.yml@${ref}`
      const own = { repository, repository_id: repositoryId, repository_owner: repository.split('/')[0] ?? '' }
      const when = { ref, sha, ref_type: ref.startsWith('refs/tags/') ? 'tag' : 'branch' }
      const names = { job_workflow_ref: workflow, workflow_ref: workflow, sub: `repo:${repository}:ref:${ref}` }
      sigstore.setClaims({ ...defaultClaims, ...own, ...when, ...names, job_workflow_sha: sha, workflow_sha: sha })
      return `https://github.com/${workflow}`
    },
    async close() {
      await Promise.all([registry.stop(), sigstore.close(), api.close(), rm(folder, { recursive: true })])
    },
  }
}

/** GitHub's API as far as a release asks it: no branch has a rule. */
async function startApi() {
  const asked: { path: string; authorization: string }[] = []
  const server = createServer((request, response) => {
    asked.push({ path: request.url ?? '', authorization: request.headers.authorization ?? '' })
    const known = /\/rules\/branches\//.test(request.url ?? '')
    response.writeHead(known ? 200 : 404, { 'content-type': 'application/json' }).end(known ? '[]' : '{}')
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  return {
    asked,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    },
  }
}
