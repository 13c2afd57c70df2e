// `npm run crash`: kills a release before and after each of its effects, runs again, and compares with a run that nothing
// stopped. A release in one job, also run again for the same commit; the second of two jobs, run again or followed by a new run of both;
// and one job for charts with settings of their own. One moment of every kind is always killed at in one job; of the others as many as
// fit into `--seconds`, other ones for every commit of this repository. Last, the creation of repositories in ECR. `-- --full` takes
// all, `-- --only again` the ways with that in their names.
import { execFileSync } from 'node:child_process'
import { parseArgs } from 'node:util'
import { mapConcurrent } from '../../src/model/async/concurrency.ts'
import type { Crash } from '../support/entries/crash.ts'
import { bundledEntry } from '../support/run/bundled-entry.ts'
import { creationsOf, killCreation } from './ecr.ts'
import { crashesOf, type Killed, killAndRepair, runUndisturbed, type Undisturbed } from './matrix.ts'
import { ALIKE, aScene, EACH_ITS_OWN, type Scene } from './scene.ts'
import { type Way, ways } from './ways.ts'

const KINDS: readonly (readonly [string, RegExp])[] = [
  ['git pushes', /^git push/],
  ['certificates', /signingCert$/],
  ['log entries', /log\/entries$/],
  ['uploads', /\/blobs\/uploads\//],
  ['manifests', /\/manifests\/sha256:/],
  ['cosign tags', /\/manifests\/sha256-.*\.sig$/],
  ['version tags', /\/manifests\/\d/],
  ['GitHub Releases and their files', /\breleases?\b/],
  ['attestations with GitHub', /^POST attestations/],
  ['files that others read', /^(git merge|file|output|summary)/],
]

/** Of each way, however late it is. */
const LEAST_SECONDS = 30
const STRIDE = 7
const ECR = 'creation of repositories in ECR'

const { values } = parseArgs({
  options: {
    full: { type: 'boolean', default: false },
    seconds: { type: 'string', default: '200' },
    lanes: { type: 'string', default: '2' },
    only: { type: 'string', default: '' },
  },
})

const started = performance.now()
const seconds = () => Math.round((performance.now() - started) / 1000)
await using entry = await bundledEntry('__tests__/support/entries/crash-entry.ts')
await using scene = await aScene(entry.file, ALIKE)
await using ownScene = await aScene(entry.file, EACH_ITS_OWN)
/** What is released, and how. */
interface Release {
  readonly name: string
  readonly way: Way
  readonly scene: Scene
}
const inOneJob = ways.slice(0, 1)
const releases: readonly Release[] = [
  ...ways.map((way) => ({ name: way.name, way, scene })),
  ...inOneJob.map((way) => ({ name: EACH_ITS_OWN.name, way, scene: ownScene })),
]
const wanted = releases.filter(({ name }) => name.includes(values.only))
const rows: Row[] = []
for (const [index, release] of wanted.entries()) {
  const share = (Number(values.seconds) - seconds()) / (wanted.length - index)
  rows.push(await row(release, seconds() + Math.max(share, LEAST_SECONDS)))
}

if (ECR.includes(values.only)) rows.push(await ecrRow())

const killed = rows.flatMap((each) => each.killed)
const sum = (numberOf: (row: Row) => number) => rows.reduce((total, each) => total + numberOf(each), 0)
const converged = killed.filter(({ problems }) => problems.length === 0).length
const unsigned = sum(({ undisturbed, killed: each }) =>
  [undisturbed, ...each].reduce((total, one) => total + one.unsigned.length, 0),
)
const watched = killed.reduce((total, one) => total + one.moments, 0)
const most = Math.max(...killed.map(({ signatures }) => signatures))
console.log(
  `${watched} writes of tags were watched; at most ${most} signatures of one form lie beside one digest; ${seconds()} s`,
)
console.log(
  `effects: ${sum(({ undisturbed }) => undisturbed.effects.length)}, moments: ${sum(({ moments }) => moments)}, kills: ${killed.length}, converged: ${converged} of ${killed.length}, visible unsigned: ${unsigned}`,
)
const isUndisturbedGood = rows.every(({ undisturbed }) => undisturbed.problems.length === 0)
const isEachKilled = rows.length > 0 && rows.every((each) => each.killed.length > 0)
process.exitCode = converged === killed.length && unsigned === 0 && isUndisturbedGood && isEachKilled ? 0 : 1

/** What became of one way to release. */
interface Row {
  readonly undisturbed: Pick<Undisturbed, 'effects' | 'problems' | 'unsigned'>
  readonly moments: number
  readonly killed: readonly Killed[]
}

/** Few moments, all of which are taken. */
async function ecrRow(): Promise<Row> {
  const crashes = await creationsOf({ ...scene, entry: entry.file })
  const killed: Killed[] = []
  for (const crash of crashes) {
    const result = await killCreation({ ...scene, entry: entry.file }, crash)
    killed.push(result)
    tell(ECR, result)
  }
  const good = killed.filter(({ problems }) => problems.length === 0).length
  console.log(`${ECR}: ${killed.length} of ${crashes.length} moments, ${good} converged; ${seconds()} s`)
  const effects = crashes.filter(({ moment }) => moment === 'before').map(({ effect }) => effect)
  return { undisturbed: { effects, problems: [], unsigned: [] }, moments: crashes.length, killed }
}

async function row({ name, way, scene: place }: Release, until: number): Promise<Row> {
  const undisturbed = await runUndisturbed(place, way)
  const { effects } = undisturbed
  console.log(
    `${name}: a release of three charts to two registries and GitHub Releases has ${effects.length} effects: ${kindsOf(effects)}`,
  )
  for (const problem of [...undisturbed.problems, ...undisturbed.unsigned]) console.log(`undisturbed: ${problem}`)
  const isWhole = place === scene && way === ways[0]
  const moments = isWhole ? inOrder(crashesOf(effects)) : turned(crashesOf(effects))
  const killed: Killed[] = []
  await mapConcurrent(moments, Number(values.lanes), async (crash) => {
    if (!(isWhole && crash.time === 1) && !values.full && seconds() > until) return
    const result = await killAndRepair(place, undisturbed.state, crash, way)
    killed.push(result)
    tell(name, result)
    if (killed.length % 25 === 0) console.log(`${killed.length} of ${moments.length} moments, ${seconds()} s`)
  })
  const good = killed.filter(({ problems }) => problems.length === 0).length
  console.log(`${name}: ${killed.length} of ${moments.length} moments, ${good} converged; ${seconds()} s`)
  return { undisturbed, moments: moments.length, killed }
}

/** The first of each kind first; the others begin somewhere else for every commit. */
function inOrder(crashes: readonly Crash[]): readonly Crash[] {
  return [...crashes.filter(({ time }) => time === 1), ...turned(crashes.filter(({ time }) => time > 1))]
}

/** In strides over all of them, so that a few are from everywhere; from somewhere else for every commit. */
function turned(crashes: readonly Crash[]): readonly Crash[] {
  const commits = Number(execFileSync('git', ['rev-list', '--count', 'HEAD'], { cwd: import.meta.dirname }))
  const start = Math.floor((crashes.length * ((commits * 0.618) % 1)) % crashes.length)
  const all = [...crashes.slice(start), ...crashes.slice(0, start)]
  return Array.from({ length: STRIDE }, (_, offset) => all.filter((__, index) => index % STRIDE === offset)).flat()
}

function kindsOf(names: readonly string[]): string {
  const counts = KINDS.map(([kind, pattern]) => [kind, names.filter((name) => pattern.test(name)).length] as const)
  const others = names.filter((name) => !KINDS.some(([, pattern]) => pattern.test(name)))
  return [...counts, ...others.map((name) => [name, 1] as const)].map(([kind, count]) => `${count} ${kind}`).join(', ')
}

function tell(name: string, { crash, problems, unsigned: seen }: Killed): void {
  for (const problem of [...problems, ...seen])
    console.log(`FAIL  ${name}, ${crash.moment} ${crash.effect} (${crash.time}): ${problem}`)
}
