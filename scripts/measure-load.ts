// `npm run bench:load`: how long the bundle takes to load, beside a bare Node, side by side in one run.
// Loading cannot be told from running without a door in the action itself, so what is timed is a run that ends at once:
// an unknown mode, refused before anything is looked at. That is an upper bound of the loading time.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const ROUNDS = 21
const BUDGET_MS = 150

const entry = resolve(import.meta.dirname, '../dist/index.js')
const folder = mkdtempSync(join(tmpdir(), 'load-'))
const env = {
  PATH: process.env.PATH,
  HOME: folder,
  RUNNER_TEMP: folder,
  GITHUB_WORKSPACE: folder,
  INPUT_MODE: 'nothing',
}

function milliseconds(args: readonly string[]): number {
  const start = performance.now()
  const { status, error } = spawnSync(process.execPath, args, { cwd: folder, env, stdio: 'ignore' })
  if (error || status === null) throw error ?? new Error(`node ${args.join(' ')} was killed`)
  return performance.now() - start
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}

const bare: number[] = []
const loaded: number[] = []
for (let round = 0; round < ROUNDS; round += 1) {
  bare.push(milliseconds(['--eval', '0']))
  loaded.push(milliseconds([entry]))
}
rmSync(folder, { recursive: true, force: true })
console.log(`bare node: ${median(bare).toFixed(0)} ms, dist/index.js: ${median(loaded).toFixed(0)} ms`)
console.log(`(medians of ${ROUNDS} rounds; the budget for the bundle is ${BUDGET_MS} ms)`)
