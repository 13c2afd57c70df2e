import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { micromark } from 'micromark'
import { gfm, gfmHtml } from 'micromark-extension-gfm'
import { ReleaseError } from '../../../src/model/errors.ts'
import type { ReleaseReport } from '../../../src/model/report.ts'
import { createLog } from '../../../src/platform/runner/log.ts'
import { createSecrets } from '../../../src/platform/secrets/secrets.ts'
import type { Runner } from '../../../src/ports/runner.ts'
import { runAdvice } from '../../../src/report/wording/advice.ts'
import { writeReport } from '../../../src/report/write.ts'
import { hostileText } from '../../support/secrets/hostile-text.ts'
import { anIdentity, anOutcome, aPlan, aPlannedChart, aReport } from '../../support/values/reports.ts'
import { commandsIn } from '../../support/values/runner-commands.ts'

/** Writes a report and returns everything that came out, by where it went. */
async function written(report: ReleaseReport, ...known: readonly string[]) {
  const lines: string[] = []
  const outputs: Record<string, string> = {}
  const files: Record<string, string> = {}
  const summaries: string[] = []
  const secrets = createSecrets(() => {})
  for (const secret of known) secrets.add(secret)
  const runner: Runner = {
    setOutput: async (name, value) => void Object.assign(outputs, { [name]: value }),
    addSummary: async (markdown) => void summaries.push(markdown),
    async saveFile(name, content) {
      files[name] = content
      return `/tmp/${name}`
    },
  }
  const log = createLog({ write: (text) => lines.push(text), debugging: false, secrets })
  await writeReport(report, { log, runner, secrets })
  return { log: lines.join(''), outputs, files, summary: summaries.join('') }
}

describe('the report in the log', () => {
  it('is one line a chart, and the lines that scripts look for', async () => {
    const charts = [
      anOutcome({ previousVersion: '1.4.2' }),
      anOutcome({ name: 'library', version: '0.3.1', result: 'unchanged', reason: 'published with this content' }),
    ]
    expect(
      (await written(aReport({ charts }))).log,
    ).toBe(`app      1.4.2 -> 1.4.3  released   oci://ghcr.io/acme/charts/app:1.4.3  sha256:ab12cd34ab12
library  0.3.1           unchanged  published with this content
Pushed: ghcr.io/acme/charts/app:1.4.3
Digest: sha256:${'ab12cd34'.repeat(8)}
::notice::1 chart released, 1 unchanged.
`)
  })

  it('annotates problems at their file and line, and a chart’s own at its Chart.yaml', async () => {
    const at = { file: 'charts/app/Chart.yaml', line: 3, column: 10 }
    const charts = [
      anOutcome({ result: 'failed', problem: new ReleaseError('CHART_VERSION_INVALID', 'Bad.', { at, hint: 'Do.' }) }),
      anOutcome({ name: 'db', result: 'failed', problem: new ReleaseError('CHART_NAME_INVALID', 'Bad too.') }),
    ]
    const commands = commandsIn((await written(aReport({ charts, advice: runAdvice(['Careful.']) }))).log)
    expect(commands).toEqual([
      {
        command: 'error',
        properties: { file: 'charts/app/Chart.yaml', line: '3', col: '10', title: 'app: CHART_VERSION_INVALID' },
        data: 'Bad.\ncharts/app/Chart.yaml:3:10\nWhat to do: Do.',
      },
      {
        command: 'error',
        properties: { file: 'charts/db/Chart.yaml', title: 'db: CHART_NAME_INVALID' },
        data: 'Bad too.',
      },
      { command: 'warning', properties: {}, data: 'Careful.' },
      { command: 'notice', properties: {}, data: '2 charts failed.' },
    ])
  })

  it('is a table and JSON for a plan', async () => {
    const plan = aPlan({
      charts: [
        aPlannedChart(),
        aPlannedChart({ name: 'a-library', action: 'leave', version: '1.4.2', reason: 'published' }),
      ],
    })
    const { log, outputs, files } = await written({ mode: 'plan', plan, charts: [], problems: [], advice: [] })
    expect(log).toContain(`CHART      VERSION         PLAN              WHY
app        1.4.2 -> 1.4.3  bump and publish  1.4.2 is published with other content
a-library  1.4.2           leave as it is    published
::group::The plan as JSON
{
  "schema": 1,`)
    expect(JSON.parse(files['plan.json'] ?? '')).toEqual(plan)
    expect(outputs).toMatchObject({
      released: 'false',
      'plan-file': '/tmp/plan.json',
      'report-file': '/tmp/report.json',
    })
    expect(JSON.parse(outputs.plan ?? '')).toEqual(plan)
  })
})

