// `npm run e2e`: workflows under act, which runs them on this machine as GitHub's runner does: `.github/workflows/e2e.yml` with this
// action as `./`, and a repository with nothing but charts that calls the reusable workflow. What came of it is looked at from
// outside: the registry, origin, the signatures, the log.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type Cell, count, table, totals } from '../interop/cells.ts'
import { install, tools } from '../interop/tools.ts'
import { helmPath } from '../support/helm/helm.ts'
import { projectRoot } from '../support/places.ts'
import { playCaller } from './caller/scenarios.ts'
import { openCaller } from './caller/stage.ts'
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
  const helm = await helmPath(4)
  await using stage = await openStage(act.file, helm)
  await using caller = await openCaller(act.file, helm, join(projectRoot, 'dist/index.js'))
  return [...(await playAll(stage, client)), ...(await playCaller(caller, client))]
}

const { values } = parseArgs({ options: { json: { type: 'string' } } })
process.exitCode = await main(values.json)
