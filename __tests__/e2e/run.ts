// `npm run e2e`: `.github/workflows/e2e.yml` under act, which runs a workflow on this machine as GitHub's runner does, with
// this action as `./`. What came of it is looked at from outside: the registry, origin, the signatures, the log.
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { type Cell, count, table, totals } from '../interop/cells.ts'
import { install, tools } from '../interop/tools.ts'
import { helmPath } from '../support/helm/helm.ts'
import { playAll } from './scenarios.ts'
import { openStage } from './stage.ts'

async function main(json: string | undefined): Promise<number> {
  const cells = await playEverything()
  const counts = count(cells)
  console.log(`${table(cells)}\n\n${totals(counts, 'e2e')}`)
  if (json) writeFileSync(json, JSON.stringify({ ...counts, cells }, null, 2))
  return counts.failed === 0 ? 0 : 1
}

async function playEverything(): Promise<readonly Cell[]> {
  const act = await install('act')
  const client = `act ${tools.act.version.slice(1)}`
  if (!('file' in act)) {
    const outcome = act.broken ? 'failed' : 'skipped'
    return [{ registry: 'in-process', client, check: 'runs the workflow', outcome, detail: act.why }]
  }
  await using stage = await openStage(act.file, await helmPath(4))
  return await playAll(stage, client)
}

const { values } = parseArgs({ options: { json: { type: 'string' } } })
process.exitCode = await main(values.json)
