import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { micromark } from 'micromark'
import { gfm, gfmHtml } from 'micromark-extension-gfm'
import { aVerifier, type Verifier } from '../../support/run/verifier.ts'
import type { WorkflowRun } from '../../support/run/workflow.ts'
import { aWorld, type World } from '../../support/run/world.ts'
import { commandsIn } from '../../support/values/runner-commands.ts'

const files = {
  'charts/app/Chart.yaml': 'apiVersion: v2\nname: app\nversion: 1.2.3\n',
  'charts/app/templates/map.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: app\n',
}

let world: World
let verifier: Verifier
let digest: string
beforeAll(async () => {
  ;[world, verifier] = await Promise.all([aWorld({ files, run: { entry: 'source' } }), aVerifier()])
  const released = await world.release()
  expect(released.exitCode).toBe(0)
  digest = JSON.parse(released.outputs.charts ?? '').charts[0].digest
})
afterAll(async () => {
  await world[Symbol.asyncDispose]()
  await verifier[Symbol.asyncDispose]()
})

const given = () => ({ chart: `${world.target}/app:1.2.3`, repository: 'acme/charts' })
const verify = (inputs: Readonly<Record<string, string>> = {}) => verifier.verify(world, { ...given(), ...inputs })
const titles = ({ annotations }: WorkflowRun) => annotations.map(({ properties }) => properties.title)

/** Everything that a later step could deploy. */
const usable = ({ outputs }: WorkflowRun) =>
  ['reference', 'digest', 'pinned', 'name', 'version', 'archive'].map((name) => outputs[name])

describe('a deploy workflow that verifies a released chart', () => {
  it('goes on with the digest and the archive', async () => {
    const ran = await verify({ workflow: 'release.yml', ref: 'refs/heads/main' })
    expect(ran.exitCode).toBe(0)
    expect(ran.outputs).toMatchObject({
      verified: 'true',
      name: 'app',
      version: '1.2.3',
      digest,
      pinned: `${world.target}/app@${digest}`,
    })
    const archive = await readFile(ran.outputs.archive ?? '')
    expect(`sha256:${createHash('sha256').update(archive).digest('hex')}`).toBe(ran.outputs['archive-digest'])
    expect(ran.outputs.archive).toMatch(/\/app-1\.2\.3\.tgz$/)
    expect(JSON.parse(ran.outputs.report ?? '')).toMatchObject({
      schema: 1,
      verified: true,
      checks: [
        {
          requirement: 'signature',
          accepted: { identity: { sourceRepository: 'https://github.com/acme/charts' } },
          refused: [],
        },
      ],
      problems: [],
    })
  })

  it('finds the build provenance of what the release packaged', async () => {
    const ran = await verify({ require: 'signature\nprovenance' })
    expect(ran.exitCode).toBe(0)
    const { checks } = JSON.parse(ran.outputs.report ?? '')
    expect(checks).toMatchObject([
      { requirement: 'signature' },
      { requirement: 'provenance', accepted: {}, refused: [] },
    ])
  })

  it('says in one short table what was verified', async () => {
    const { summary } = await verify()
    const html = micromark(summary, { extensions: [gfm()], htmlExtensions: [gfmHtml()] })
    expect(html.match(/<tr>/g)).toHaveLength(2)
    expect(html).toContain('app 1.2.3 is what it should be.')
  })

  it('needs no Helm, no checkout and no identity', async () => {
    const { stdout } = await verify()
    expect(stdout).not.toMatch(/warning|error/i)
    expect(world.sigstore.count('fulcio')).toBe(1)
  })
})

describe('a deploy workflow stops', () => {
  it.each<[string, Readonly<Record<string, string>>, string]>([
    ['if another repository is expected', { repository: 'acme/other' }, 'VERIFY_IDENTITY_REFUSED'],
    ['if another workflow is expected', { workflow: 'deploy.yml' }, 'VERIFY_IDENTITY_REFUSED'],
    ['if another ref is expected', { ref: 'refs/tags/*' }, 'VERIFY_IDENTITY_REFUSED'],
    ['if another issuer is expected', { issuer: 'https://issuer.example' }, 'VERIFY_IDENTITY_REFUSED'],
    [
      'without a provenance file that is required',
      { require: 'signature\ngpg', keyring: 'none.gpg' },
      'VERIFY_SIGNATURE_MISSING',
    ],
    ['without the version', { version: '^2.0.0', chart: 'VERSIONLESS' }, 'VERIFY_CHART_MISSING'],
    ['with a slip of the pen', { require: 'signatur' }, 'INPUT_INVALID'],
    ['with a trusted root that is none', { 'trusted-root': '{}' }, 'SIGSTORE_CONFIG_INVALID'],
  ])('%s, and leaves nothing to deploy', async (_what, inputs, code) => {
    const chart = inputs.chart === 'VERSIONLESS' ? { chart: `${world.target}/app` } : {}
    const ran = await verify({ ...inputs, ...chart })
    expect(ran.exitCode).toBe(1)
    expect(titles(ran)).toEqual([code])
    expect(ran.outputs.verified).toBe('false')
    expect(usable(ran).filter(Boolean)).toEqual([])
    expect(ran.summary).toContain(code)
  })

  it('after the chart was tampered with', async () => {
    const { registry } = world
    const repository = 'acme/charts/app'
    const good = registry.manifest(repository, '1.2.3')?.bytes ?? Buffer.of()
    registry.plantManifest(repository, '1.2.3', good.toString().replace('"schemaVersion":2', '"schemaVersion":2 '))
    const ran = await verify()
    registry.plantManifest(repository, '1.2.3', good)
    expect(titles(ran)).toEqual(['VERIFY_SIGNATURE_MISSING'])
    expect(ran.outputs.verified).toBe('false')
  })

  it('after its signatures were stripped', async () => {
    await using other = await aWorld({ files, run: { entry: 'source' } })
    const { outputs } = await other.release()
    const chart = JSON.parse(outputs.charts ?? '').charts[0]
    for (const tag of other.registry.tags('acme/charts/app'))
      if (tag.startsWith('sha256-')) other.registry.removeTag('acme/charts/app', tag)
    for (const each of other.registry.referrers('acme/charts/app', chart.digest))
      other.registry.removeManifest('acme/charts/app', each)
    const ran = await verifier.verify(other, { ...given(), chart: `${other.target}/app:1.2.3` })
    expect(titles(ran)).toEqual(['VERIFY_SIGNATURE_MISSING'])
  })

  it('in time, if the registry hangs', async () => {
    world.registry.disturb(() => ({ hang: true }))
    const ran = await verify({ timeout: '2s' })
    world.registry.disturb(undefined)
    expect(titles(ran)).toEqual(['RUN_TIMEOUT'])
    expect(ran.exitCode).toBe(1)
  })
})

describe('text from outside', () => {
  it('is no command, no markup and no line of its own', async () => {
    const hostile = 'x"\n::error::hi\n##[add-mask]x<img src=x>'
    world.registry.disturb(({ path }) =>
      path.includes('/manifests/1.2.3')
        ? { status: 403, body: JSON.stringify({ errors: [{ code: hostile, message: hostile }] }) }
        : undefined,
    )
    const ran = await verify()
    world.registry.disturb(undefined)
    expect(ran.exitCode).toBe(1)
    const commands = commandsIn(ran.stdout).map(({ command }) => command)
    expect(commands.filter((command) => command === 'error')).toHaveLength(1)
    expect(commands).not.toContain('add-mask-x')
    expect(ran.summary).not.toContain('<img')
  })
})
