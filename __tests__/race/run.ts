// `npm run race`: two and eight runs at once on one repository and registry, held at a barrier, round after round: up to twenty
// rounds a cell, as many as fit into `--seconds`, at least four; other ones for every commit of this repository. `-- --full`
// does all twenty; `-- --rounds 3,1` sets the numbers, `-- --only none` takes the constellations with that in their names.
import { execFileSync } from 'node:child_process'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { bundledEntry } from '../support/run/bundled-entry.ts'
import { startSigstore } from '../support/sigstore/sigstore.ts'
import { type Constellation, constellations } from './constellations.ts'
import { raceForIndexes } from './index-race.ts'
import { openArena, type Round } from './round.ts'

if (process.argv[2] === 'index') process.exit((await raceForIndexes(process.argv.slice(3))) ? 0 : 1)

const { values } = parseArgs({
  options: {
    full: { type: 'boolean', default: false },
    seconds: { type: 'string', default: '240' },
    rounds: { type: 'string', default: '20,20' },
    only: { type: 'string', default: '' },
  },
})
const LEAST_ROUNDS = 4
const [ofTwo = 0, ofEight = 0] = values.rounds.split(',').map(Number)
// A round of eight takes longer, but not four times as long.
const SIZES = [
  { count: 2, rounds: ofTwo, weight: 2 },
  { count: 8, rounds: ofEight, weight: 3 },
].filter(({ rounds }) => rounds > 0)
const cells = constellations
  .filter(({ name }) => name.includes(values.only))
  .flatMap((constellation) => SIZES.map((size) => ({ constellation, ...size })))
const commits = Number(execFileSync('git', ['rev-list', '--count', 'HEAD'], { cwd: import.meta.dirname }))
const first = values.full ? 1 : 1 + (commits % 12)

const started = performance.now()
const seconds = () => Math.round((performance.now() - started) / 1000)
await using entry = await bundledEntry('__tests__/support/entries/race-entry.ts')
const sigstore = await startSigstore()
const all: Round[] = []

for (const [index, one] of cells.entries()) {
  const weights = cells.slice(index).reduce((total, { weight }) => total + weight, 0)
  const until = values.full
    ? Number.POSITIVE_INFINITY
    : seconds() + ((Number(values.seconds) - seconds()) * one.weight) / weights
  all.push(...(await cell(one, until)))
}
await sigstore.close()

const sum = (numberOf: (round: Round) => number) => all.reduce((total, round) => total + numberOf(round), 0)
const problems = sum((round) => problemsOf(round).length)
console.log(
  `rounds: ${all.length}, with a conflict: ${all.filter(({ conflicts }) => conflicts.length > 0).length}, ` +
    `lost or doubled bumps: ${sum(({ lostBumps }) => lostBumps.length)}, ` +
    `versions with two contents: ${sum(({ twoContents }) => twoContents.length)}, ` +
    `losers without a way on: ${sum(({ losers }) => losers.length)}, other problems: ${sum(({ others }) => others.length)}`,
)
process.exitCode = problems === 0 && all.length > 0 ? 0 : 1

async function cell(
  { constellation, count, rounds }: (typeof cells)[number],
  until: number,
): Promise<readonly Round[]> {
  await using arena = await openArena({ constellation, count, entry: entry.file, sigstore })
  const done: Round[] = []
  while (done.length < rounds && (done.length < LEAST_ROUNDS || seconds() < until)) {
    const number = first + done.length
    const round = await arena.round(number)
    done.push(round)
    if (problemsOf(round).length === 0) continue
    // What is broken stays so: the rounds after it would tell the same once more.
    await tell(constellation, count, number, round)
    break
  }
  const conflicts = Map.groupBy(
    done.flatMap((round) => round.conflicts),
    (conflict) => conflict,
  )
  const kinds = [...conflicts].map(([kind, each]) => `${each.length} ${kind}`).join(', ')
  const bad = done.filter((round) => problemsOf(round).length > 0).length
  const met = Math.min(...done.map(({ together }) => together))
  console.log(
    `${constellation.name}, ${count} at once: ${done.length} of ${rounds} rounds, ${bad} bad, at least ${met} met; ${kinds}; ${seconds()} s`,
  )
  return done
}

function problemsOf({ lostBumps, twoContents, losers, others }: Round): readonly string[] {
  return [...lostBumps, ...twoContents, ...losers, ...others]
}

async function tell({ name }: Constellation, count: number, number: number, round: Round): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'race-'))
  for (const [index, run] of round.runs.entries())
    await writeFile(join(folder, `${index}.log`), run.stdout + run.stderr)
  for (const problem of problemsOf(round)) console.log(`FAIL  ${name}, ${count} at once, round ${number}: ${problem}`)
  console.log(`      what the runs said is in ${folder}, the quiet one last`)
}
