import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from '@jest/globals'
import { readArchive, writeArchive } from '../../../../src/chart/archive/archive.ts'
import { lintable } from '../../../../src/chart/lint/schema-references.ts'
import { aChart } from '../../../support/charts/three-charts.ts'
import { aRepository, type TestRepository } from '../../../support/git/repository.ts'
import { packed } from '../../../support/helm/packaging.ts'

const repositories: TestRepository[] = []
afterEach(async () => {
  await Promise.all(repositories.splice(0).map((repository) => repository.remove()))
})

const schemaWith = (reference: string) => JSON.stringify({ properties: { a: { $ref: reference } } })

function withSchema(schema: string, folder = '') {
  const files = { 'Chart.yaml': 'name: app\n', [`${folder}values.schema.json`]: schema }
  const entries = Object.entries(files).map(([path, text]) => ({ path, content: Buffer.from(text) }))
  return lintable({ name: 'app', archive: writeArchive('app', entries, new Date(0)) }, entries)
}

describe('a values.schema.json', () => {
  it('that refers to an address is released, and nobody is asked', async () => {
    const asked: (string | undefined)[] = []
    const server = createServer((request, response) => {
      asked.push(request.url)
      response.end('{"type": "string"}')
    })
    await once(server.listen(0, '127.0.0.1'), 'listening')
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/x.json`
    const repository = await aRepository({
      files: {
        ...aChart('app', '1.0.0'),
        'charts/app/values.yaml': 'a: 1\n',
        'charts/app/values.schema.json': schemaWith(url),
      },
    })
    repositories.push(repository)
    const warnings: string[] = []
    const chart = await packed(repository.folder, 'charts/app', { warn: (text) => warnings.push(text) })
    expect(readArchive(chart.archive).map(({ path }) => path)).toContain('values.schema.json')
    expect(asked).toEqual([])
    expect(warnings.join()).toContain(`app: values.schema.json refers to "${url}", which is not fetched`)
    server.close()
  })

  it.each([
    ['https://example.test/x.json', '', 'told'],
    ['http://169.254.169.254/x', 'charts/sub/', 'told'],
    ['file:///proc/self/environ', '', 'refused'],
    ['//169.254.169.254/x', 'charts/sub/', 'refused'],
    ['other.json', '', 'refused'],
  ])('is given to Helm without %s, in %s', (reference, folder, outcome) => {
    const { archive, notices, missing } = withSchema(schemaWith(reference), folder)
    const [, schema] = readArchive(archive)
    expect(schema?.path).toBe(`${folder}values.schema.json`)
    expect(Buffer.from(schema?.content ?? []).toString()).not.toContain(reference)
    expect(notices).toHaveLength(outcome === 'told' ? 1 : 0)
    const lost = { path: `${folder}values.schema.json`, reference, line: 1 }
    expect([...missing.values()]).toEqual(outcome === 'refused' ? [lost] : [])
  })

  it.each([3, 4] as const)(
    'that refers to a file is refused at its line, in words of the repository, by Helm %s',
    async (helm) => {
      const schema = '{\n  "properties": {\n    "a": {"$ref": "parts/a.json"}\n  }\n}\n'
      const files = {
        ...aChart('app', '1.0.0'),
        'charts/app/values.schema.json': schema,
        'charts/app/parts/a.json': '{}',
      }
      const repository = await aRepository({ files })
      repositories.push(repository)
      await expect(packed(repository.folder, 'charts/app', { helm })).rejects.toMatchObject({
        code: 'CHART_LINT_FAILED',
        at: { file: 'charts/app/values.schema.json', line: 3 },
        message:
          'values.schema.json of app refers to "parts/a.json", which Helm looks for outside of the package: it refuses every install.',
        hint: expect.stringContaining('#/$defs/'),
      })
    },
  )

  it('that refers to a file where nothing needs it is released, as Helm does not load it', async () => {
    const schema = '{"$defs": {"x": {"$ref": "parts/a.json"}}, "properties": {"a": {"type": "number"}}}'
    const files = { ...aChart('app', '1.0.0'), 'charts/app/values.schema.json': schema }
    const repository = await aRepository({ files })
    repositories.push(repository)
    expect(await packed(repository.folder, 'charts/app')).toMatchObject({ version: '1.0.0' })
  })

  it('that refers to an address is checked as far as it can be', async () => {
    const schema = '{"properties": {"a": {"$ref": "https://example.test/a.json"}, "b": {"type": "string"}}}'
    const files = {
      ...aChart('app', '1.0.0'),
      'charts/app/values.schema.json': schema,
      'charts/app/values.yaml': 'a: 1\nb: 2\n',
    }
    const repository = await aRepository({ files })
    repositories.push(repository)
    await expect(packed(repository.folder, 'charts/app')).rejects.toMatchObject({
      code: 'CHART_LINT_FAILED',
      at: { file: 'charts/app/values.yaml' },
      message: expect.stringContaining('want string'),
    })
  })

  it.each([
    schemaWith('#/definitions/x'),
    '{"$schema": "https://json-schema.org/draft-07/schema#", "required": ["a"]}',
    '{"properties": {"$ref": {"type": "string"}}}',
  ])('is as it was: %s', (schema) => {
    const { archive, notices } = withSchema(schema)
    expect(readArchive(archive)).toHaveLength(2)
    expect(notices).toEqual([])
  })

  it.each([
    ['no JSON', ''],
    ['{"$ref": "http://10.0.0.1/"} trailing', ''],
    ['{"$ref": "http://10.0.0.1/"} {}', 'charts/sub/'],
  ])('that is not one JSON document is not given to Helm: %s', (schema, folder) => {
    const problem = expect.stringContaining('is not valid JSON')
    expect(withSchema(schema, folder).unreadable).toEqual({ path: `${folder}values.schema.json`, problem })
  })

  it('that is not UTF-8 is refused at its place, without Helm', async () => {
    const schema = Buffer.concat([Buffer.from('{"title": "'), Buffer.of(0xff), Buffer.from('"}')])
    const repository = await aRepository({
      files: { ...aChart('app', '1.0.0'), 'charts/app/values.schema.json': schema },
    })
    repositories.push(repository)
    await expect(packed(repository.folder, 'charts/app')).rejects.toMatchObject({
      code: 'CHART_LINT_FAILED',
      at: { file: 'charts/app/values.schema.json' },
      message: 'values.schema.json of app is not valid JSON: it is not UTF-8',
    })
  })

  it.each([
    ['reads it', 'unreadable' as const, '{} trailing'],
    ['opens it', 'open' as const, schemaWith('http://10.0.0.1/')],
  ])('in an archive in an archive counts where Helm %s', (_, kind, schema) => {
    const inner = [
      { path: 'Chart.yaml', content: Buffer.from('name: sub\n') },
      { path: 'values.schema.json', content: Buffer.from(schema) },
    ]
    const nested = { path: 'charts/sub-1.0.0.tgz', content: writeArchive('sub', inner, new Date(0)) }
    const files = [{ path: 'Chart.yaml', content: Buffer.from('name: app\n') }, nested]
    const result = lintable({ name: 'app', archive: writeArchive('app', files, new Date(0)) }, files)
    expect(result.unreadable?.path).toBe(kind === 'unreadable' ? nested.path : undefined)
    const given = readArchive(result.archive).find(({ path }) => path === nested.path)
    if (kind === 'open') {
      const texts = readArchive(given?.content ?? Buffer.of()).map(({ content }) => Buffer.from(content).toString())
      expect(texts.join()).not.toContain('10.0.0.1')
    }
    expect(given?.content.length).toBeGreaterThan(0)
  })

  it.each([
    ['another dialect', '{"$schema": "http://10.0.0.1/schema"}'],
    ['an escaped key', '{"\\u0024ref": "http://10.0.0.1/"}'],
    ['nesting', `${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`],
  ])('is not given to Helm with %s', (_, schema) => {
    expect(withSchema(schema).notices).toHaveLength(1)
  })
})
