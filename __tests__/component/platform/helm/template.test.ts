import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Helm } from '../../../../src/ports/helm.ts'
import { helmOf } from '../../../support/helm/packaging.ts'

let root: string
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'charts-'))
})
afterAll(() => rm(root, { recursive: true, force: true }))

async function chartWith(template: string, others: Readonly<Record<string, string>> = {}): Promise<string> {
  const folder = await mkdtemp(join(root, 'chart-'))
  const files = {
    ...others,
    'Chart.yaml': 'apiVersion: v2\nname: app\nversion: 1.0.0\n',
    'values.yaml': 'name: own\n',
    'templates/a.yaml': template,
  }
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), content)
  }
  return folder
}

const map = (name: string) => `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: ${name}\n`

describe.each([3, 4] as const)('helm template of Helm %s', (major) => {
  let helm: Helm
  beforeAll(async () => {
    helm = await helmOf(major, { ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'secret-of-the-runner' })
  })

  it('renders as one fixed release, with the defaults of the chart', async () => {
    const folder = await chartWith(map('{{ .Release.Name }}-{{ .Release.Namespace }}-{{ .Values.name }}'))
    expect(await helm.template(folder)).toEqual({
      manifests: expect.stringContaining('name: release-name-release-namespace-own\n'),
    })
  })

  it('takes values over them, as text', async () => {
    const folder = await chartWith(map('{{ .Values.name }}-{{ .Values.mode }}'))
    expect(await helm.template(folder, { values: 'name: other\nmode: 0644\n' })).toEqual({
      manifests: expect.stringContaining('name: other-420\n'),
    })
  })

  it('gives Helm’s words where the chart refuses', async () => {
    const folder = await chartWith('{{ fail "say a password" }}')
    expect(await helm.template(folder)).toEqual({
      failed: expect.stringContaining('say a password'),
      stopped: false,
    })
  })

  it('stops a template that has no end, and says so', async () => {
    const folder = await chartWith('{{ range until 200000 }}{{ range until 200000 }}{{ end }}{{ end }}')
    expect(await helm.template(folder, { timeoutMs: 1000 })).toEqual({
      failed: 'Helm was stopped after 1 seconds',
      stopped: true,
    })
  })

  it('stops a template that takes all memory', async () => {
    const folder = await chartWith('{{ $_ := until 2000000000 }}')
    expect(await helm.template(folder)).toEqual({
      failed: 'Helm was stopped at 1024 MiB of memory',
      stopped: true,
    })
  })

  it('sends whatever wants to fetch to a proxy that is not there', async () => {
    const schema = '{"properties": {"name": {"$ref": "http://schemas.example.test/name.json"}}}'
    const folder = await chartWith(map('a'), { 'values.schema.json': schema })
    expect(await helm.template(folder)).toEqual({ failed: expect.stringContaining('127.0.0.1:9:'), stopped: false })
  })
})
