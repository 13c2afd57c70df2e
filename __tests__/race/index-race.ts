// `npm run race -- index`: eight processes write to one index at once, twenty rounds, on every kind of place. All of them read
// the same index before the first of a round writes it, so that every round has its conflicts. On the slow ones there are fewer
// rounds without `--full`. With `--seconds 120` no rounds begin after that time, shared evenly by the places; each has at least
// a few. `--rounds 3`, `--only moto`, `--json results.json`.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { bundledEntry } from '../support/run/bundled-entry.ts'
import { openBarrier } from './barrier.ts'
import { chartsOf } from './index/charts.ts'
import { problemsIn } from './index/judge.ts'
import type { IndexPlace, PlaceUnderRace } from './index/place.ts'
import { places } from './index/places.ts'

const WRITERS = 8
const ROUNDS = 20
/** Rounds that follow each other without a look at the time; the processes start anew for the next ones. */
const ROUNDS_AT_A_TIME = 4

interface Told {
  readonly round: number
  readonly tries: number
  readonly problems: readonly string[]
}

type Outcome = 'passed' | 'failed' | 'skipped'

/** Runs them all; `false` where something was lost, where a place is broken, or where there is none. */
export async function raceForIndexes(args: readonly string[]): Promise<boolean> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      full: { type: 'boolean', default: false },
      rounds: { type: 'string' },
      seconds: { type: 'string' },
      only: { type: 'string', default: '' },
      json: { type: 'string' },
    },
  })
  await using entry = await bundledEntry('__tests__/race/index/writer.ts')
  const chosen = places.filter(({ name }) => name.includes(values.only))
  const secondsEach = Number(values.seconds ?? Number.POSITIVE_INFINITY) / chosen.length
  const outcomes: Outcome[] = []
  for (const each of chosen) {
    const rounds = Number(values.rounds ?? (values.full ? ROUNDS : (each.rounds ?? ROUNDS)))
    outcomes.push(await race(each, entry.file, { rounds, seconds: secondsEach }))
  }
  const count = (outcome: Outcome) => outcomes.filter((one) => one === outcome).length
  const counts = { passed: count('passed'), failed: count('failed'), skipped: count('skipped') }
  if (values.json) await writeFile(values.json, JSON.stringify(counts))
  return counts.failed === 0 && counts.passed > 0
}

interface Extent {
  readonly rounds: number
  /** After so many no further rounds begin. */
  readonly seconds: number
}

async function race({ name, open }: PlaceUnderRace, file: string, extent: Extent): Promise<Outcome> {
  const opened = await open()
  if ('why' in opened) {
    console.log(`${opened.broken ? 'FAIL  ' : ''}${name}: ${opened.broken ? 'not there' : 'SKIPPED'}, ${opened.why}`)
    return opened.broken ? 'failed' : 'skipped'
  }
  await using place = opened
  const started = performance.now()
  const told: Told[] = []
  let rounds = 0
  while (rounds < extent.rounds && (rounds === 0 || performance.now() - started < extent.seconds * 1000)) {
    const end = Math.min(rounds + ROUNDS_AT_A_TIME, extent.rounds)
    told.push(...(await writeTogether(place, file, { first: rounds, end })))
    rounds = end
  }
  const numbers = Array.from({ length: rounds }, (_, round) => round)
  const repeats = numbers.map((round) => sum(told.filter((each) => each.round === round).map(({ tries }) => tries - 1)))
  const wanted = numbers.flatMap((round) =>
    Array.from({ length: WRITERS }, (_, writer) => chartsOf(writer, round)).flat(),
  )
  const names = wanted.map((chart) => `${chart.name} ${chart.version}`)
  const problems = [
    ...told.flatMap((each) => each.problems),
    ...(told.length === WRITERS * rounds ? [] : [`only ${told.length} of ${WRITERS * rounds} writes ended`]),
    ...repeats.flatMap((repeated, round) => (repeated > 0 ? [] : [`no conflict was seen in round ${round}`])),
    ...(await problemsIn(place, names)),
  ]
  for (const problem of problems.slice(0, 20)) console.log(`FAIL  ${name}: ${problem}`)
  const seconds = Math.round((performance.now() - started) / 1000)
  console.log(
    `${name}: ${WRITERS} processes, ${rounds} of ${extent.rounds} rounds, with a conflict: ${repeats.filter((repeated) => repeated > 0).length}; ` +
      `index written again ${sum(repeats)} times; entries: ${names.length}, problems: ${problems.length}; ${seconds} s`,
  )
  return problems.length === 0 ? 'passed' : 'failed'
}

/** The rounds from `first` to the one before `end`. */
async function writeTogether(
  place: IndexPlace,
  file: string,
  { first, end }: { readonly first: number; readonly end: number },
): Promise<readonly Told[]> {
  const writers = Array.from({ length: WRITERS }, (_, index) => `${index}`)
  await using barrier = await openBarrier(writers, 'together')
  const told = await Promise.all(
    writers.map(async (writer): Promise<readonly Told[]> => {
      const args = [file, place.address, writer, `${first}`, `${end}`, place.writes.source, barrier.url]
      const env = { PATH: process.env.PATH, HOME: process.env.HOME, ...place.env }
      const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'inherit'] })
      const ended = once(child, 'exit')
      const lines: Told[] = []
      for await (const line of createInterface({ input: child.stdout })) lines.push(JSON.parse(line) as Told)
      await ended
      barrier.leave(writer)
      return lines
    }),
  )
  return told.flat()
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0)
}
