import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { readSchema } from '../../../../src/chart/lint/values-schema.ts'
import { helmPath } from '../../../support/helm/helm.ts'
import { type Canary, openCanary, openSchemas } from '../../../support/servers/open-schemas.ts'

const kindOf = (schema: string | Uint8Array) => readSchema(Buffer.from(schema)).kind

const properties = (a: string, more = '') => `{${more}"properties": {"a": ${a}}, "definitions": {"b": {}}}`
const local = '{"$ref": "#/definitions/b"}'
const draft4 = 'http://json-schema.org/draft-04/schema#'
const draft7 = 'http://json-schema.org/draft-07/schema#'
const closedSchemas = {
  'nothing in it': '{}',
  'only a truth': 'true',
  'a byte order mark': '\ufeff{}',
  'references within the document': properties(local),
  'the draft that it is written in': properties(local, '"$schema": "http://json-schema.org/draft-07/schema#",'),
  'the schema of a draft': properties('{"$ref": "http://json-schema.org/draft-07/schema#"}'),
  'properties that are called like keywords': properties('{}', '"default": {"$ref": 1, "id": 2},'),
  'an address for an id': properties(local, '"$id": "URL/app/values.schema.json",'),
  'an address with an empty fragment for an id': properties(local, '"$id": "URL/app/values.schema.json#",'),
  'a name for an id': properties(local, '"$id": "values.schema.json",'),
  'a URN for an id': properties(local, '"$id": "urn:example:app",'),
  'a schema with its own id in it': properties(
    '{"$id": "URL/a", "definitions": {"b": {}}, "allOf": [{"$ref": "#/definitions/b"}]}',
  ),
  'an odd id and no references': '{"$id": "URL/a?b#c"}',
  'a bundled schema': properties('{"$ref": "URL/s"}', '"$defs": {"s": {"$id": "URL/s"}},'),
  'a bundled schema under definitions':
    '{"$ref": "URL/s", "definitions": {"s": {"$id": "URL/s", "$ref": "#/$defs/x", "$defs": {"x": {}}}}}',
  'a bundled schema of draft 4': properties('{"$ref": "s.json"}', `"$schema": "${draft4}", "id": "URL/r",`).replace(
    '"b": {}',
    '"b": {"id": "s.json"}',
  ),
  'a bundled schema of draft 7': `{"$schema": "${draft7}", "allOf": [{"$ref": "URL/s#/definitions/x"}], "definitions": {"s": {"$id": "URL/s", "definitions": {"x": {}}}}}`,
  'a bundled schema in a bundled one': properties(
    '{"$ref": "URL/r/t.json"}',
    '"$id": "URL/r/", "$defs": {"s": {"$id": "s.json", "$defs": {"t": {"$id": "t.json"}}}},',
  ),
  'a bundled schema relative to its own id': properties(
    '{"$ref": "/s"}',
    '"$id": "URL/r", "$defs": {"s": {"$id": "/s"}},',
  ),
  'its own id in a reference': properties('{"$ref": "URL/r#/definitions/b"}', '"$id": "URL/r",'),
  'its own name in a reference': properties('{"$ref": "values.schema.json#/definitions/b"}'),
  'an anchor': properties('{"$ref": "#b"}', '"$defs": {"b": {"$anchor": "b"}},'),
  'a dynamic anchor': properties('{"$dynamicRef": "#b"}', '"$defs": {"b": {"$dynamicAnchor": "b"}},'),
  'a URN that nobody bundles': properties('{"$ref": "urn:example:b"}'),
  'a dialect without a scheme': '{"$schema": "meta.json"}',
}

describe('a schema', () => {
  it.each(Object.entries(openSchemas))('with %s is not taken for closed', (_, schema) => {
    expect(kindOf(schema('http://127.0.0.1:1/x'))).not.toBe('closed')
  })

  it.each(Object.entries(closedSchemas))('with %s is closed', (_, schema) => {
    expect(kindOf(schema.replaceAll('URL', 'http://127.0.0.1:1'))).toBe('closed')
  })

  it.each([
    ['no JSON', 'is not valid JSON'],
    ['', 'is not valid JSON'],
    ['{} {}', 'is not valid JSON'],
    ['{"a": 1,}', 'is not valid JSON'],
    ['{/* note */}', 'is not valid JSON'],
    ['\ufeff\ufeff{}', 'is not valid JSON'],
    [Buffer.from('\ufeff{}', 'utf16le'), 'is not valid JSON: it is not UTF-8'],
    [Buffer.of(0x22, 0xed, 0xa0, 0x80, 0x22), 'is not valid JSON: it is not UTF-8'],
  ])('%j is unreadable', (schema, problem) => {
    const reading = readSchema(Buffer.from(schema))
    expect(reading).toEqual({ kind: 'unreadable', problem: expect.stringContaining(problem) })
  })

  it.each(['../x', 'a/./b', 'a?b', 'a%20b', 'http://example.test/[x]', 'a\\b', 'a b', '/proc/self/environ?'])(
    'with the id %s and references is open: where they lead depends on how the id is read',
    (id) => {
      const reading = readSchema(
        Buffer.from(JSON.stringify({ $id: id, properties: { a: { $ref: '#/definitions/b' } } })),
      )
      expect(reading).toMatchObject({ kind: 'open', reference: id })
    },
  )

  it('that is nested too deep to know is open', () => {
    expect(kindOf(`${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`)).toBe('open')
  })
})

