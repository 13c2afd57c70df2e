import { describe, expect, it } from '@jest/globals'
import { ReleaseError } from '../../../src/model/errors.ts'
import { outputsOf, reportJson } from '../../../src/report/outputs.ts'
import {
  aDigest,
  anArchive,
  anOutcome,
  aPlan,
  aPlannedChart,
  aReference,
  aReport,
} from '../../support/values/reports.ts'

describe('the outputs', () => {
  it('say what became of each chart', () => {
    const { released, charts, plan } = outputsOf(
      aReport({ charts: [anOutcome({ previousVersion: '1.4.2', appVersion: '2.0' })] }),
    )
    expect(released).toBe('true')
    expect(plan).toBe('')
    expect(JSON.parse(charts)).toEqual({
      schema: 1,
      charts: [
        {
          name: 'app',
          path: 'charts/app',
          version: '1.4.3',
          previousVersion: '1.4.2',
          appVersion: '2.0',
          reason: 'its templates changed',
          digest: aDigest,
          references: [
            {
              reference: 'oci://ghcr.io/acme/charts/app:1.4.3',
              pinned: `ghcr.io/acme/charts/app@${aDigest}`,
              digest: aDigest,
            },
          ],
          signed: true,
          result: 'released',
        },
      ],
    })
  })

  it('pin what a registry holds, and say of an archive where its index is', () => {
    const references = [aReference('app', '1.4.3'), anArchive('app', '1.4.3')]
    const { charts } = outputsOf(aReport({ charts: [anOutcome({ references })] }))
    expect(JSON.parse(charts).charts[0].references).toEqual([
      {
        reference: 'oci://ghcr.io/acme/charts/app:1.4.3',
        pinned: `ghcr.io/acme/charts/app@${aDigest}`,
        digest: aDigest,
      },
      {
        reference: 'https://acme.github.io/charts/app-1.4.3.tgz',
        repository: 'https://acme.github.io/charts',
        digest: aDigest,
      },
    ])
  })

  it('say that nothing was released when signatures were added, or nothing happened', () => {
    for (const result of ['completed', 'unchanged', 'failed', 'skipped', 'planned'] as const) {
      expect(outputsOf(aReport({ charts: [anOutcome({ result })] })).released).toBe('false')
    }
  })

  it('tell a problem as data', () => {
    const problem = new ReleaseError('CHART_VERSION_MISSING', 'No version.', { at: { file: 'a/Chart.yaml', line: 2 } })
    const { charts } = outputsOf(aReport({ charts: [anOutcome({ result: 'failed', problem })] }))
    expect(JSON.parse(charts).charts[0].problem).toEqual({
      code: 'CHART_VERSION_MISSING',
      kind: 'chart',
      message: 'No version.',
      file: 'a/Chart.yaml',
      line: 2,
    })
  })

  it('stay below 64 KiB, say so, and drop unchanged charts first', () => {
    const charts = Array.from({ length: 1000 }, (_, number) =>
      anOutcome({ name: `chart-${number}`, result: number % 100 === 99 ? 'released' : 'unchanged' }),
    )
    const plan = aPlan({ charts: charts.map(({ name, path }) => aPlannedChart({ name, path, action: 'leave' })) })
    const outputs = outputsOf(aReport({ charts, plan }))
    for (const text of [outputs.charts, outputs.plan]) {
      expect(Buffer.byteLength(text)).toBeLessThan(64 * 1024)
      expect(JSON.parse(text)).toMatchObject({ schema: 1, truncated: true })
    }
    const kept: readonly { readonly result: string }[] = JSON.parse(outputs.charts).charts
    expect(kept.filter(({ result }) => result === 'released')).toHaveLength(10)
    expect(kept.length).toBeGreaterThan(50)
    expect(JSON.parse(reportJson(aReport({ charts }))).charts).toHaveLength(1000)
  })

  it('stay below it also where one chart alone would not', () => {
    const charts = [anOutcome({ reason: 'é'.repeat(70_000) }), anOutcome({ name: 'small' })]
    const settings = { 'sigstore-trusted-root': { value: 'x'.repeat(100_000), source: 'input' as const } }
    const outputs = outputsOf(aReport({ charts, plan: aPlan({ settings }) }))
    expect(JSON.parse(outputs.charts).charts).toMatchObject([{ name: 'small' }])
    expect(JSON.parse(outputs.plan)).toMatchObject({ settings: {}, charts: [{ name: 'app' }] })
  })
})
