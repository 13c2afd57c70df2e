import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Digest } from '../../src/model/chart.ts'
import { aChart } from '../support/charts/three-charts.ts'
import { startEcr, type TestEcr } from '../support/ecr/ecr.ts'
import type { Crash } from '../support/entries/crash.ts'
import { createJudge, storedSignatures, visibleTags } from '../support/run/signature-watch.ts'
import type { RunOptions, WorkflowRun } from '../support/run/workflow.ts'
import { aWorld } from '../support/run/world.ts'
import type { Sigstore } from '../support/sigstore/sigstore.ts'
import { type Authority, anAuthority } from '../support/tls/authority.ts'
import { startProxy, type TestProxy } from '../support/tls/proxy.ts'
import { crashesOf, type Killed } from './matrix.ts'

const CREATION = /^POST api\.ecr\./
const CHARTS = ['app', 'db']
const TIMEOUT_MS = 10 * 60_000

interface Options {
  readonly entry: string
  readonly sigstore: Sigstore
}

interface Place extends AsyncDisposable {
  readonly ecr: TestEcr
  /** Where the effects of runs are written. */
  readonly log: string
  release(env?: RunOptions['env']): Promise<WorkflowRun>
}

/**
 * Two charts to a registry of ECR that has no repository yet (`?create=true`): every moment at which a run can be killed as it
 * creates one.
 */
export async function creationsOf(options: Options): Promise<readonly Crash[]> {
  await using place = await openPlace(options)
  const run = await place.release({ CRASH_LOG: place.log })
  if (run.exitCode !== 0) throw new Error(`the undisturbed run to ECR failed:\n${run.stdout}${run.stderr}`)
  const effects = (await readFile(place.log, 'utf8')).trimEnd().split('\n')
  const creations = effects.filter((effect) => CREATION.test(effect))
  if (creations.length !== CHARTS.length) throw new Error(`${creations.length} repositories were created`)
  return crashesOf(creations)
}

/** Kills a run there, and looks at what the next one makes of it. */
export async function killCreation(options: Options, crash: Crash): Promise<Killed> {
  await using place = await openPlace(options)
  const died = await place.release({ CRASH_AT: JSON.stringify(crash) })
  const left = [...place.ecr.repositories.keys()]
  const seen = CHARTS.flatMap((name) => visibleTags(place.ecr.registry, `charts/${name}`))
  const repair = await place.release()
  const signatures = await Promise.all(CHARTS.map((name) => chartProblems(place.ecr, name, options.sigstore)))
  return {
    crash,
    problems: [
      ...(died.exitCode === null ? [] : ['this moment never came']),
      ...(crash.moment === 'after' && left.length === 0 ? ['no repository was there when it died'] : []),
      ...(repair.exitCode === 0 ? [] : [`the next run ended with ${repair.exitCode}:\n${repair.stdout}`]),
      ...signatures.flat(),
    ],
    unsigned: seen.map((tag) => `${tag} was visible before its repository was there`),
    ...{ moments: 0, signatures: 1 },
  }
}

async function chartProblems({ registry, repositories, host }: TestEcr, name: string, sigstore: Sigstore) {
  const repository = `charts/${name}`
  const made = repositories.get(repository)
  const digest = registry.manifest(repository, '1.0.0')?.digest as Digest | undefined
  if (!made || !digest) return [`${repository}:1.0.0 is not there`]
  const missing = await createJudge(sigstore)(
    `${host}/${repository}`,
    digest,
    storedSignatures(registry, repository, digest),
  )
  return [
    ...missing.map((what) => `${repository} lacks ${what}`),
    ...(made.mutability === 'IMMUTABLE_WITH_EXCLUSION' ? [] : [`${repository} is ${made.mutability}`]),
  ]
}

async function openPlace({ entry, sigstore }: Options): Promise<Place> {
  const files = Object.assign({}, ...CHARTS.map((name) => aChart(name, '1.0.0')))
  const [ecr, world] = await Promise.all([
    startEcr(),
    aWorld({ files, sigstore, run: { entry, timeoutMs: TIMEOUT_MS } }),
  ])
  const authority: Authority = await anAuthority(Object.keys(ecr.hosts))
  const proxy: TestProxy = await startProxy(authority, ecr.hosts)
  const inputs = { targets: `oci://${ecr.host}/charts?create=true` }
  const way = { HTTPS_PROXY: proxy.address, NODE_EXTRA_CA_CERTS: authority.file, ...ecr.environment }
  return {
    ...{ ecr, log: join(world.repository.root, 'effects') },
    release: (env) => world.release({ inputs, env: { ...way, ...env } }),
    async [Symbol.asyncDispose]() {
      await Promise.all([proxy, authority, world, ecr].map((each) => each[Symbol.asyncDispose]()))
    },
  }
}
