import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { readChartYaml } from '../../../../src/chart/manifest/chart-yaml.ts'
import { readPackagedChart } from '../../../../src/chart/package/packaged-chart.ts'
import { goScalar } from '../../../../src/chart/yaml/go-scalar.ts'
import { chartFiles, writeFiles } from '../../../support/charts/charts.ts'
import { type HelmMajor, helmPath } from '../../../support/helm/helm.ts'
import { runProgram } from '../../../support/process/run-program.ts'

const SCALARS = [
  '1.10',
  '2.0',
  '1e6',
  '1e5',
  '100000.5',
  '1234567.8',
  '0777',
  '0o17',
  '0x1F',
  '0b11',
  '-0b11',
  '+5',
  '08',
  '1_000',
  '.5',
  '-.5',
  '.5_0',
  'yes',
  'N',
  'Off',
  'TRUE',
  '~',
  'null',
  '2026-01-02',
  '72445e2',
  '1e400',
  '1e39',
  '0.0001',
  '0.00001',
  '-0.0',
  '16777217.0',
  '18446744073709551615',
  '18446744073709551616',
  '9223372036854775808',
  '-9223372036854775809',
  '1.2.3',
  '1:30',
  'v1',
  '1e',
  '0x',
  '1.',
]

describe('a plain scalar', () => {
  it.each([
    ['1.10', 'float', '1.1'],
    ['1.20', 'float', '1.2'],
    ['007', 'int', '7'],
    ['0123456', 'int', '42798'],
    ['yes', 'bool', 'true'],
    ['', 'null', ''],
    ['1.2.3', 'string', '1.2.3'],
    ['.inf', 'float', '+Inf'],
    ['-.INF', 'float', '-Inf'],
    ['.nan', 'float', 'NaN'],
  ] as const)('%s is a %s to Helm, and %s as text', (source, kind, text) => {
    expect(goScalar(source)).toEqual({ kind, text })
  })
})

describe.each<HelmMajor>([3, 4])('what Helm %i packages', (major) => {
  it('has the metadata that we read from the source', async () => {
    const text = `name: app
version: 1.0.0
apiVersion: v2
description: >-
  folded
  text\u2003and \u200bmore
appVersion: 1.10
home: yes
kubeVersion: '>=1.20'
sources: [&s https://example.org, *s]
maintainers:
  - &m {name: Ann, email: a@example.org}
  - <<: *m
    name: Bo
annotations:
${SCALARS.map((scalar, index) => `  k${index}: ${scalar}`).join('\n')}
  1.50: float key
  on: bool key
  "10": ten
  "9": nine
`
    const folder = await mkdtemp(join(tmpdir(), 'go-yaml-'))
    try {
      await writeFiles(join(folder, 'app'), chartFiles({ 'Chart.yaml': text }))
      await runProgram(await helmPath(major), ['package', 'app'], { cwd: folder })
      const { manifest } = readPackagedChart(await readFile(join(folder, 'app-1.0.0.tgz')))
      const ours = readChartYaml(text, 'Chart.yaml')
      expect(JSON.stringify(manifest.metadata)).toBe(JSON.stringify(ours.metadata))
      expect(manifest.appVersion).toBe('1.1')
    } finally {
      await rm(folder, { recursive: true })
    }
  })
})
