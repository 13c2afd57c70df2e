// `npm run bench`: the action beside the loop that people copy, on one machine, in one run. Medians and ratios.
import { strict as assert } from 'node:assert'
import { readFile, writeFile } from 'node:fs/promises'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { projectRoot } from '../__tests__/support/workflow.ts'
import { aWorld, type World, type WorldOptions } from '../__tests__/support/world.ts'
import { install, type ToolName } from '../interop/tools.ts'
import { charts } from './charts.ts'
import { indexRows, indexTable } from './index-rows.ts'
import { type Loop, loop } from './loop.ts'
import { type Measured, peakOf, rounds, timed } from './measure.ts'

const quick = process.argv.includes('--quick')
const ROUNDS = quick ? 1 : 3

interface Row {
  readonly what: string
  readonly loop?: Measured
  readonly loopOfFour?: Measured
  readonly action: Measured
}

const rows: Row[] = []

async function tool(name: ToolName): Promise<string> {
  const installed = await install(name)
  if (!('file' in installed)) throw new Error(`the bench needs ${name}: ${installed.why}`)
  return installed.file
}

async function onWorld(count: number, options: Partial<WorldOptions>, work: (world: World) => Promise<Measured>) {
  return rounds(ROUNDS, async () => {
    await using world = await aWorld({ files: charts(count), ...options })
    return await work(world)
  })
}

const folders = (count: number) => Array.from({ length: count }, (_, index) => `charts/chart-${index}`)

async function action(world: World, sign: 'keyless' | 'none', idle = false): Promise<Measured> {
  const workspace = await world.repository.checkout()
  const peak = join(world.repository.root, 'peak')
  const NODE_OPTIONS = `--import=${join(import.meta.dirname, 'peak.mjs')}`
  const options = { workspace, inputs: { sign }, env: { NODE_OPTIONS, BENCH_PEAK: peak }, timeoutMs: 600_000 }
  const run = await world.release(options)
  assert.equal(run.exitCode, 0, run.stderr)
  assert.equal(run.outputs.released, String(!idle))
  return { seconds: run.milliseconds / 1000, megabytes: await peakOf(peak) }
}

async function compare(what: string, count: number, signed: boolean, options: Partial<WorldOptions> = {}) {
  const helm = await tool('helm4')
  const tools = { helm, ...(signed && { cosign: await tool('cosign3') }) }
  const looped = (atOnce: number) =>
    onWorld(count, options, async (world) => {
      const checkout = await world.repository.checkout()
      return timed(() => loop(world, checkout, folders(count), { ...tools, atOnce } satisfies Loop))
    })
  const row = {
    what,
    loop: await looped(1),
    ...(count > 1 && { loopOfFour: await looped(4) }),
    action: await onWorld(count, options, (world) => action(world, signed ? 'keyless' : 'none')),
  }
  tell(row)
}

async function idle(count: number) {
  await using world = await aWorld({ files: charts(count) })
  await action(world, 'none')
  const requests = world.registry.requests.length
  const measured = await rounds(ROUNDS, () => action(world, 'none', true))
  const each = (world.registry.requests.length - requests) / ROUNDS / count
  tell({ what: `nothing to do, ${count} charts (${each.toFixed(1)} requests a chart)`, action: measured })
}

function tell(row: Row) {
  rows.push(row)
  console.log(line(row))
}

function line({ what, loop: one, loopOfFour, action: ours }: Row): string {
  const seconds = (measured: Measured | undefined) => (measured ? `${measured.seconds.toFixed(1)} s` : '')
  const ratio = (measured: Measured | undefined) =>
    measured ? `${(measured.seconds / ours.seconds).toFixed(1)} x` : ''
  const cells = [
    what,
    seconds(one),
    seconds(loopOfFour),
    seconds(ours),
    ratio(one),
    ratio(loopOfFour),
    `${Math.round(ours.megabytes ?? 0)} MB`,
  ]
  return `| ${cells.join(' | ')} |`
}

const head = `| What | Loop | Loop, four at once | Action | Faster than the loop | Faster than four at once | Peak memory |
| --- | --- | --- | --- | --- | --- | --- |`
console.log(head)
for (const count of [1, 20, 100]) {
  await compare(`${count} ${count === 1 ? 'chart' : 'charts'}, unsigned`, count, false)
  await compare(`${count} ${count === 1 ? 'chart' : 'charts'}, signed`, count, true)
}
await compare('20 charts, unsigned, 20 ms latency', 20, false, { latencyMs: 20 })
await compare('20 charts, signed, 20 ms latency', 20, true, { latencyMs: 20 })
await idle(1000)
console.log(`\n${indexTable(await indexRows(await tool('helm4'), ROUNDS))}`)

if (process.argv.includes('--write')) {
  const file = join(projectRoot, 'docs/performance.md')
  const text = await readFile(file, 'utf8')
  const table = `<!-- bench -->\n\n${cpus().length} processors (${cpus()[0]?.model.trim()}), medians of ${ROUNDS} rounds.\n\n${head}\n${rows.map(line).join('\n')}\n\n<!-- /bench -->`
  await writeFile(
    file,
    text.replace(/<!-- bench -->[\s\S]*<!-- \/bench -->/, () => table),
  )
}
