// The index rows of the benchmark: one release added to a large index.yaml, beside `helm repo index --merge`.
import { strict as assert } from 'node:assert'
import { execFile, spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { build } from 'esbuild'
import { install } from '../__tests__/interop/tools.ts'
import { largeIndex } from './large-index.ts'
import { type Measured, rounds } from './measure.ts'

const run = promisify(execFile)

export interface IndexRow {
  /** Of the index. */
  readonly megabytes: number
  /** `helm repo index --merge`, the whole process. */
  readonly helm: Measured
  /** Ours, the whole process: Node's start is in it. */
  readonly process: Measured
  /** Ours, within a process that runs already, as in the action: reading, adding, checking, writing. */
  readonly work: Measured
  /** Peak memory of the same program that does nothing. */
  readonly idleMegabytes: number
}

/** Measures both on indexes of about these sizes. `helm` is a path. */
export async function indexRows(
  helm: string,
  count: number,
  sizes: readonly number[] = [4, 38],
): Promise<readonly IndexRow[]> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-index-'))
  try {
    const program = join(folder, 'add.cjs')
    const entryPoints = [join(import.meta.dirname, 'index-add.ts')]
    await build({ entryPoints, outfile: program, bundle: true, minify: true, platform: 'node', format: 'cjs' })
    const rows: IndexRow[] = []
    for (const size of sizes) rows.push(await row({ helm, folder, program, count }, size))
    return rows
  } finally {
    await rm(folder, { recursive: true })
  }
}

interface Bench {
  readonly helm: string
  readonly folder: string
  readonly program: string
  readonly count: number
}

async function row({ helm, folder, program, count }: Bench, megabytes: number): Promise<IndexRow> {
  const index = join(folder, `${megabytes}.yaml`)
  const out = join(folder, 'out.yaml')
  await writeFile(index, largeIndex(megabytes * 1e6))
  const chart = join(folder, 'packages')
  await run(helm, ['create', join(folder, 'chart-7')])
  await run(helm, ['package', join(folder, 'chart-7'), '--version', '99.0.0', '--destination', chart])
  const helmed = await rounds(count, () => measured(helm, ['repo', 'index', chart, '--merge', index]))
  assert.ok((await stat(join(chart, 'index.yaml'))).size > megabytes * 0.9e6, 'Helm dropped entries')
  const work: Measured[] = []
  const whole = await rounds(count, async () => {
    const started = performance.now()
    work.push(await ownWords(program, [index, out, 'chart-7']))
    return { seconds: (performance.now() - started) / 1000 }
  })
  assert.ok((await readFile(out, 'utf8')).includes('version: 99.0.0'), 'nothing was added')
  const idle = await rounds(count, () => ownWords(program, []))
  const queue = [...work]
  return {
    megabytes: (await stat(index)).size / 1e6,
    helm: helmed,
    process: whole,
    work: await rounds(count, async () => queue.shift() ?? { seconds: Number.NaN }),
    idleMegabytes: idle.megabytes ?? Number.NaN,
  }
}

/** What the program says of itself. */
async function ownWords(program: string, args: readonly string[]): Promise<Measured> {
  const { stdout } = await run(process.execPath, [program, ...args])
  const { milliseconds, megabytes } = JSON.parse(stdout) as { milliseconds: number; megabytes: number }
  return { seconds: milliseconds / 1000, megabytes }
}

const LOOK_EVERY_MS = 5

/** Time and peak memory of another program; the peak is what its `/proc` said last. */
async function measured(program: string, args: readonly string[]): Promise<Measured> {
  const started = performance.now()
  const child = spawn(program, args, { stdio: 'ignore' })
  let megabytes = 0
  const look = setInterval(async () => {
    const status = await readFile(`/proc/${child.pid}/status`, 'utf8').catch(() => '')
    megabytes = Math.max(megabytes, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024)
  }, LOOK_EVERY_MS)
  const code = await new Promise((exited) => child.on('exit', exited))
  clearInterval(look)
  assert.equal(code, 0, `${program} failed`)
  return { seconds: (performance.now() - started) / 1000, megabytes }
}

/** The rows as a Markdown table. */
export function indexTable(rows: readonly IndexRow[]): string {
  const lines = rows.map(({ megabytes, helm, process: whole, work, idleMegabytes }) => {
    const over = (work.megabytes ?? Number.NaN) - idleMegabytes
    const cells = [
      `${megabytes.toFixed(1)} MB`,
      ...[helm, whole, work].map(({ seconds }) => `${seconds.toFixed(2)} s`),
      ...[whole, work].map(({ seconds }) => `${(helm.seconds / seconds).toFixed(1)} x`),
      `${helm.megabytes?.toFixed(0)} MB`,
      `${work.megabytes?.toFixed(0)} MB (${((over * 1.048576) / megabytes).toFixed(1)} x the file over idle)`,
    ]
    return `| ${cells.join(' | ')} |`
  })
  const head =
    '| Index | Helm | Ours, process | Ours, work | Faster, process | Faster, work | Peak, Helm | Peak, ours |'
  return [head, '| --- '.repeat(8).concat('|'), ...lines].join('\n')
}

// `node bench/index-rows.ts`: these rows alone.
if (import.meta.main) {
  const helm = await install('helm4')
  if (!('file' in helm)) throw new Error(`the bench needs helm4: ${helm.why}`)
  console.log(indexTable(await indexRows(helm.file, process.argv.includes('--quick') ? 1 : 3)))
}
