import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { type Bench, openBench, resource, told } from '../../../support/helm/renders.ts'

let root: string
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'renders-'))
})
afterAll(() => rm(root, { recursive: true, force: true }))

const service =
  '{{ if .Values.web }}\n' +
  resource('Service', '{{ .Release.Name }}-{{ .Chart.Name }}', 'spec: {type: {{ .Values.web.type }}}\n') +
  '{{ end }}\n'

describe.each([3, 4] as const)('values files of ci/, with Helm %s', (major) => {
  let bench: Bench
  beforeAll(async () => {
    bench = await openBench(root, major)
  })
  afterAll(() => bench.close())

  const ci = {
    'ci/a-values.yaml': '---\n# web\nweb:\n  type: NodePort\n',
    'ci/b-values.yaml': 'other: 1\n',
    'ci/c-values.yaml': '# nothing\n',
  }

  it('show what the defaults hide, in two processes for all of them', async () => {
    bench.processes()
    const now = { ...ci, 'templates/a.yaml': service.replace('.Values.web ', '.Values.front ') }
    const findings = await bench.findings({ ...ci, 'templates/a.yaml': service }, now)
    expect(told(findings)).toEqual(['major removed Service/release-name-app'])
    expect(findings[0]?.text).toBe('Service/release-name-app is no longer rendered with ci/a-values.yaml.')
    expect(bench.processes()).toBe(4)
  })

  it('say the old text to both sides: what its author had to change is what users must', async () => {
    const now = {
      'ci/a-values.yaml': 'front: {type: NodePort}\n',
      'templates/a.yaml': service.replaceAll('.Values.web', '.Values.front'),
    }
    expect(told(await bench.findings({ ...ci, 'templates/a.yaml': service }, now))).toEqual([
      'major removed Service/release-name-app',
    ])
  })

  it('are not asked where the defaults have shown that it breaks', async () => {
    bench.processes()
    const old = { ...ci, 'templates/a.yaml': service, 'templates/b.yaml': resource('Service', 'gone') }
    await bench.findings(old, { ...ci, 'templates/a.yaml': service })
    expect(bench.processes()).toBe(2)
  })

  it('break where one of them no longer renders, and the others are still compared', async () => {
    const old = { ...ci, 'ci/b-values.yaml': 'old: 1\nweb: {type: ClusterIP}\n', 'templates/a.yaml': service }
    const refusing = `{{ if .Values.old }}{{ fail "old is gone" }}{{ end }}\n${service.replace('NodePort', '')}`
    const now = { ...old, 'templates/a.yaml': refusing.replace('{{ .Values.web.type }}', 'ClusterIP, clusterIP: None') }
    const findings = await bench.findings(old, now)
    expect(told(findings)).toEqual(
      expect.arrayContaining([
        'major fails with ci/b-values.yaml',
        'major immutable Service/release-name-app spec.clusterIP',
      ]),
    )
    const failed = findings.find(({ rule }) => rule === 'rendered/fails')
    expect(failed?.text).toContain('old is gone')
    expect(failed).toMatchObject({ at: { file: 'templates/a.yaml' } })
    expect(JSON.stringify(findings)).not.toMatch(/many-times|q0\d/)
  })

  it('compare a chart that needs a value, also where one of them is refused', async () => {
    const needing = (more: string) => `{{ $_ := required "a web" .Values.web }}${more}${service}`
    const old = { ...ci, 'ci/b-values.yaml': 'old: 1\nweb: {type: ClusterIP}\n', 'templates/a.yaml': needing('') }
    const refusing = needing('{{ if .Values.old }}{{ fail "old is gone" }}{{ end }}').replace(
      'kind: Service',
      'kind: Route',
    )
    const findings = told(await bench.findings(old, { ...old, 'templates/a.yaml': refusing }))
    expect(findings).toContain('major fails with ci/b-values.yaml')
    expect(findings).toContain('major removed Service/release-name-app')
  })

  it('are told of where they can not be read, once', async () => {
    const old = {
      'templates/a.yaml': service,
      'ci/a-values.yaml': 'web: [\n',
      'ci/b-values.yaml': '- 1\n',
      'ci/d-values.yaml': 'a: 1\n---\nb: 2\n',
    }
    const findings = await bench.findings(old, { ...old, 'templates/a.yaml': `\n${service}` })
    expect(told(findings)).toEqual(['none not-rendered Not compared with ci/a-values.yaml and 2 more'])
  })

  it('leave chance out', async () => {
    const random = `${service}---\n${resource('ConfigMap', 'x-{{ randAlphaNum 9 | lower }}')}`
    const old = { ...ci, 'templates/a.yaml': random }
    expect(await bench.findings(old, { ...ci, 'templates/a.yaml': `\n${random}` })).toEqual([])
  })

  it('leave no folders behind', async () => {
    await bench.findings({ ...ci, 'templates/a.yaml': service }, { ...ci, 'templates/a.yaml': `\n${service}` })
    expect((await readdir(root)).filter((name) => name.includes('render-'))).toEqual([])
  })
})
