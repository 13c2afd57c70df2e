import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { writeArchive } from '../../../../src/chart/archive/archive.ts'
import { gunzip, gzip } from '../../../../src/chart/archive/gzip.ts'
import { type Bench, openBench, resource, told } from '../../../support/helm/renders.ts'
import { openCanary, openSchemas } from '../../../support/servers/open-schemas.ts'

let root: string
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'renders-'))
})
afterAll(() => rm(root, { recursive: true, force: true }))

const map = (data: string) => resource('ConfigMap', 'settings', `data:\n  key: ${data}\n`)
const endless = `{{- range until 200000 }}{{- range until 200000 }}{{ end }}{{ end }}\n${map('a')}`
const chart = (rest: string) => `apiVersion: v2\nname: app\nversion: 1.0.0\n${rest}`
const redis = chart('dependencies:\n  - {name: redis, version: ^17.0.0, repository: https://charts.example.test}\n')

/** Helm reads it, our own reader refuses links. */
function archiveWithLink(schema: string): Uint8Array {
  const files = {
    'Chart.yaml': 'apiVersion: v2\nname: redis\nversion: 17.0.0\n',
    'values.schema.json': schema,
    zlink: '',
  }
  const entries = Object.entries(files).map(([path, text]) => ({ path, content: Buffer.from(text) }))
  const tar = Buffer.from(gunzip(writeArchive('redis', entries, new Date(0)), 1024 * 1024))
  const header = tar.subarray(tar.indexOf('redis/zlink')).subarray(0, 512)
  header.write('2', 156)
  header.write('        ', 148)
  const sum = header.reduce((total, byte) => total + byte, 0)
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148)
  return gzip(tar)
}

describe.each([3, 4] as const)('what the machine has to do with, under Helm %s', (major) => {
  let bench: Bench
  beforeAll(async () => {
    bench = await openBench(root, major)
  })
  afterAll(() => bench.close())

  it('is no evidence: a rendering that takes too long is stopped and told', async () => {
    bench.processes()
    const old = { 'templates/a.yaml': map('a'), 'ci/a-values.yaml': 'a: 1\n' }
    const findings = await bench.findings(old, { ...old, 'templates/a.yaml': endless }, { processMs: 1500 })
    expect(findings).toHaveLength(2)
    expect(findings.map(({ level, rule }) => `${level} ${rule}`)).toEqual(Array(2).fill('none rendered/not-rendered'))
    expect(findings[0]?.text).toContain('stopped after 1.5 seconds')
    // Each side with its defaults, and the old one with its values file: what was stopped is not tried again.
    expect(bench.processes()).toBe(3)
  })

  it('is no evidence: what is over the budget of a pair is not begun', async () => {
    bench.processes()
    const old = { 'templates/a.yaml': map('a') }
    const findings = await bench.findings(old, { 'templates/a.yaml': map('b') }, { pairMs: 0 })
    expect(told(findings)).toEqual(["none not-rendered Neither side can be rendered with the chart's defaults"])
    expect(bench.processes()).toBe(0)
  })

  it('is no evidence: a Kubernetes that is too new for Helm', async () => {
    const old = { 'templates/a.yaml': map('a') }
    const findings = await bench.findings(old, { ...old, 'Chart.yaml': chart('kubeVersion: ">=1.99"\n') })
    expect(findings.map(({ level }) => level)).toEqual(['none'])
    expect(findings[0]?.text).toContain('kubeVersion')
  })

  it('does not stop a chart whose dependency is not here; its own templates are compared', async () => {
    const old = { 'Chart.yaml': redis, 'templates/a.yaml': `${map('a')}---\n${resource('Service', 'web')}` }
    const findings = await bench.findings(old, { ...old, 'templates/a.yaml': map('a') })
    expect(told(findings)).toEqual(['none without-dependencies redis', 'major removed Service/web'])
  })

  it('is no evidence: a template of a dependency that is not here', async () => {
    const old = { 'Chart.yaml': redis, 'templates/a.yaml': map('a') }
    const now = { 'Chart.yaml': redis, 'templates/a.yaml': map('{{ include "redis.name" . }}') }
    const asking = { 'Chart.yaml': redis, 'templates/a.yaml': map('{{ .Values.redis.auth.name }}') }
    for (const side of [now, asking]) {
      const findings = await bench.findings(old, side)
      expect(findings.map(({ level }) => level)).toEqual(['none', 'none'])
    }
  })

  it('is said of a library, which renders nothing', async () => {
    const library = { 'Chart.yaml': chart('type: library\n'), 'templates/_a.tpl': '{{ define "a" }}{{ end }}' }
    const findings = await bench.findings(library, { ...library, 'templates/_a.tpl': '' })
    expect(told(findings)).toEqual(['none not-rendered A library renders nothing by itself'])
  })

  it('fetches no schema of others, and takes that schema for unknown', async () => {
    const asked: (string | undefined)[] = []
    const server = createServer((request, response) => {
      asked.push(request.url)
      response.end('{"type": "string"}')
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    try {
      const reference = `http://127.0.0.1:${(server.address() as AddressInfo).port}/schema.json`
      const schema = JSON.stringify({ properties: { port: { $ref: reference } } })
      const old = { 'values.yaml': 'port: 80\n', 'templates/a.yaml': map('a') }
      const now = { ...old, 'values.schema.json': schema, 'templates/a.yaml': map('b') }
      expect(told(await bench.findings(old, now))).toEqual(['patch changed ConfigMap/settings'])
      expect(asked).toEqual([])
    } finally {
      server.close()
    }
  })

  it.each(Object.entries(openSchemas))('fetches nothing for a schema with %s', async (_, schema) => {
    const canary = await openCanary()
    try {
      const old = { 'values.yaml': 'a: 1\n', 'templates/a.yaml': map('a') }
      const now = { ...old, 'values.schema.json': schema(`${canary.url}/x`), 'templates/a.yaml': map('b') }
      expect(told(await bench.findings(old, now))).toEqual(['patch changed ConfigMap/settings'])
      expect(canary.asked).toEqual([])
    } finally {
      canary.close()
    }
  })

  it('fetches nothing for a schema in a vendored archive that only Helm can read', async () => {
    const canary = await openCanary()
    try {
      const old = { 'values.yaml': 'redis: {a: 1}\n', 'templates/a.yaml': map('a') }
      const archive = archiveWithLink(openSchemas['a reference'](`${canary.url}/x`))
      const now = { ...old, 'charts/redis-17.0.0.tgz': archive, 'templates/a.yaml': map('b') }
      const findings = told(await bench.findings(old, now))
      expect(findings).toEqual(['none without-dependencies redis', 'patch changed ConfigMap/settings'])
      expect(canary.asked).toEqual([])
    } finally {
      canary.close()
    }
  })

  it('breaks where the own schema refuses the old defaults', async () => {
    const old = { 'values.yaml': 'port: "80"\n', 'templates/a.yaml': map('a') }
    const schema = JSON.stringify({ properties: { port: { type: 'integer' } } })
    const findings = await bench.findings(old, { ...old, 'values.yaml': 'port: 80\n', 'values.schema.json': schema })
    expect(told(findings)).toEqual(['major refuses with the old defaults'])
    expect(findings[0]?.text).toContain('port')
  })
})
