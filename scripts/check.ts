// `npm run check`: what must hold before a commit, side by side. Prints the output of what failed.
import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'

const CHECKS = ['types', 'lint', 'format:check', 'docs:check']

async function passes(name: string): Promise<boolean> {
  const started = performance.now()
  const { promise, resolve } = Promise.withResolvers<number | null>()
  const child = spawn(`npm run --silent ${name} 2>&1`, { shell: true, stdio: ['ignore', 'pipe', 'inherit'] })
  child.on('close', resolve)
  const output = await text(child.stdout)
  const passed = (await promise) === 0
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  console.log(`${passed ? 'ok  ' : 'FAIL'}  ${name} (${seconds} s)`)
  if (!passed) console.log(output)
  return passed
}

const results = await Promise.all(CHECKS.map(passes))
process.exitCode = results.every(Boolean) ? 0 : 1