const restIn = (schema: string) => {
  const reading = readSchema(Buffer.from(schema))
  const rest = reading.kind === 'open' ? reading.rest : undefined
  return rest && { ...rest, schema: JSON.parse(Buffer.from(rest.content).toString()) as unknown }
}
const address = 'https://example.test/x.json'
const at = (reference: string) => `{"$ref": "${reference}", "type": "string"}`

describe('what is left of an open schema', () => {
  it.each([
    ['beside a reference', properties(at(address)), { properties: { a: { type: 'string' } }, definitions: { b: {} } }],
    [
      'beside a reference in a dialect where that does not count',
      properties(at(address), `"$schema": "${draft7}",`),
      { $schema: draft7, properties: { a: {} }, definitions: { b: {} } },
    ],
    [
      'around what inverts',
      `{"not": ${at(address)}, "required": ["a"]}`,
      { required: ['a'], allOf: [{ anyOf: [{}, { type: 'string' }] }] },
    ],
    [
      'around what counts',
      `{"allOf": [true], "oneOf": [{"$ref": "${address}"}, {"type": "null"}], "unevaluatedProperties": false}`,
      { allOf: [true, { anyOf: [{}, {}, { type: 'null' }] }] },
    ],
    [
      'of properties that are called like keywords',
      `{"properties": {"not": {"$ref": "${address}"}, "enum": {"type": "string"}}, "additionalProperties": false}`,
      { properties: { not: {}, enum: { type: 'string' } }, additionalProperties: false },
    ],
    [
      'without values that look like references',
      `{"properties": {"a": {"$ref": "${address}", "default": {"$ref": "x"}, "enum": ["b"]}}}`,
      { properties: { a: { enum: ['b'] } } },
    ],
  ])('is what can be checked %s', (_, schema, expected) => {
    expect(restIn(schema)).toMatchObject({ schema: expected, addresses: [address] })
  })

  it.each([
    'parts/b.json',
    './b.json',
    '../b.json#/x',
    '/etc/b.json',
    'file:///etc/b.json',
    'ftp://example.test/b',
    '//x/b',
  ])('names %s, which Helm can not load', (reference) => {
    const rest = restIn(properties(at(reference)))
    const [[mark, missing] = []] = rest?.missing ?? []
    expect(missing).toBe(reference)
    expect(rest?.schema).toMatchObject({ properties: { a: { $ref: `#/${mark}` } } })
    expect(rest?.addresses).toEqual([])
  })

  it('keeps the definitions beside a reference, which others refer to', () => {
    const schema = `{"$schema": "${draft7}", "$ref": "${address}", "definitions": {"b": {"type": "string"}}}`
    expect(restIn(schema)?.schema).toEqual({ $schema: draft7, definitions: { b: { type: 'string' } } })
  })

  it('is nothing where the dialect is not known', () => {
    expect(restIn(`{"$schema": "${address}", "type": "object"}`)).toBeUndefined()
    expect(restIn(`{"$defs": {"x": {"$id": "http://h/a?", "$ref": "#/b"}}}`)).toBeUndefined()
  })

  it.each(Object.entries(openSchemas))('is closed: %s', (_, schema) => {
    const rest = restIn(Buffer.from(schema('http://127.0.0.1:1/x')).toString())
    expect(rest === undefined || kindOf(JSON.stringify(rest.schema)) === 'closed').toBe(true)
  })
})

describe('real Helm', () => {
  let root: string
  let canary: Canary
  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'schemas-'))
    canary = await openCanary()
  })
  afterAll(async () => {
    canary.close()
    await rm(root, { recursive: true, force: true })
  })

  /** Whether a Helm asks somebody when it renders a chart with that schema. */
  async function asks(major: 3 | 4, schema: string | Uint8Array): Promise<boolean> {
    const folder = await mkdtemp(join(root, 'chart-'))
    await mkdir(join(folder, 'templates'))
    await writeFile(join(folder, 'Chart.yaml'), 'apiVersion: v2\nname: app\nversion: 1.0.0\n')
    await writeFile(join(folder, 'values.yaml'), 'a: 1\n')
    await writeFile(join(folder, 'values.schema.json'), schema)
    const before = canary.asked.length
    const helm = await helmPath(major)
    const env = { PATH: process.env.PATH, HOME: root }
    await new Promise((resolve) => execFile(helm, ['template', 'x', folder], { env }, resolve))
    return canary.asked.length > before
  }

  it.each(Object.entries(openSchemas))('asks for what a schema with %s refers to', async (_, schema) => {
    const text = schema(`${canary.url}/x`)
    expect([await asks(3, text), await asks(4, text)]).toContain(true)
  })

  it.each(Object.entries(closedSchemas))('asks nobody for a schema with %s', async (_, schema) => {
    const text = schema.replaceAll('URL', canary.url)
    expect([await asks(3, text), await asks(4, text)]).toEqual([false, false])
  })
})
