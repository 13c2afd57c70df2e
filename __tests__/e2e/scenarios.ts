import { strict as assert } from 'node:assert'
import type { Cell } from '../interop/cells.ts'
import { cell } from '../interop/cells.ts'
import { forms } from '../support/secrets/secret-forms.ts'
import { buildsClean, chain, chainOfFive, orderOfTags, touched } from './chain.ts'
import { type Shop, verifyBoth, versions } from './consumer.ts'
import { inOrigin, type Performance, type Stage } from './stage.ts'
import { summaryLines } from './summary-lines.ts'
import { username } from './world.ts'

type Check = readonly [title: string, ask: () => Promise<void>]

const MAIN = 'refs/heads/main'
const SHOP = 'acme/charts/shop'
const published = ['hello', 'shop', 'web'] as const

/** Everything that is run, in order: each scenario goes on where the one before ended. */
export async function playAll(stage: Stage, client: string): Promise<readonly Cell[]> {
  const cells: Cell[] = []
  for (const { title, play } of scenarios) {
    const where = { registry: 'in-process', client: `${client}, ${title}` }
    let checks: readonly Check[] = []
    const ran = await cell(where, 'runs', async () => {
      checks = await play(stage)
    })
    cells.push(ran)
    for (const [check, ask] of checks) cells.push(await cell(where, check, ask))
  }
  return cells
}

interface Scenario {
  readonly title: string
  readonly play: (stage: Stage) => Promise<readonly Check[]>
}

const scenarios: readonly Scenario[] = [
  { title: 'push to main', play: pushToMain },
  { title: 'a deploy that verifies', play: deploy },
  { title: 'a deploy of what was tampered with', play: tamperedDeploy },
  { title: 'push of the bump', play: pushOfTheBump },
  { title: 'release tag', play: releaseTag },
  { title: 'workflow_dispatch', play: dispatch },
  { title: 'application tag', play: applicationTag },
  { title: 'five new charts', play: fiveCharts },
  { title: 'the first of five charts', play: firstOfFive },
  { title: 'pull_request', play: pullRequest },
  { title: 'no credentials for git', play: withoutCredentials },
  { title: 'no id-token: write', play: withoutIdentity },
]

