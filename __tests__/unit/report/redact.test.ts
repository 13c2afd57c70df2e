import { describe, expect, it } from '@jest/globals'
import { ReleaseError } from '../../../src/model/errors.ts'
import { redacted, redactedForPublication } from '../../../src/report/redact.ts'
import { anOutcome, aReport } from '../../support/values/reports.ts'

/** `s3cret` is secret everywhere, the ordinary word `app` in sentences only. */
const redactData = (text: string) => text.replaceAll('s3cret', '***')
const redaction = { redactData, redact: (text: string) => redactData(text).replaceAll('app', '***') }

describe('a redacted report', () => {
  it('has no secret in any value, and ordinary words only as data', () => {
    const problem = new ReleaseError('REMOTE_UNREACHABLE', 'app: s3cret', {
      ...{ hint: 'type app', at: { file: 'app/s3cret.yaml', line: 2 } },
      cause: new Error('s3cret'),
    })
    const charts = [anOutcome({ reason: 'app changed', result: 'failed', problem })]
    const [chart] = redacted(aReport({ charts }), redaction).charts
    expect(chart).toMatchObject({ name: 'app', path: 'charts/app', reason: '*** changed' })
    expect(chart?.problem).toMatchObject({
      message: '***: ***',
      hint: 'type ***',
      at: { file: 'app/***.yaml', line: 2 },
    })
    expect(chart?.problem?.cause).toBeUndefined()
  })

  it('keeps keys, numbers and what is not there', () => {
    const value = { s3cret: 1, list: [true, null], none: undefined }
    expect(redacted(value, redaction)).toEqual(value)
  })
})

describe('a text that is published', () => {
  it('keeps ordinary words, whose absence would give them away', () => {
    expect(redactedForPublication([{ text: 'app has s3cret' }], redaction)).toEqual([{ text: 'app has ***' }])
  })
})
