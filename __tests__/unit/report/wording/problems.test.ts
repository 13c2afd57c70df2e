import { describe, expect, it } from '@jest/globals'
import type { ErrorCode } from '../../../../src/model/error-codes.ts'
import { ReleaseError } from '../../../../src/model/errors.ts'
import type { ChartOutcome } from '../../../../src/model/report.ts'
import { annotate } from '../../../../src/report/annotations.ts'
import { chartLines, planTable } from '../../../../src/report/log-lines.ts'
import { summary } from '../../../../src/report/markdown/summary.ts'
import { sharedProblems } from '../../../../src/report/wording/problems.ts'
import { anOutcome, aPlan, aPlannedChart, aReport } from '../../../support/values/reports.ts'

const NAMES = ['app', 'db', 'web-ui']

/** The same failure of three charts, in words about each. */
function stopped(code: ErrorCode, words: (name: string, version: string) => string, at?: ReleaseError['at']) {
  return NAMES.map((name, index): ChartOutcome & { problem: ReleaseError } => {
    const version = `1.${index}.0`
    const problem = new ReleaseError(code, words(name, version), { at, hint: 'Do this.' })
    return { ...anOutcome({ name, version, result: 'failed', references: [] }), problem }
  })
}

const groups = (charts: ReturnType<typeof stopped>) =>
  sharedProblems(charts).map(({ chart, others }) => [chart.name, ...others.map(({ name }) => name)])

describe('one cause', () => {
  it.each<readonly [ErrorCode, (name: string, version: string) => string]>([
    [
      'TARGET_STATE_UNKNOWN',
      (name, version) =>
        `Whether ${name} ${version} is published is not known: GET r.example/acme/${name}/manifests/${version} answers 503`,
    ],
    ['REGISTRY_DENIED', (name) => `r.example/acme/${name} refuses these credentials`],
    ['INDEX_NOT_LOADABLE', () => "Helm can't load index.yaml: app 1.1.0 has the number 1.0 as `appVersion`"],
    ['SIGSTORE_UNAVAILABLE', () => 'Fulcio answers 503'],
    ['INPUT_INVALID', (name, version) => `tag-template makes no tag of ${name}-${version}`],
    ['BUG_UNEXPECTED', (name) => `charts/${name}: no such thing`],
  ])('of %s is told once', (code, words) => {
    expect(groups(stopped(code, words))).toEqual([NAMES])
  })

  it.each<readonly [string, ReturnType<typeof stopped>]>([
    ['a fault of each chart', stopped('CHART_LINT_FAILED', () => 'templates/a.yaml does not parse')],
    ['a version that is taken', stopped('CONFLICT_TAG_TAKEN', (name) => `${name} holds other content`)],
    ['other words', stopped('TARGET_STATE_UNKNOWN', (name) => `${name}: ${'x'.repeat(name.length)}`)],
    [
      'other places',
      stopped('INDEX_INVALID', () => 'is cut short').map((chart, line) => ({
        ...chart,
        problem: new ReleaseError('INDEX_INVALID', 'is cut short', { at: { file: 'index.yaml', line } }),
      })),
    ],
  ])('is not %s', (_, charts) => {
    expect(groups(charts)).toEqual(NAMES.map((name) => [name]))
  })
})

describe('what several charts meet', () => {
  const at = { file: 'index.yaml on gh-pages', line: 6, column: 17 }
  const charts = stopped('INDEX_NOT_LOADABLE', () => "Helm can't load index.yaml on gh-pages.", at)

  it('is one annotation, at its place, with the names of all', () => {
    const told: unknown[] = []
    const log = { error: (text: string, more: unknown) => told.push([text, more]), notice: () => undefined }
    annotate(aReport({ charts }), log as never)
    expect(told).toEqual([
      [
        "Helm can't load index.yaml on gh-pages.\nindex.yaml on gh-pages:6:17\nWhat to do: Do this.\nThe same stops db, web-ui.",
        { title: 'INDEX_NOT_LOADABLE', at },
      ],
    ])
  })

  it('is said of the first in log, table and plan, and of the others that it is the same', () => {
    expect(chartLines(aReport({ charts })).split('\n')).toEqual([
      "app     1.0.0  failed  INDEX_NOT_LOADABLE: Helm can't load index.yaml on gh-pages.",
      'db      1.1.0  failed  INDEX_NOT_LOADABLE: the same as for app',
      'web-ui  1.2.0  failed  INDEX_NOT_LOADABLE: the same as for app',
    ])
    const page = summary(aReport({ charts }))
    expect(page.match(/can't load/g)).toHaveLength(2)
    expect(page.match(/the same as for app/g)).toHaveLength(2)
    expect(page).toContain('The same stops db, web')
    const { code, message } = charts[0]?.problem ?? { code: '', message: '' }
    const planned = NAMES.map((name) =>
      aPlannedChart({
        name,
        path: `charts/${name}`,
        action: 'refuse',
        problem: { code, message, file: at.file, line: 6 },
      }),
    )
    const table = planTable({ ...aPlan(), charts: planned })
    expect(table.match(/can't load/g)).toHaveLength(1)
    expect(table.match(/the same as for app/g)).toHaveLength(2)
  })

  it('names ten charts, and how many more there are', () => {
    const many = Array.from({ length: 14 }, (_, n) => ({
      ...anOutcome({ name: `c${n}`, result: 'failed' }),
      problem: new ReleaseError('TARGET_STATE_UNKNOWN', 'It is down.'),
    }))
    expect(summary(aReport({ charts: many }))).toContain('c10 and 3 more')
  })
})
