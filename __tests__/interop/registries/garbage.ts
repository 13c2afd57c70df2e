// Garbage collection of distribution 2.8, as Debian packages it, after a release: it removes untagged manifests, and leaves the
// index that lists them. `node __tests__/interop/registries/garbage.ts` asks these questions alone.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, isAbsolute, join } from 'node:path'
import { resultsOf } from '../../support/charts/published.ts'
import { aChart } from '../../support/charts/three-charts.ts'
import { aRepository } from '../../support/git/repository.ts'
import { helmPath } from '../../support/helm/helm.ts'
import { runAction, type WorkflowRun } from '../../support/run/workflow.ts'
import { defaultClaims, type Sigstore, startSigstore } from '../../support/sigstore/sigstore.ts'
import { type Cell, cell, count, table, totals } from '../cells.ts'
import { isMissing, without } from '../missing.ts'
import { mustSucceed, writeJson } from '../release.ts'
import { debianDistribution, type RealRegistry, startDistribution } from './distribution.ts'
import { deleteManifest, type Repository, readManifest } from './oci.ts'

const BUNDLE = 'application/vnd.dev.sigstore.bundle.v0.3+json'

interface Setting {
  readonly sigstore: Sigstore
  readonly entry: string
  readonly home: string
}

const losses = {
  'restores a bundle that garbage collection removed, and is idle after that': false,
  'restores both signatures after the tag of cosign was deleted too, and is idle after that': true,
}

export async function askGarbage({ sigstore, entry, home }: Setting): Promise<readonly Cell[]> {
  const client = 'release-charts'
  const program = debianDistribution()
  if (isMissing(program)) {
    const where = { registry: 'distribution 2.8', client }
    return Object.keys(losses).map((check) => ({ ...where, check, ...without(program) }))
  }
  const registry = `distribution ${program.version}`
  const cells: Cell[] = []
  for (const [index, [check, both]] of Object.entries(losses).entries()) {
    const folder = join(home, `garbage-${index}`)
    mkdirSync(folder)
    cells.push(
      await cell({ registry, client }, check, () => lose({ sigstore, entry, home: folder }, program.file, both)),
    )
  }
  return cells
}

async function lose({ sigstore, entry, home }: Setting, program: string, both: boolean): Promise<void> {
  const registry = await startDistribution(program)
  const repository = await aRepository({ files: aChart('app', '1.0.0') })
  try {
    const sha = (await repository.remote()) ?? ''
    sigstore.setClaims({ ...defaultClaims, sha, job_workflow_sha: sha, workflow_sha: sha })
    const inputs = {
      targets: `oci://${registry.host}/charts`,
      'sigstore-trusted-root': writeJson(home, 'trusted-root.json', sigstore.trustedRoot),
      'sigstore-signing-config': writeJson(home, 'signing-config.json', sigstore.signingConfig),
    }
    const helm = await helmPath(4)
    // A bare name is on PATH already.
    const path = isAbsolute(helm) ? [dirname(helm)] : []
    await expectRuns(registry, both, () => runAction(repository, { entry, inputs, env: sigstore.environment, path }))
  } finally {
    await repository.remove()
    await registry.close()
  }
}

async function expectRuns(registry: RealRegistry, both: boolean, run: () => Promise<WorkflowRun>): Promise<void> {
  const app = { host: registry.host, name: 'charts/app' }
  expectResult(await run(), 'app 1.0.0 released')
  await requireSigned(app)
  const tag = await signatureTag(app)
  if (both) await deleteManifest(app, `${tag}.sig`)
  await registry.collectGarbage()
  const [bundle] = await listed(app)
  if (bundle !== undefined && (await readManifest(app, bundle))) throw new Error('nothing was collected')
  expectResult(await run(), 'app 1.0.0 completed')
  await requireSigned(app)
  const before = await listed(app)
  expectResult(await run(), 'app 1.0.0 unchanged')
  if ((await listed(app)).join() !== before.join()) throw new Error('the idle run changed the list of bundles')
}

function expectResult(run: WorkflowRun, wanted: string): void {
  mustSucceed(run)
  const found = resultsOf(run).join(', ')
  if (found !== wanted) throw new Error(`the run said ${found} where ${wanted} was expected`)
}

/** Both forms, each asked for by itself: the list says nothing. */
async function requireSigned(app: Repository): Promise<void> {
  if (!(await readManifest(app, `${await signatureTag(app)}.sig`))) throw new Error('the tag of cosign is not there')
  const bundles = await listed(app)
  if (bundles.length === 0) throw new Error('no bundle is listed')
  for (const digest of bundles) if (!(await readManifest(app, digest))) throw new Error(`${digest} is listed and gone`)
}

async function signatureTag(app: Repository): Promise<string> {
  return (await readManifest(app, '1.0.0'))?.digest.replace(':', '-') ?? ''
}

async function listed(app: Repository): Promise<readonly string[]> {
  const index = await readManifest(app, await signatureTag(app))
  const { manifests = [] } = JSON.parse(index?.bytes.toString() ?? '{}') as {
    readonly manifests?: readonly { readonly digest: string; readonly artifactType?: string }[]
  }
  return manifests.filter(({ artifactType }) => artifactType === BUNDLE).map(({ digest }) => digest)
}

if (import.meta.main) {
  const home = mkdtempSync(join(tmpdir(), 'interop-'))
  const sigstore = await startSigstore()
  try {
    const cells = await askGarbage({ sigstore, entry: process.argv[2] ?? 'bundle', home })
    const counts = count(cells)
    console.log(`${table(cells)}\n\n${totals(counts, 'garbage collection')}`)
    process.exitCode = counts.failed === 0 ? 0 : 1
  } finally {
    await sigstore.close()
    rmSync(home, { recursive: true, force: true })
  }
}
