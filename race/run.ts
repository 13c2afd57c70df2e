// `npm run race`: two and eight runs at once on one repository and registry, held at a barrier, round after round: twenty
// rounds with two, a few with eight, and twenty of those too with `-- --full`. `-- --rounds 3,1` sets the numbers, `-- --only
// none` takes the constellations with that in their names.
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { bundledEntry } from '../__tests__/support/bundled-entry.ts'
import { startSigstore } from '../__tests__/support/sigstore/sigstore.ts'
import { type Constellation, constellations } from './constellations.ts'
import { openArena, type Round } from './round.ts'

const { values } = parseArgs({
  options: {
    full: { type: 'boolean', default: false },
    rounds: { type: 'string', default: '20,4' },
    only: { type: 'string', default: '' },
  },
})
const [ofTwo = 20, ofEight = 20] = values.full ? [] : values.rounds.split(',').map(Number)
const SIZES = [
  { count: 2, rounds: ofTwo },
  { count: 8, rounds: ofEight },
]

const started = performance.now()
const seconds = () => Math.round((performance.now() - started) / 1000)
await using entry = await bundledEntry('__tests__/support/race-entry.ts')
const sigstore = await startSigstore()
const all: Round[] = []

for (const constellation of constellations.filter(({ name }) => name.includes(values.only)))
  for (const { count, rounds } of SIZES.filter(({ rounds }) => rounds > 0))
    all.push(...(await cell(constellation, count, rounds)))
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

async function cell(constellation: Constellation, count: number, rounds: number): Promise<readonly Round[]> {
  await using arena = await openArena({ constellation, count, entry: entry.file, sigstore })
  const done: Round[] = []
  for (let number = 1; number <= rounds; number += 1) {
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
