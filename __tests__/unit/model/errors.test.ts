import { describe, expect, it } from '@jest/globals'
import { asReleaseError, placeText, problemsIn, ReleaseError, ReleaseErrors } from '../../../src/model/errors.ts'
import { hasFailed } from '../../../src/model/report.ts'
import { anOutcome, aReport } from '../../support/values/reports.ts'

const problem = new ReleaseError('CHART_YAML_INVALID', 'It is not YAML.')

describe('what was thrown', () => {
  it('is a problem of ours as it is, and several of them are one by one', () => {
    expect(asReleaseError(problem)).toBe(problem)
    expect(problemsIn(new ReleaseErrors([problem, problem]))).toEqual([problem, problem])
  })

  it('is a bug of ours if it is anything else, also a text', () => {
    expect(asReleaseError(new TypeError('x is undefined'))).toMatchObject({ code: 'BUG_UNEXPECTED', kind: 'bug' })
    expect(problemsIn('oops')).toMatchObject([{ code: 'BUG_UNEXPECTED', message: 'oops' }])
  })

  it.each(['ENOSPC: no space left on device, write', 'fatal: sha1 file: Disk quota exceeded'])(
    'says that the disk is full: %s',
    (message) => {
      expect(asReleaseError(new Error(message))).toMatchObject({ code: 'DISK_FULL' })
    },
  )
})

describe('a place', () => {
  it('is as long as it is known', () => {
    expect(placeText({ file: 'Chart.yaml', line: 3, column: 10 })).toBe('Chart.yaml:3:10')
    expect(placeText({ file: 'Chart.yaml', line: 3 })).toBe('Chart.yaml:3')
    expect(placeText({ file: 'Chart.yaml' })).toBe('Chart.yaml')
  })
})

describe('a run', () => {
  it('has failed with a problem of its own or of a chart', () => {
    expect(hasFailed(aReport())).toBe(false)
    expect(hasFailed(aReport({ problems: [problem] }))).toBe(true)
    expect(hasFailed(aReport({ charts: [anOutcome(), anOutcome({ result: 'failed', problem })] }))).toBe(true)
  })
})
