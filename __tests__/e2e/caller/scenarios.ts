import { strict as assert } from 'node:assert'
import { type Cell, cell } from '../../interop/cells.ts'
import { forms } from '../../support/secrets/secret-forms.ts'
import { type Shop, verifyBoth, versions } from '../consumer.ts'
import { username } from '../world.ts'
import type { CallerRun, CallerStage } from './stage.ts'

type Check = readonly [title: string, ask: () => Promise<void>]

interface Scenario {
  readonly title: string
  readonly play: (stage: CallerStage) => Promise<readonly Check[]>
}

const MAIN = 'refs/heads/main'

/** What callers of the reusable workflow get, and what they can't get, in order: each goes on where the one before ended. */
export async function playCaller(stage: CallerStage, client: string): Promise<readonly Cell[]> {
  const cells: Cell[] = []
  for (const { title, play } of scenarios) {
    const where = { registry: 'in-process', client: `${client}, called: ${title}` }
    let checks: readonly Check[] = []
    cells.push(
      await cell(where, 'runs', async () => {
        checks = await play(stage)
      }),
    )
    for (const [check, ask] of checks) cells.push(await cell(where, check, ask))
  }
  return cells
}

const scenarios: readonly Scenario[] = [
  { title: 'an archive that is changed between the jobs', play: (stage) => refused(stage, { tamper: 'archive' }) },
  { title: 'a file that is added between the jobs', play: (stage) => refused(stage, { tamper: 'file' }) },
  { title: 'a runner of their own', play: (stage) => refused(stage, { runner: 'self-hosted' }) },
  { title: 'another repository in the environment', play: (stage) => refused(stage, { env: OTHER_REPOSITORY }) },
  { title: 'push to main', play: pushToMain },
  { title: 'the same again', play: again },
  { title: 'a release tag', play: (stage) => onTag(stage, 'push', '0.9.1') },
  { title: 'a release event', play: (stage) => onTag(stage, 'release', '0.9.2') },
  { title: 'workflow_dispatch', play: dispatch },
]

const OTHER_REPOSITORY = { GITHUB_REPOSITORY: 'evil/charts' }

async function refused(stage: CallerStage, attack: Parameters<CallerStage['run']>[1]): Promise<readonly Check[]> {
  const before = await stage.repository.remote()
  const certificates = stage.servers.sigstore.certificates.length
  const ran = await stage.run({ name: 'push', ref: MAIN }, attack)
  return [
    [
      'fails, and says why',
      async () => {
        assert.notEqual(ran.exitCode, 0, tail(ran))
        assert.match(ran.log, /HANDOVER_INVALID|RUNNER_NOT_HOSTED|ENVIRONMENT_INVALID/, tail(ran))
      },
    ],
    ['signs nothing', async () => assert.equal(stage.servers.sigstore.certificates.length, certificates)],
    ['changes nothing on the registry', async () => assert.equal(ran.writes, 0)],
    ['pushes nothing', async () => assert.equal(await stage.repository.remote(), before)],
    showsNoSecret(ran),
    ['releases nothing for the jobs that come after', async () => assert.deepEqual(ran.deployed, [])],
  ]
}

async function pushToMain(stage: CallerStage): Promise<readonly Check[]> {
  const before = await stage.repository.remote()
  const ran = await stage.run({ name: 'push', ref: MAIN })
  const released = ['hello 0.3.1', 'shop 1.4.3', 'web 0.9.0']
  return [
    succeeds(ran, 'success true'),
    [
      'puts one bump commit on origin',
      async () => {
        await stage.repository.git('fetch', '--quiet')
        const log = await stage.repository.git('log', '--format=%an', `${before}..origin/main`)
        assert.equal(log, 'github-actions[bot]')
      },
    ],
    showsNoSecret(ran),
    ['gives each released chart a job of its own', async () => assert.deepEqual(ran.deployed, released)],
    isSigned(stage, ran, released),
  ]
}

async function again(stage: CallerStage): Promise<readonly Check[]> {
  const ran = await stage.run({ name: 'push', ref: MAIN })
  return [
    succeeds(ran, 'success false'),
    ['changes nothing on the registry', async () => assert.deepEqual([ran.writes, ran.deployed], [0, []])],
  ]
}

async function onTag(stage: CallerStage, name: 'push' | 'release', version: string): Promise<readonly Check[]> {
  const text = await stage.repository.remoteFile('charts/web/Chart.yaml')
  const files = { 'charts/web/Chart.yaml': text.replace(/^version: .*$/m, `version: ${version}`) }
  const commit = await stage.repository.commit(`feat(web): ${version}`, files)
  await stage.repository.tag(`web-${version}`)
  const ran = await stage.run({ name, ref: `refs/tags/web-${version}` })
  return [
    succeeds(ran, 'success true'),
    ['releases the chart of the tag', async () => assert.deepEqual(ran.deployed, [`web ${version}`])],
    isSigned(stage, ran, [`web ${version}`]),
    ['leaves the branch as it is', async () => assert.equal(await stage.repository.remote(), commit)],
  ]
}

async function dispatch(stage: CallerStage): Promise<readonly Check[]> {
  await stage.repository.commit('feat(web): a value', { 'charts/web/values.yaml': 'greeting: hi\n' })
  const ran = await stage.run({ name: 'workflow_dispatch', ref: MAIN })
  return [
    succeeds(ran, 'success true'),
    isSigned(stage, ran, ['web 0.10.0']),
    [
      'is on the registry',
      async () => assert.ok((await versions(shopOf(stage), 'acme/charts/web')).includes('0.10.0')),
    ],
  ]
}

function succeeds(ran: CallerRun, told: string): Check {
  return [
    'ends well, and tells the jobs that come after',
    async () => assert.deepEqual([ran.exitCode, ran.told], [0, told], tail(ran)),
  ]
}

function showsNoSecret({ log, secrets }: CallerRun): Check {
  return [
    'shows no secret, in no form, even if nothing were masked',
    async () => {
      for (const [secret, what] of secrets)
        for (const form of forms(secret)) assert.ok(!log.includes(form), `the log holds ${what}`)
    },
  ]
}

/** By the workflow that was called, whoever calls it. */
function isSigned(stage: CallerStage, { subject }: CallerRun, charts: readonly string[]): Check {
  return [
    'is signed by the reusable workflow, in both forms',
    async () => {
      assert.match(subject, /release-charts\/release-charts\/\.github\/workflows\/release\.yml@refs\/tags\/v0$/)
      for (const chart of charts) {
        const [name = '', version = ''] = chart.split(' ')
        await verifyBoth(shopOf(stage), `acme/charts/${name}`, version, subject)
      }
    },
  ]
}

function shopOf({ servers }: CallerStage): Shop {
  const authorization = `Basic ${Buffer.from(`${username}:${servers.password}`).toString('base64')}`
  return { url: servers.registry.url, authorization, trustedRoot: servers.sigstore.trustedRoot }
}

const tail = ({ log }: CallerRun) => log.slice(-3000)