describe('text from charts and registries', () => {
  /** A report in which every text that others can choose is one of `texts`, in turn. */
  function hostileReport(mode: 'release' | 'plan', texts: readonly string[]): ReleaseReport {
    let next = 0
    const text = () => texts[next++ % texts.length] ?? ''
    const problem = () =>
      new ReleaseError('CHART_YAML_INVALID', text(), { hint: text(), at: { file: text(), line: 1 } })
    const references = () => [{ reference: `oci://${text()}`, pinned: text(), digest: 'sha256:00' as const }]
    const outcome = (result: 'released' | 'failed' | 'unchanged') =>
      anOutcome({
        ...{ name: text(), path: text(), version: text(), previousVersion: text(), appVersion: text(), reason: text() },
        ...{ result, references: references(), ...(result === 'failed' && { problem: problem() }) },
      })
    const planned = aPlannedChart({
      ...{ name: text(), path: text(), currentVersion: text(), version: text(), reason: text() },
      problem: { code: 'X', message: text(), hint: text(), file: text() },
    })
    return {
      mode,
      charts:
        mode === 'plan' ? [] : [outcome('released'), outcome('released'), outcome('failed'), outcome('unchanged')],
      plan: aPlan({ charts: [planned], settings: { bump: { value: text(), source: 'config' } } }),
      identity: { ...anIdentity, subject: text(), issuer: text() },
      problems: [problem()],
      advice: [
        ...runAdvice([text()]),
        { kind: 'chart', level: 'warning', title: text(), text: text(), at: { file: text(), line: 1 } },
        { kind: 'settings', level: 'notice', text: text(), at: { file: text() } },
      ],
    }
  }

  const html = (markdown: string): string =>
    micromark(markdown, { extensions: [gfm()], htmlExtensions: [gfmHtml()], allowDangerousHtml: true })
  const elements = new Set(
    'a blockquote h2 h3 p strong em table thead tbody tr th td code pre ul li br details summary'.split(' '),
  )
  const ours = 'https://github.com/release-charts/release-charts/blob/v0/docs/errors.md#'

  it.each(['release', 'plan'] as const)('stays text everywhere (%s)', async (mode) => {
    await fc.assert(
      fc.asyncProperty(fc.array(hostileText, { minLength: 1, maxLength: 8 }), async (texts) => {
        const { log, summary, outputs, files } = await written(hostileReport(mode, texts))
        const allowed =
          mode === 'plan' ? ['error', 'warning', 'notice', 'group', 'endgroup'] : ['error', 'warning', 'notice']
        for (const { command, data } of commandsIn(log)) {
          expect(allowed).toContain(command)
          expect(commandsIn(data)).toEqual([])
        }
        const page = html(summary)
        for (const [, tag] of page.matchAll(/<\/?([a-z!][\w-]*)/gi)) expect(elements).toContain(tag)
        for (const [, address] of page.matchAll(/<a href="([^"]*)"/g)) expect(address?.startsWith(ours)).toBe(true)
        expect(page.match(/<a /g)).toHaveLength(page.match(/<a href="/g)?.length ?? 0)
        expect(page.match(/<details>/g)?.length ?? 0).toBe(summary.match(/^<details>/gm)?.length ?? 0)
        for (const name of ['charts', 'plan']) expect(JSON.parse(outputs[name] ?? '')).toHaveProperty('schema', 1)
        for (const file of Object.values(files)) expect(JSON.parse(file)).toHaveProperty('schema', 1)
      }),
      { numRuns: 100 },
    )
  })

  it('shows no secret anywhere, also one that Markdown would have changed', async () => {
    const secret = 'pass_word*with|marks<&>'
    for (const mode of ['release', 'plan'] as const) {
      const all = await written(hostileReport(mode, [`the answer was ${secret}!`]), secret)
      const everything = JSON.stringify(all)
      expect(everything).not.toMatch(/word\\*\*+with|pass\\*_word/)
      expect(everything).toContain('the answer was ')
    }
  })

  /** Objects, lists, keys and all that is no text, of a JSON text. */
  const shapeOf = (json: string): unknown =>
    JSON.parse(json, (_, value: unknown) => (typeof value === 'string' ? 'text' : value))

  const words = fc.constantFrom(
    ...'charts schema name version reference references released true false null 1 0 a e 0.1.0 1.4.3 app acme oci ghcr.io'.split(
      ' ',
    ),
    ...['ghcr.io/acme/charts', 'oci://ghcr.io/acme/charts/app:1.4.3', 'sha256', 'previousVersion', 'truncated', 'bump'],
    ...[
      '"',
      ',',
      '{',
      '}',
      ':',
      '":"',
      '","',
      '"schema":1,"',
      '{"schema":1,"charts":[{"name":"app",',
      '\n',
      '  ',
      '***',
    ],
    ...['charts/app', 'charts/app/Chart.yaml', 'main', 'released-K9x7', 'CHART_YAML_INVALID', 'config', 'published'],
  )

  it.each(['release', 'plan'] as const)(
    'has its keys, syntax and references whatever the secrets are (%s)',
    async (mode) => {
      await fc.assert(
        fc.asyncProperty(fc.array(words, { minLength: 1, maxLength: 4 }), async (secrets) => {
          const report: ReleaseReport = {
            ...aReport({
              charts: [anOutcome({ previousVersion: '1.4.2' }), anOutcome({ name: 'db', result: 'unchanged' })],
            }),
            mode,
            plan: aPlan({ settings: { bump: { value: 'auto', source: 'config' } } }),
          }
          const [kept, plain] = [await written(report, ...secrets), await written(report)]
          for (const [name, value] of Object.entries({ ...plain.outputs, ...plain.files })) {
            const shown = { ...kept.outputs, ...kept.files }[name] ?? ''
            if (/^[[{]/.test(value)) expect(shapeOf(shown)).toEqual(shapeOf(value))
            else expect(shown).toBe(value)
          }
          const [charts, known] = [kept, plain].map(({ outputs }) => JSON.parse(outputs.charts ?? '').charts)
          for (const field of ['name', 'path', 'version', 'references', 'digest', 'result'])
            expect(charts.map((chart: Record<string, unknown>) => chart[field])).toEqual(
              known.map((chart: Record<string, unknown>) => chart[field]),
            )
        }),
        { numRuns: 200 },
      )
    },
  )

  it('keeps the lines that scripts look for, and the place of an annotation', async () => {
    const at = { file: 'charts/app/Chart.yaml', line: 3 }
    const problem = new ReleaseError('CHART_VERSION_INVALID', 'The server says charts.', { at })
    const report = aReport({ charts: [anOutcome(), anOutcome({ name: 'db', result: 'failed', problem })] })
    const { log, summary } = await written(report, 'charts', 'app')
    expect(log).toContain('Pushed: ghcr.io/acme/charts/app:1.4.3\n')
    expect(log).toContain('::error file=charts/app/Chart.yaml,line=3,')
    expect(log).toContain('The server says ***.')
    expect(summary).toContain('oci://ghcr.io/acme/charts/app')
  })
})
