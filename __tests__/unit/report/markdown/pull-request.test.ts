import { describe, expect, it } from '@jest/globals'
import { POSTPONE_LABEL } from '../../../../src/model/settings.ts'
import { pullRequestText } from '../../../../src/report/markdown/pull-request.ts'
import { aPlannedChart } from '../../../support/values/reports.ts'

describe('the text of a pull request', () => {
  it('has a table of the charts, their notes, and how to postpone it', () => {
    const notes = new Map([['charts/app', [{ kind: 'added', text: 'A key', breaking: false } as const]]])
    const text = pullRequestText([aPlannedChart()], { base: 'main', notes })
    expect(text).toContain('| app | 1.4.2 → 1.4.3 | 1.4.2 is published with other content |')
    expect(text).toContain('<details><summary>app 1.4.3</summary>\n\n#### Added\n\n- A key\n\n</details>')
    expect(text).toContain(`with the label \`${POSTPONE_LABEL}\``)
  })

  it('cannot be broken by the name of the branch', () => {
    expect(pullRequestText([], { base: 'a`b', notes: new Map() })).toContain('from `ab`.')
  })

  it('fits into what GitHub accepts, however many charts there are', () => {
    const charts = Array.from({ length: 2000 }, (_, index) =>
      aPlannedChart({ name: `chart-${index}`, path: `c/${index}` }),
    )
    const long = [{ kind: 'changed', text: 'x'.repeat(300), breaking: false } as const]
    const text = pullRequestText(charts, { base: 'main', notes: new Map(charts.map(({ path }) => [path, long])) })
    expect(text.length).toBeLessThan(65_536)
    expect(text).toMatch(/\*\d+ more charts are in the commit\.\*/)
  })
})
