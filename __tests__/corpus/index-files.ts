// `npm run corpus:index`: adds releases to real indexes, lets both Helms read the result, and tells what was lost: nothing.

import { scanIndex } from '../../src/index-file/read/scan.ts'
import { difference, helmReadings } from '../support/helm/helm-loads.ts'
import { indexCases } from '../support/index/index-cases.ts'
import { say } from './history/say.ts'
import { type HelmReader, startHelms } from './index-files/helm-reads.ts'
import { type Judgement, judge } from './index-files/judge.ts'
import { hasRealIndexes, type RealIndex, realIndexes, realPairs } from './index-files/real-indexes.ts'
import { gained, madeUp } from './index-files/releases.ts'

/** What must be refused, and why. */
const DAMAGED: Readonly<Record<string, RegExp>> = {
  'index-incidents/01-kyverno-kyverno-d1a03fd2.after.yaml': /conflict marker/,
  'index-incidents/23-argoproj-argo-helm-9614b8a3.before.yaml': /is empty/,
}

function line({ name, megabytes, releases, took, lines, versions, refused, violations }: Judgement): string {
  const result = violations.length > 0 ? violations.slice(0, 3).join('; ') : (refused ?? 'good')
  const cells = [name, megabytes.toFixed(2), releases, took?.toFixed(0) ?? '', lines ?? '', versions ?? '', result]
  return `| ${cells.join(' | ')} |`
}

/** A chart that the index holds; `undefined` where it holds none. */
function aChartIn({ name, bytes }: RealIndex): string | undefined {
  const [chart] = scanIndex({ file: name, bytes }).charts.keys()
  return chart
}

async function main(): Promise<number> {
  if (!hasRealIndexes) {
    say('skipped: the real indexes are not beside this checkout (../shared/data/index)')
    return 0
  }
  const { helms, stop } = await startHelms()
  const all: Judgement[] = []
  const tell = (judgement: Judgement) => {
    const expected = DAMAGED[judgement.name]
    const wrong = expected ? !expected.test(judgement.refused ?? '') : judgement.refused !== undefined
    const told = wrong
      ? { ...judgement, violations: [...judgement.violations, `refused: ${judgement.refused ?? 'no'}`] }
      : judgement
    all.push(told)
    say(line(told))
  }
  say('| index | MB | releases | ms | lines | versions | result |\n| --- | --- | --- | --- | --- | --- | --- |')
  for (const index of realIndexes()) {
    const known = aChartIn(index)
    tell(await judge(index, [madeUp('new-chart', '1.0.0-rc.1+build.7')], helms))
    if (known) tell(await judge(index, [madeUp(known, '1.2.3-corpus.1')], helms))
  }
  for (const { before, after } of [...realPairs('index-merges'), ...realPairs('index-incidents')]) {
    const releases = before.bytes.length > 0 && !(after.name in DAMAGED) ? gained(before, after) : []
    tell(await judge(before, releases.length > 0 ? releases : [madeUp('new-chart', '1.0.0')], helms))
    if (after.name in DAMAGED) tell(await judge(after, [madeUp('new-chart', '1.0.0')], helms))
  }
  const differing = await differences(helms)
  for (const each of differing) say(each)
  await stop()
  const bad = all.filter(({ violations }) => violations.length > 0)
  say(`${all.length} indexes, ${bad.length} with violations`)
  return bad.length === 0 && all.length > 0 && differing.length === 0 ? 0 : 1
}

/** What these Helms make of a value of each kind at each place, where it is not what we make of it. */
async function differences(helms: readonly HelmReader[]): Promise<readonly string[]> {
  const cases = [...indexCases()]
  const all: string[] = []
  for (const { helm, major } of helms) {
    const readings = await helmReadings(
      helm,
      cases.map(([, text]) => text),
    )
    all.push(
      ...cases.flatMap(([what, text], at) =>
        difference(what, text, readings[at]).map((one) => `Helm ${major}: ${one}`),
      ),
    )
  }
  return all
}

process.exitCode = await main()
