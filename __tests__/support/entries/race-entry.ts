import { appendFileSync } from 'node:fs'
import { runAction } from '../../../src/action.ts'
import type { Journal } from '../../../src/ports/process.ts'

// Runs the action as src/main.ts does, but waits for the other runs at chosen effects, and writes down what was refused.
const { RACE_URL = '', RACE_RUN = '', RACE_GATES = '[]', RACE_LOG } = process.env
const gates = (JSON.parse(RACE_GATES) as string[]).map((pattern) => new RegExp(pattern))
const waits = new Map<number, Promise<unknown>>()

const journal: Journal = {
  async effect(name, change) {
    const gate = gates.findIndex((pattern) => pattern.test(name))
    if (gate >= 0) {
      // What goes side by side waits together, and once.
      const wait = waits.get(gate) ?? fetch(`${RACE_URL}/${gate}/${RACE_RUN}`)
      waits.set(gate, wait)
      await wait
    }
    const result = await change()
    for (const refusal of refusalsIn(name, result)) if (RACE_LOG) appendFileSync(RACE_LOG, `${refusal}\n`)
    return result
  },
}

/** Refs that origin refused (`!` in git's porcelain output), and tags that the registry did. */
function refusalsIn(name: string, result: unknown): readonly string[] {
  if (typeof result !== 'object' || result === null) return []
  if ('status' in result && name.startsWith('PUT') && Number(result.status) >= 400) return [name]
  if (!('stdout' in result) || !name.startsWith('git push')) return []
  const lines = Buffer.from(result.stdout as Uint8Array)
    .toString()
    .split('\n')
  return lines.filter((line) => line.startsWith('!')).map((line) => `push ${line.split('\t')[1]?.split(':')[1]}`)
}

process.exitCode = await runAction(process.env, journal)
