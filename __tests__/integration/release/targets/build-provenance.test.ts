import { createHash } from 'node:crypto'
import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from '@jest/globals'
import { changesIn, publishedVersion, resultsOf } from '../../../support/charts/published.ts'
import { aChart, aTemplate } from '../../../support/charts/three-charts.ts'
import { workflowToken } from '../../../support/github/tokens.ts'
import { aWorld, type World } from '../../../support/run/world.ts'

const repository = 'acme/charts/app'
const SLSA = 'https://slsa.dev/provenance/v1'

let world: World
afterEach(async () => {
  await world[Symbol.asyncDispose]()
})

type Permission = 'read' | 'write'

async function start({ attestations }: { readonly attestations?: Permission } = {}) {
  const permissions = { contents: 'write' as const, ...(attestations && { attestations }) }
  world = await aWorld({
    files: { ...aChart('app', '1.0.0'), 'charts/app/templates/a.yaml': aTemplate('first') },
    github: { tokens: [workflowToken('ghs_test', permissions)] },
    run: { entry: 'source' },
  })
  const folder = join(world.repository.root, 'served')
  await mkdir(folder)
  const targets = `${world.target}\ndir:${folder}?url=https://charts.example.com`
  return { folder, release: (inputs = {}) => world.release({ inputs: { targets, ...inputs } }) }
}

interface Bundle {
  readonly dsseEnvelope?: { readonly payload: string }
}

interface Statement {
  readonly subject: readonly { readonly name: string; readonly digest: { readonly sha256: string } }[]
  readonly predicateType: string
  readonly predicate: { readonly buildDefinition: Definition; readonly runDetails: unknown }
}

interface Definition {
  readonly buildType: string
  readonly externalParameters: { readonly inputs: Readonly<Record<string, string>> }
  readonly resolvedDependencies: readonly unknown[]
}

function statementIn(bundle: Bundle): Statement {
  return JSON.parse(Buffer.from(bundle.dsseEnvelope?.payload ?? '', 'base64').toString()) as Statement
}

