import { describe, expect, it } from '@jest/globals'
import type { Advice } from '../../../../src/model/report.ts'
import type { Annotation, Log } from '../../../../src/ports/runner.ts'
import { annotate } from '../../../../src/report/annotations.ts'
import { summary } from '../../../../src/report/markdown/summary.ts'
import { reportJson } from '../../../../src/report/outputs.ts'
import { adviceOf, runAdvice, settingsAdvice } from '../../../../src/report/wording/advice.ts'
import { aPlan, aReport } from '../../../support/values/reports.ts'

const ofChart: Advice = {
  ...{ kind: 'chart', level: 'notice', title: 'app: values/added', text: 'A value was added.' },
  at: { file: 'charts/app/values.yaml', line: 3 },
}
const advice = [
  ...runAdvice(['The clock is slow.']),
  ...settingsAdvice([{ text: 'skip-existing is not followed.', at: { file: 'cr.yaml', line: 2 } }]),
  ofChart,
]

/** A log that keeps what is annotated, in order. */
function keepingLog() {
  const kept: (readonly [string, string, Annotation | undefined])[] = []
  const keep = (level: string) => (text: string, annotation?: Annotation) => void kept.push([level, text, annotation])
  const log: Log = {
    ...{ notice: keep('notice'), warning: keep('warning'), error: keep('error') },
    ...{ info: () => undefined, debug: () => undefined, group: (_, work) => work() },
  }
  return { log, kept }
}

describe('advice', () => {
  it('is found by its kind', () => {
    expect(adviceOf({ advice }, 'chart')).toEqual([ofChart])
    expect(adviceOf({ advice }, 'run').map(({ text }) => text)).toEqual(['The clock is slow.'])
  })

  it('is annotated at its place: that of charts first, that of the run last', () => {
    const { log, kept } = keepingLog()
    annotate(aReport({ advice }), log)
    expect(kept.map(([level, text, annotation]) => [level, text, annotation?.at?.line])).toEqual([
      ['notice', 'A value was added.', 3],
      ['warning', 'skip-existing is not followed.', 2],
      ['warning', 'The clock is slow.', undefined],
      ['notice', '1 chart released.', undefined],
    ])
  })

  it('has three fields in the report file, of which one needs a plan', () => {
    const { warnings, remarks, notes } = JSON.parse(reportJson(aReport({ advice, plan: aPlan() })))
    expect(warnings).toEqual(['The clock is slow.'])
    expect(remarks).toEqual([{ text: 'skip-existing is not followed.', at: { file: 'cr.yaml', line: 2 } }])
    expect(notes).toEqual([
      {
        level: 'notice',
        title: ofChart.title,
        text: 'A value was added.',
        at: { file: 'charts/app/values.yaml', line: 3 },
      },
    ])
    expect(JSON.parse(reportJson(aReport({ advice: [] })))).toMatchObject({ warnings: [], remarks: [] })
    expect(JSON.parse(reportJson(aReport({ advice: [] })))).not.toHaveProperty('notes')
  })

  it('is one list in the summary, settings first and charts with their place', () => {
    expect(summary(aReport({ advice }))).toContain(
      `### Worth knowing

- skip-existing is not followed.
- The clock is slow.
- A value was added. \`charts/app/values.yaml:3\``,
    )
  })

  it('about charts is left out of the summary of a check, whose table says it', () => {
    const text = summary(aReport({ mode: 'check', checks: [], charts: [], advice }))
    expect(text).toContain('- The clock is slow.')
    expect(text).not.toContain('A value was added')
  })
})
