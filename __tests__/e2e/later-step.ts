// A step after the action, in e2e.yml: reads what the action told it, as any step can, and prints it on one line for `npm run
// e2e`. Fails where an output is no use: not JSON, a file that is not there, a folder that was left behind.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

const { OUTCOME, EXPECTED, RELEASED, RELEASED_AGAIN, CHARTS, PLAN, REPORT_FILE, PLAN_FILE, RUNNER_TEMP } = process.env

interface Told {
  readonly charts: readonly { readonly name: string; readonly version: string; readonly result: string }[]
  readonly problems: readonly { readonly code: string }[]
}

function json(name: string, text: string | undefined): Told {
  if (!text) throw new Error(`${name} is empty`)
  return JSON.parse(text)
}

const report = json('report-file', readFileSync(REPORT_FILE ?? '', 'utf8'))
const charts = json('charts', CHARTS)
// A run that failed before there was a plan has none.
if (PLAN) json('plan', PLAN)
if (PLAN_FILE) json('plan-file', readFileSync(PLAN_FILE, 'utf8'))
const temp = resolve(RUNNER_TEMP ?? '')
for (const file of [REPORT_FILE, PLAN_FILE]) {
  if (file && !resolve(file).startsWith(`${temp}/`)) throw new Error(`${file} is not below RUNNER_TEMP`)
}
// Only the folders with the report stay; what the action needed itself (Helm's home, exported charts) is gone.
const kept = new Set(['report.json', 'plan.json'])
const own = readdirSync(temp).filter((name) => name.startsWith('release-charts'))
const left = own.flatMap((name) => readdirSync(join(temp, name)).map((file) => `${name}/${file}`))
const odd = left.filter((path) => !kept.has(path.slice(path.indexOf('/') + 1)))
// Neither files nor settings of the checkout change; after a bump it stands at the new commit.
const status = execFileSync('git', ['-c', 'safe.directory=*', 'status', '--porcelain'], { encoding: 'utf8' })

console.log(
  `E2E ${JSON.stringify({
    outcome: OUTCOME,
    released: RELEASED,
    again: RELEASED_AGAIN,
    charts: charts.charts.map(({ name, version, result }) => `${name} ${version} ${result}`),
    problems: report.problems.map(({ code }) => code),
    left: odd,
    status: status.split('\n').filter((line) => line !== ''),
    settings: createHash('sha256').update(readFileSync('.git/config')).digest('hex'),
  })}`,
)
if (odd.length > 0) throw new Error(`left behind below RUNNER_TEMP: ${odd.join(', ')}`)
if (EXPECTED && OUTCOME !== EXPECTED) throw new Error(`the step ended as ${OUTCOME}, not as ${EXPECTED}`)
if (RELEASED_AGAIN === 'true') throw new Error('a second release of the same commit released something')