/** Bundles of provenance that refer to a digest. */
function referring(digest: string): readonly Bundle[] {
  return world.registry.referrers(repository, digest).flatMap((referrer) => {
    const manifest = JSON.parse(world.registry.manifest(repository, referrer)?.bytes.toString() ?? '{}')
    const isProvenance = manifest.annotations?.['dev.sigstore.bundle.predicateType'] === SLSA
    const blob = world.registry.blob(repository, manifest.layers?.[0]?.digest ?? '')
    return isProvenance && blob ? [JSON.parse(blob.toString()) as Bundle] : []
  })
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const digestNow = (version = '1.0.0') => publishedVersion(world.registry, 'app', version)?.digest ?? ''

describe('the build provenance of a release', () => {
  it('is one statement about manifest and archive: as a referrer, beside the archive, and with GitHub', async () => {
    const { folder, release } = await start({ attestations: 'write' })
    expect(resultsOf(await release())).toEqual(['app 1.0.0 released'])
    const digest = digestNow()
    const [bundle, ...others] = referring(digest)
    if (!bundle) throw new Error('there is none')
    expect(others).toEqual([])
    const archive = await readFile(join(folder, 'app-1.0.0.tgz'))
    const { subject, predicateType } = statementIn(bundle)
    expect(predicateType).toBe(SLSA)
    expect(subject).toEqual([
      { name: `${world.registry.host}/${repository}`, digest: { sha256: digest.slice(7) } },
      { name: 'app-1.0.0.tgz', digest: { sha256: sha256(archive) } },
    ])
    expect(JSON.parse(await readFile(join(folder, 'app-1.0.0.tgz.provenance.sigstore.json'), 'utf8'))).toEqual(bundle)
    expect(world.github.attestations.map((one) => one.bundle)).toEqual([bundle])
  })

  it('says who built it, from what and with which inputs, and holds no secret', async () => {
    const { release } = await start()
    await release({ 'registry-password': '', exclude: 'charts/none' })
    const [bundle] = referring(digestNow())
    if (!bundle) throw new Error('there is none')
    const { predicate } = statementIn(bundle)
    const head = await world.repository.remote('refs/heads/main')
    const { buildType, resolvedDependencies, ...definition } = predicate.buildDefinition
    expect(buildType).toMatch(/build-type-v1\.md$/)
    expect(definition).toMatchObject({
      externalParameters: {
        workflow: {
          ref: 'refs/heads/main',
          repository: 'https://github.com/acme/charts',
          path: '.github/workflows/release.yml',
        },
        inputs: { exclude: 'charts/none', sign: 'keyless', commit: 'push' },
        chart: { path: 'charts/app', name: 'app', version: '1.0.0' },
      },
      internalParameters: {
        github: { event_name: 'push', repository_id: '4711', runner_environment: 'github-hosted' },
      },
    })
    expect(resolvedDependencies).toEqual([
      { uri: 'git+https://github.com/acme/charts@refs/heads/main', digest: { gitCommit: head } },
      { name: 'release commit', uri: 'git+https://github.com/acme/charts', digest: { gitCommit: head } },
      { name: 'helm', uri: expect.stringMatching(/^pkg:github\/helm\/helm@v/) },
    ])
    expect(predicate.runDetails).toEqual({
      builder: { id: 'https://github.com/acme/charts/.github/workflows/release.yml@refs/heads/main' },
      metadata: { invocationId: expect.stringContaining('https://github.com/acme/charts/actions/runs/') },
    })
    const names = Object.keys(predicate.buildDefinition.externalParameters.inputs)
    expect(names.filter((name) => /token|password|key|passphrase/.test(name))).toEqual([])
  })

  it('is made once: a run with nothing to do changes nothing', async () => {
    const { release } = await start({ attestations: 'write' })
    await release()
    const from = world.registry.requests.length
    expect(resultsOf(await release())).toEqual(['app 1.0.0 unchanged'])
    expect(changesIn(world.registry, from)).toEqual([])
    expect(world.github.attestations).toHaveLength(1)
  })

  it('is not missed on what was released without it', async () => {
    const { release } = await start({ attestations: 'write' })
    await release({ provenance: 'false' })
    expect(referring(digestNow())).toEqual([])
    const from = world.registry.requests.length
    expect(resultsOf(await release())).toEqual(['app 1.0.0 unchanged'])
    expect(changesIn(world.registry, from)).toEqual([])
    expect(world.github.attestations).toEqual([])
  })

  it.each([{ attestations: 'read' }, {}] as const)('stays beside the charts where the job has %j', async (right) => {
    const { release } = await start(right)
    const run = await release()
    expect([run.exitCode, resultsOf(run)]).toEqual([0, ['app 1.0.0 released']])
    expect(run.stdout).toContain('attestations: write')
    expect(run.annotations.filter(({ level }) => level !== 'notice')).toEqual([])
    expect(referring(digestNow())).toHaveLength(1)
  })

  it('is taken over from a run that died before the version was visible', async () => {
    const { release } = await start({ attestations: 'write' })
    world.registry.disturb(({ method, path }) =>
      method === 'PUT' && path.endsWith('/manifests/1.0.0') ? { status: 500, body: 'away' } : undefined,
    )
    expect((await release()).exitCode).toBe(1)
    world.registry.disturb(undefined)
    const made = world.github.attestations.length
    expect(made).toBe(1)
    expect(resultsOf(await release())).toEqual(['app 1.0.0 released'])
    expect(referring(digestNow())).toHaveLength(1)
    expect(world.github.attestations).toHaveLength(made)
  })

  it('is not issued for the bytes of somebody else', async () => {
    const { folder, release } = await start({ attestations: 'write' })
    await release({ targets: world.target })
    const before = world.github.attestations.length
    // The folder gets what the registry holds; this run packages the very same bytes, and takes over what was attested.
    await release()
    expect(JSON.parse(await readFile(join(folder, 'app-1.0.0.tgz.provenance.sigstore.json'), 'utf8'))).toEqual(
      referring(digestNow())[0],
    )
    expect(world.github.attestations).toHaveLength(before)
  })
})
