import { readFileSync } from 'node:fs'
import { packagedSide } from '../../../src/bump/auto/side.ts'
import { say } from '../history/say.ts'
import { data, linesOf } from './data.ts'
import { decided, type Judge, type Judged, quantile, times } from './judged.ts'

interface Upgrade {
  readonly id: string
  readonly chart: string
  readonly old: string
  readonly new: string
  readonly declaredBump: string
  /** A reading of the maintainers' upgrade notes: what begins with `breaking` is documented. */
  readonly class: string
}

interface Row extends Judged {
  readonly upgrade: Upgrade
}

const MIN_FOUND = 36
const MEDIAN_MS = 400
const WORST_MS = 4000

/** The 56 upgrades: prints each, and gives the bounds that are missed, in words. */
export async function upgrades(judge: Judge): Promise<readonly string[]> {
  const rows: Row[] = []
  for (const upgrade of linesOf<Upgrade>('upgrades/upgrades.jsonl')) {
    const side = (name: string) => packagedSide(readFileSync(data(`upgrades/${upgrade.id}/${name}.tar.gz`)))
    rows.push({ upgrade, ...(await judge.judge(side('old'), side('new'))) })
  }
  for (const row of rows) tell(row)
  return summary(rows)
}

function isDocumented({ upgrade }: Row): boolean {
  return upgrade.class.startsWith('breaking')
}

/** Declared as less, and breaking all the same by the difference itself. */
function isUndeclared({ upgrade }: Row): boolean {
  return upgrade.class.startsWith('underdeclared') && !upgrade.class.endsWith('feature-in-patch')
}

function isHarmless(row: Row): boolean {
  return !isDocumented(row) && !isUndeclared(row) && row.upgrade.declaredBump !== 'major'
}

function tell(row: Row): void {
  const { upgrade, level, findings } = row
  const wrong = isDocumented(row) || isUndeclared(row) ? level !== 'major' : isHarmless(row) && level === 'major'
  const more = findings.filter((one) => one.level === level).length - 1
  say(
    `${wrong ? '✗' : ' '} ${upgrade.chart} ${upgrade.old} → ${upgrade.new}: ${level}, declared ${upgrade.declaredBump} (${upgrade.class})`,
  )
  say(`      ${decided(row)}${more > 0 ? `, and ${more} more ${level}` : ''}`)
}

function summary(rows: readonly Row[]): readonly string[] {
  const documented = rows.filter(isDocumented)
  const found = documented.filter(({ level }) => level === 'major')
  const undeclared = rows.filter(isUndeclared)
  const harmless = rows.filter(isHarmless)
  const alarms = harmless.filter(({ level }) => level === 'major')
  // Of a busy machine the time of processors says more, of an idle one with two of them the time of the clock.
  const shorter = rows.map(({ milliseconds, processor }) => Math.min(milliseconds, processor))
  const [median, worst] = [quantile(shorter, 0.5), Math.max(...shorter)]
  say(`documented as breaking: ${found.length} of ${documented.length} found`)
  say(
    `breaking without a word: ${undeclared.filter(({ level }) => level === 'major').length} of ${undeclared.length} found`,
  )
  say(`harmless: ${alarms.length} of ${harmless.length} called major`)
  tellKinds(rows.filter((row) => isDocumented(row) || isUndeclared(row)))
  say(times(rows))
  return [
    ...(found.length < MIN_FOUND
      ? [`${found.length} of ${documented.length} documented upgrades found, ${MIN_FOUND} wanted`]
      : []),
    ...alarms.map(({ upgrade }) => `${upgrade.id} is harmless and was called major`),
    ...(median > MEDIAN_MS ? [`a pair takes ${median.toFixed(0)} ms in the median, ${MEDIAN_MS} allowed`] : []),
    ...(worst > WORST_MS ? [`a pair took ${worst.toFixed(0)} ms, ${WORST_MS} allowed`] : []),
  ]
}

/** In how many breaking upgrades each kind of evidence says major, and in how many it is the only one. */
function tellKinds(rows: readonly Row[]): void {
  const kinds = rows.map(
    ({ findings }) => new Set(findings.filter(({ level }) => level === 'major').map(({ kind }) => kind)),
  )
  for (const kind of new Set(kinds.flatMap((one) => [...one]))) {
    const hits = kinds.filter((one) => one.has(kind))
    say(
      `  ${kind}: ${hits.length} of ${rows.length} breaking upgrades, alone ${hits.filter((one) => one.size === 1).length}`,
    )
  }
}