async function pushToMain(stage: Stage): Promise<readonly Check[]> {
  const { repository, origin, servers } = stage
  const before = await repository.remote()
  const ran = await stage.run({ name: 'push', ref: MAIN })
  return [
    ...always(stage, ran, 'success'),
    releases(ran, ['hello 0.3.1 released', 'shop 1.4.3 released', 'web 0.9.0 released']),
    holds(stage, { hello: ['0.3.1'], shop: ['1.4.3'], web: ['0.9.0'] }),
    isSigned(stage, ran, [
      ['hello', '0.3.1'],
      ['shop', '1.4.3'],
      ['web', '0.9.0'],
    ]), // prettier-ignore
    [
      'puts one bump commit of the bot on origin, with the versions and nothing else',
      async () => {
        await repository.git('fetch', '--quiet')
        const log = await repository.git('log', '--format=%an%n%P', `${before}..origin/main`)
        assert.deepEqual(log.split('\n'), ['github-actions[bot]', before])
        const changed = await repository.git('diff', '--numstat', `${before}`, 'origin/main')
        assert.deepEqual(changed.split('\n'), ['1\t1\tcharts/hello/Chart.yaml', '2\t2\tcharts/shop/Chart.yaml'])
        assert.match(await inOrigin(stage, 'charts/shop/Chart.yaml'), /^version: 1\.4\.3 # keep this comment$/m)
      },
    ],
    tags(stage, ['hello-0.3.0', 'hello-0.3.1', 'shop-1.4.2', 'shop-1.4.3', 'web-0.9.0']),
    [
      'gives git the credentials that checkout left, once',
      async () => assert.equal(origin.authorizations.filter((value) => value.includes(' + ')).length, 0),
    ],
    [
      "asks the API for the branch's rules and protection and to store attestations, with the token, and for nothing else",
      async () => {
        const { requests } = servers.github
        assert.deepEqual([...new Set(requests.map(({ path }) => path.replace(/\?.*/, '')))].sort(), [
          '/repos/acme/charts/attestations',
          '/repos/acme/charts/branches/main',
          '/repos/acme/charts/rules/branches/main',
        ]) // prettier-ignore
        const bearers = requests.map(({ headers }) => headers.authorization)
        assert.deepEqual([...new Set(bearers)], ['token ghs_e2e4Zq9T0kenOfThisJob7hW2'])
      },
    ],
    ...(await summaryLines(stage, ran.log)),
    [
      'gives each released chart to a job of its own',
      async () => {
        const deployed = [...ran.log.matchAll(/\| deploy (\S+ \S+) sha256:[0-9a-f]{64} (\w+)$/gm)]
        const names = deployed.map(([, chart, result]) => `${chart} ${result}`).sort()
        assert.deepEqual(names, ['hello 0.3.1 released', 'shop 1.4.3 released', 'web 0.9.0 released'])
      },
    ],
  ]
}

async function deploy(stage: Stage): Promise<readonly Check[]> {
  const { servers } = stage
  const { digest } = servers.registry.manifest(SHOP, '1.4.3') ?? {}
  const { exitCode, log } = await stage.deploy()
  return [
    ['ends well', async () => assert.equal(exitCode, 0)],
    [
      'deploys the archive that was verified, pinned to its digest',
      async () => {
        assert.match(log, new RegExp(`DEPLOYS oci://\\S+/shop@${digest} [0-9a-f]{64}`))
        assert.match(log, new RegExp(`VERIFIED true FOUND ${digest}`))
      },
    ],
    ['shows no secret', async () => assert.deepEqual(shown(stage, log), [])],
  ]
}

async function tamperedDeploy(stage: Stage): Promise<readonly Check[]> {
  const { registry } = stage.servers
  const good = registry.manifest(SHOP, '1.4.3')?.bytes ?? Buffer.of()
  registry.plantManifest(SHOP, '1.4.3', good.toString().replace('"schemaVersion":2', '"schemaVersion":2 '))
  const { exitCode, log } = await stage.deploy()
  registry.plantManifest(SHOP, '1.4.3', good)
  return [
    ['stops', async () => assert.equal(exitCode, 1)],
    ['says which check failed', async () => assert.match(log, /VERIFY_SIGNATURE_MISSING/)],
    [
      'has nothing to deploy, also in a step that runs all the same',
      async () => {
        assert.doesNotMatch(log, /DEPLOYS oci/)
        assert.match(log, /VERIFIED false FOUND nothing/)
      },
    ],
  ]
}

async function pushOfTheBump(stage: Stage): Promise<readonly Check[]> {
  const ran = await stage.run({ name: 'push', ref: MAIN })
  return [
    ...always(stage, ran, 'success'),
    releases(ran, []),
    ['changes nothing on the registry', async () => assert.equal(ran.writes, 0)],
  ]
}

async function releaseTag(stage: Stage): Promise<readonly Check[]> {
  const yaml = await inOrigin(stage, 'charts/web/Chart.yaml')
  const files = { 'charts/web/Chart.yaml': yaml.replace('0.9.0', '0.9.1') }
  const commit = await stage.repository.commit('feat(web): 0.9.1', files)
  await stage.repository.tag('web-0.9.1')
  const ran = await stage.run({ name: 'push', ref: 'refs/tags/web-0.9.1' })
  return [
    ...always(stage, ran, 'success'),
    releases(ran, ['web 0.9.1 released']),
    holds(stage, { hello: ['0.3.1'], shop: ['1.4.3'], web: ['0.9.0', '0.9.1'] }),
    isSigned(stage, ran, [['web', '0.9.1']]),
    ['leaves the branch as it is', async () => assert.equal(await stage.repository.remote(), commit)],
  ]
}

async function dispatch(stage: Stage): Promise<readonly Check[]> {
  await stage.repository.commit('feat(web): a value', { 'charts/web/values.yaml': 'greeting: hi\n' })
  const ran = await stage.run({ name: 'workflow_dispatch', ref: MAIN })
  return [
    ...always(stage, ran, 'success'),
    releases(ran, ['web 0.10.0 released']),
    isSigned(stage, ran, [['web', '0.10.0']]),
    [
      'bumps on origin',
      async () => assert.match(await inOrigin(stage, 'charts/web/Chart.yaml'), /^version: 0\.10\.0$/m),
    ],
  ]
}

async function applicationTag(stage: Stage): Promise<readonly Check[]> {
  const config = 'charts:\n  charts/shop:\n    app-version: tag\n'
  const commit = await stage.repository.commit('ci: the tag is the appVersion', {
    '.github/release-charts.yaml': config,
  })
  await stage.repository.tag('v2.2.0')
  const ran = await stage.run({ name: 'push', ref: 'refs/tags/v2.2.0' })
  return [
    ...always(stage, ran, 'success'),
    releases(ran, ['shop 1.5.0 released']),
    isSigned(stage, ran, [['shop', '1.5.0']]),
    ['leaves the branch as it is', async () => assert.equal(await stage.repository.remote(), commit)],
  ]
}

async function fiveCharts(stage: Stage): Promise<readonly Check[]> {
  await stage.repository.commit('feat: five charts, each depends on the one before', await chainOfFive(stage.helm))
  const ran = await stage.run({ name: 'push', ref: MAIN })
  return [
    ...always(stage, ran, 'success'),
    [
      'publishes them as they are',
      async () => {
        const released = ran.told.charts.filter((line) => line.startsWith('chain-'))
        assert.deepEqual(
          released,
          chain.map((name) => `${name} 1.0.0 released`),
        )
      },
    ],
  ]
}

async function firstOfFive(stage: Stage): Promise<readonly Check[]> {
  await stage.repository.commit('fix: other words', touched)
  const ran = await stage.run({ name: 'push', ref: MAIN })
  return [
    ...always(stage, ran, 'success'),
    releases(
      ran,
      chain.map((name) => `${name} 1.0.1 released`),
    ),
    isSigned(
      stage,
      ran,
      chain.map((name) => [name, '1.0.1'] as const),
    ),
    [
      'shows each only after the one that it depends on',
      async () => assert.deepEqual(orderOfTags(stage, '1.0.1'), chain),
    ],
    ['has locks that `helm dependency build` takes as they are', () => buildsClean(stage)],
  ]
}

async function pullRequest(stage: Stage): Promise<readonly Check[]> {
  await stage.repository.commit('feat(shop): a value', { 'charts/shop/values.yaml': 'name: moon\n' })
  const ran = await stage.run({ name: 'pull_request', ref: MAIN })
  return [
    // The step is allowed to fail; the job, which expects that, is green.
    ...always(stage, ran, 'failure', 0),
    [
      'plans what a release would do',
      async () => assert.ok(ran.told.charts.some((line) => /^shop \S+ planned$/.test(line))),
    ],
    ['refuses to release', async () => assert.deepEqual(ran.told.problems, ['EVENT_REFUSED'])],
    ['changes nothing on the registry', async () => assert.equal(ran.writes, 0)],
  ]
}

async function withoutCredentials(stage: Stage): Promise<readonly Check[]> {
  const ran = await stage.run({ name: 'push', ref: MAIN }, { credentials: false })
  return [
    ...always(stage, ran, 'failure', 1),
    ['changes nothing on the registry', async () => assert.equal(ran.writes, 0)],
    [
      "does not send the job's token to another server than GitHub",
      async () => assert.equal(stage.origin.authorizations.at(-1), ''),
    ],
  ]
}

async function withoutIdentity(stage: Stage): Promise<readonly Check[]> {
  const before = await stage.repository.remote()
  const ran = await stage.run({ name: 'push', ref: MAIN }, { identity: false })
  return [
    ...always(stage, ran, 'failure', 1),
    ['says which line is missing', async () => assert.match(ran.log, /id-token: write/)],
    ['changes nothing on the registry', async () => assert.equal(ran.writes, 0)],
    ['pushes nothing', async () => assert.equal(await stage.repository.remote(), before)],
  ]
}

/** What holds for every run, however it ends. */
function always(stage: Stage, ran: Performance, outcome: 'success' | 'failure', exitCode = 0): readonly Check[] {
  return [
    [
      `ends as a ${outcome}`,
      async () => {
        assert.equal(ran.told.outcome, outcome, ran.log.slice(-3000))
        assert.equal(ran.exitCode, exitCode, ran.log.slice(-3000))
      },
    ],
    [
      'shows no secret, in no form, even if nothing were masked',
      async () => assert.deepEqual(shown(stage, ran.log), []),
    ],
    [
      'leaves nothing behind, in its home or below RUNNER_TEMP',
      async () => assert.deepEqual([ran.left, ran.told.left], [[], []]),
    ],
    [
      'leaves the checkout clean and its settings as they were',
      async () => assert.deepEqual([ran.told.status, ran.told.settings], [[], ran.settings]),
    ],
  ]
}

/** What a log shows that it must not. */
function shown({ secrets }: Stage, log: string): readonly string[] {
  return [...secrets()].filter(([secret]) => forms(secret).some((form) => log.includes(form))).map(([, what]) => what)
}

function releases({ told }: Performance, expected: readonly string[]): Check {
  return [
    'tells later steps what it released, and a second step in the same job has nothing to do',
    async () => {
      assert.deepEqual(
        told.charts.filter((line) => line.endsWith(' released')),
        expected,
      ) // prettier-ignore
      assert.deepEqual([told.released, told.again], [String(expected.length > 0), 'false'])
    },
  ]
}

function shopOf({ servers }: Stage): Shop {
  const authorization = `Basic ${Buffer.from(`${username}:${servers.password}`).toString('base64')}`
  return { url: servers.registry.url, authorization, trustedRoot: servers.sigstore.trustedRoot }
}

function holds(stage: Stage, expected: Readonly<Record<(typeof published)[number], readonly string[]>>): Check {
  return [
    'is on the registry, and nothing else is',
    async () => {
      for (const name of published)
        assert.deepEqual(await versions(shopOf(stage), `acme/charts/${name}`), expected[name])
    },
  ]
}

function isSigned(stage: Stage, { subject }: Performance, charts: readonly (readonly [string, string])[]): Check {
  return [
    'is signed by this workflow on this ref, in both forms',
    async () => {
      for (const [name, version] of charts) await verifyBoth(shopOf(stage), `acme/charts/${name}`, version, subject)
    },
  ]
}

function tags({ repository }: Stage, expected: readonly string[]): Check {
  return ['claims each version by a git tag', async () => assert.deepEqual(await repository.remoteTags(), expected)]
}
