// `npm run crash`: kills a release before and after each of its effects, runs again, and compares with a run that nothing
// stopped. One moment of every kind is always killed at; of those that are alike (the blobs of one chart) as many as fit into
// `--seconds`, other ones for every commit of this repository. `-- --full` takes all, `-- --only own` the scene with that in its name.
import { execFileSync } from 'node:child_process'
import { parseArgs } from 'node:util'
import { mapConcurrent } from '../../src/model/async/concurrency.ts'
import type { Crash } from '../support/entries/crash.ts'
import { bundledEntry } from '../support/run/bundled-entry.ts'
import { crashesOf, type Killed, killAndRepair, runUndisturbed, type Undisturbed } from './matrix.ts'
import { ALIKE, aScene, EACH_ITS_OWN, type SceneKind } from './scene.ts'

const KINDS: readonly (readonly [string, RegExp])[] = [
  ['git pushes', /^git push/],
  ['certificates', /signingCert$/],
  ['log entries', /log\/entries$/],
  ['uploads', /\/blobs\/uploads\//],
  ['manifests', /\/manifests\/sha256:/],
  ['cosign tags', /\/manifests\/sha256-.*\.sig$/],
  ['version tags', /\/manifests\/\d/],
  ['attestations with GitHub', /^POST attestations/],
  ['files that others read', /^(git merge|file|output|summary)/],
]

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
const kinds = [ALIKE, EACH_ITS_OWN].filter(({ name }) => name.includes(values.only))
const killed: Killed[] = []
const undisturbed: Undisturbed[] = []
let count = 0
for (const [index, kind] of kinds.entries()) await killEach(kind, (Number(values.seconds) * (index + 1)) / kinds.length)

async function killEach(kind: SceneKind, until: number): Promise<void> {
  await using scene = await aScene(entry.file, kind)
  const whole = await runUndisturbed(scene)
  const { effects, problems, unsigned } = whole
  undisturbed.push(whole)
  console.log(
    `A release of three charts to two registries and GitHub Releases (${kind.name}) has ${effects.length} effects: ${kindsOf(effects)}`,
  )
  for (const problem of [...problems, ...unsigned]) console.log(`undisturbed: ${problem}`)
  const moments = inOrder(crashesOf(effects))
  count += moments.length
  await mapConcurrent(moments, Number(values.lanes), async (crash) => {
    if (crash.time > 1 && !values.full && seconds() > until) return
    const result = await killAndRepair(scene, whole.state, crash)
    killed.push(result)
    tell(result)
    if (killed.length % 25 === 0) console.log(`${killed.length} of ${count} moments, ${seconds()} s`)
  })
}

const converged = killed.filter(({ problems }) => problems.length === 0).length
const unsigned = killed.reduce(
  (sum, one) => sum + one.unsigned.length,
  undisturbed.flatMap((one) => one.unsigned).length,
)
const watched = killed.reduce((sum, one) => sum + one.moments, 0)
const most = Math.max(...killed.map(({ signatures }) => signatures))
console.log(
  `${watched} writes of tags were watched; at most ${most} signatures of one form lie beside one digest; ${seconds()} s`,
)
console.log(
  `effects: ${undisturbed.flatMap(({ effects }) => effects).length}, moments: ${count}, kills: ${killed.length}, converged: ${converged} of ${killed.length}, visible unsigned: ${unsigned}`,
)
const isGood =
  converged === killed.length &&
  unsigned === 0 &&
  undisturbed.every(({ problems }) => problems.length === 0) &&
  killed.length > 0
process.exitCode = isGood ? 0 : 1

/** The first of each kind first; the others begin somewhere else for every commit. */
function inOrder(crashes: readonly Crash[]): readonly Crash[] {
  const commits = Number(execFileSync('git', ['rev-list', '--count', 'HEAD'], { cwd: import.meta.dirname }))
  const [first, alike] = [crashes.filter(({ time }) => time === 1), crashes.filter(({ time }) => time > 1)]
  const start = Math.floor((alike.length * ((commits * 0.618) % 1)) % alike.length)
  return [...first, ...alike.slice(start), ...alike.slice(0, start)]
}

function kindsOf(names: readonly string[]): string {
  const counts = KINDS.map(([kind, pattern]) => [kind, names.filter((name) => pattern.test(name)).length] as const)
  const others = names.filter((name) => !KINDS.some(([, pattern]) => pattern.test(name)))
  return [...counts, ...others.map((name) => [name, 1] as const)].map(([kind, count]) => `${count} ${kind}`).join(', ')
}

function tell({ crash, problems, unsigned: seen }: Killed): void {
  for (const problem of [...problems, ...seen])
    console.log(`FAIL  ${crash.moment} ${crash.effect} (${crash.time}): ${problem}`)
}
