// `npm run corpus:helm`: Helm's own test charts and indexes, from its source. Where both Helms lint and package a chart, so do we,
// with equal content; where both list an index, so do we. Every difference must be among those that are explained here.
import { mkdtemp, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { mapConcurrent } from '../../src/model/async/concurrency.ts'
import { install } from '../interop/tools.ts'
import { byHelm } from './helm/by-helm.ts'
import { byUs } from './helm/by-us.ts'
import { differenceOf } from './helm/compare.ts'
import { EXPLAINED } from './helm/explained.ts'
import { type HelmCase, helmCharts, helmIndexes } from './helm/helm-charts.ts'
import { judgeIndex } from './helm/judge-index.ts'
import { say } from './history/say.ts'
import { startHelms } from './index-files/helm-reads.ts'

/** Charts at a time: each is a few processes. */
const SIDE_BY_SIDE = 3

async function main(): Promise<number> {
  const [helm3, helm4] = [await install('helm3'), await install('helm4')]
  if (!('file' in helm3) || !('file' in helm4)) {
    say(`skipped: ${[helm3, helm4].map((tool) => ('why' in tool ? tool.why : '')).join(' ')}`)
    return 0
  }
  const only = process.argv.slice(2).find((word) => !word.startsWith('-')) ?? ''
  const named = (cases: readonly HelmCase[]) => cases.filter(({ name }) => name.includes(only))
  // On PATH it has to have its own name.
  const onPath = await mkdtemp(join(tmpdir(), 'corpus-helm-path-'))
  await symlink(helm4.file, join(onPath, 'helm'))
  const charts = await judged(named(await helmCharts()), async ({ path }) => {
    const own = await byUs(onPath, path)
    return differenceOf([await byHelm(helm3.file, 3, path), await byHelm(helm4.file, 4, path)], own, 4)
  })
  const { helms, stop } = await startHelms()
  const indexes = await judged(named(await helmIndexes()), (index) => judgeIndex(index, helms))
  await stop()
  await rm(onPath, { recursive: true })
  say(`charts: ${charts.told}`)
  say(`indexes: ${indexes.told}`)
  return charts.unexplained + indexes.unexplained
}

async function judged(cases: readonly HelmCase[], judge: (one: HelmCase) => Promise<string | undefined>) {
  const results = await mapConcurrent(cases, SIDE_BY_SIDE, async (one) => {
    const difference = await judge(one)
    if (difference === undefined) return 'equal'
    const known = EXPLAINED.find((each) => each.name.test(one.name) && each.difference.test(difference))
    say(`${known ? 'explained' : 'UNEXPLAINED'} ${one.name}: ${difference}${known ? `: ${known.why}` : ''}`)
    return known ? 'explained' : 'unexplained'
  })
  const [explained, unexplained] = [count(results, 'explained'), count(results, 'unexplained')]
  return { told: `${cases.length} judged, ${explained} different with a reason, ${unexplained} without`, unexplained }
}

function count(all: readonly string[], one: string): number {
  return all.filter((each) => each === one).length
}

process.exitCode = (await main()) === 0 ? 0 : 1
