import { createHash } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import type { Digest } from '../../../../src/model/chart.ts'
import { openTarget } from '../../../../src/targets/registry.ts'
import { changesIn, errorsOf, publishedVersion, resultsOf } from '../../../support/charts/published.ts'
import { replaceArchive, withFile } from '../../../support/charts/tamper.ts'
import { aChart } from '../../../support/charts/three-charts.ts'
import { aTargetContext } from '../../../support/registry/context.ts'
import { aWorld, type World } from '../../../support/run/world.ts'
import { aSigningRun } from '../../../support/sigstore/signing-run.ts'
import { defaultClaims } from '../../../support/sigstore/sigstore.ts'

const repository = 'acme/charts/app'
const evil = {
  ...defaultClaims,
  repository: 'evil/charts',
  repository_id: '666',
  job_workflow_ref: 'evil/charts/.github/workflows/release.yml@refs/heads/main',
}

let world: World
beforeEach(async () => {
  world = await aWorld({ files: aChart('app', '1.0.0'), run: { entry: 'source' } })
})
afterEach(async () => {
  await world[Symbol.asyncDispose]()
})

const digestNow = () => (publishedVersion(world.registry, 'app', '1.0.0')?.digest ?? '') as Digest

/** Somebody who may push to the registry signs what is there, through the same Sigstore. */
async function signedByOthers(digest: Digest) {
  const { signer } = await aSigningRun(world.sigstore, { claims: evil })
  const target = openTarget(world.target, aTargetContext())
  const artifact = target.adopt({ name: 'app', version: '1.0.0' }, { state: 'present', digest, signed: 'none' })
  await target.attach(artifact, await signer.sign({ repository: artifact.repository, digest }))
}

function strip(digest: string) {
  world.registry.removeTag(repository, `${digest.replace(':', '-')}.sig`)
  for (const referrer of world.registry.referrers(repository, digest))
    world.registry.removeManifest(repository, referrer)
}

describe('a chart whose signatures somebody replaced by their own', () => {
  it('is signed again by the next run, although nothing else changed', async () => {
    await world.release()
    const digest = digestNow()
    strip(digest)
    await signedByOthers(digest)
    const run = await world.release()
    expect([run.exitCode, resultsOf(run)]).toEqual([0, ['app 1.0.0 completed']])
    expect(run.stdout).toContain('somebody else signed it, and this repository did not')
    expect(resultsOf(await world.release())).toEqual(['app 1.0.0 unchanged'])
  })

  it('is never signed if they replaced the chart, too', async () => {
    await world.release()
    const archive = publishedVersion(world.registry, 'app', '1.0.0')?.archive ?? Buffer.alloc(0)
    replaceArchive(world.registry, 'app', '1.0.0', withFile(archive, 'templates/evil.yaml', 'a: b\n'))
    await signedByOthers(digestNow())
    const run = await world.release()
    expect([run.exitCode, errorsOf(run)]).toEqual([1, ['PUBLISHED_CONTENT_DIFFERS']])
  })
})

describe('signatures of others beside ours', () => {
  it('change nothing: the run is idle', async () => {
    await world.release()
    await signedByOthers(digestNow())
    const from = world.registry.requests.length
    const run = await world.release()
    expect(resultsOf(run)).toEqual(['app 1.0.0 unchanged'])
    expect(changesIn(world.registry, from)).toEqual([])
    expect(run.annotations.filter(({ level }) => level !== 'notice')).toEqual([])
  })
})

describe('an archive in a folder', () => {
  it('with the signature of somebody else is a failure that names them', async () => {
    const folder = join(world.repository.root, 'served')
    await mkdir(folder)
    const inputs = { targets: `dir:${folder}?url=https://charts.example.com` }
    await world.release({ inputs })
    expect(resultsOf(await world.release({ inputs }))).toEqual(['app 1.0.0 unchanged'])
    const archive = await readFile(join(folder, 'app-1.0.0.tgz'))
    const { signer } = await aSigningRun(world.sigstore, { claims: evil })
    const digest: Digest = `sha256:${createHash('sha256').update(archive).digest('hex')}`
    const [bundle] = (await signer.sign({ repository: 'https://charts.example.com', digest, archive })).bundles
    await writeFile(join(folder, 'app-1.0.0.tgz.sigstore.json'), bundle?.json ?? '')
    const run = await world.release({ inputs })
    expect([run.exitCode, errorsOf(run)]).toEqual([1, ['ARCHIVE_SIGNATURE_FOREIGN']])
    expect(run.stdout).toContain('evil/charts')
  })
})

describe('a Sigstore that can’t be asked', () => {
  it('leaves the run idle, with a warning', async () => {
    await world.release()
    world.sigstore.fail('oidc', { status: 500, body: '' })
    const run = await world.release({ inputs: { 'sigstore-timeout': '1s' } })
    expect([run.exitCode, resultsOf(run)]).toEqual([0, ['app 1.0.0 unchanged']])
    expect(run.annotations.map(({ message }) => message).join()).toContain('was not checked')
  })
})
