import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { configBlob, goJson, ociAnnotations } from '../../../../src/chart/manifest/metadata.ts'
import type { Json } from '../../../../src/model/json.ts'

const created = new Date('2026-03-04T05:06:07.890Z')

describe('goJson', () => {
  it('escapes as Go does: markup, line separators, control characters', () => {
    expect(goJson('<a href="x">&</a>')).toBe('"\\u003ca href=\\"x\\"\\u003e\\u0026\\u003c/a\\u003e"')
    expect(goJson('\u2028\u2029')).toBe('"\\u2028\\u2029"')
    expect(goJson('\b\t\n\u000b\f\r\u0000\u001f\u007f')).toBe('"\\b\\t\\n\\u000b\\f\\r\\u0000\\u001f\u007f"')
    expect(goJson('é 😀 \\')).toBe('"é 😀 \\\\"')
  })

  it('replaces half a surrogate pair and leaves a real replacement character', () => {
    expect(goJson('a\ud800b\udc00')).toBe('"a\\ufffdb\\ufffd"')
    expect(goJson('\ufffd')).toBe('"\ufffd"')
  })

  it('writes numbers as Go does', () => {
    expect(goJson([0, -0, 1.5, 1e20, 1e21, 1e-6, 1e-7])).toBe('[0,-0,1.5,100000000000000000000,1e+21,0.000001,1e-7]')
    expect(() => goJson(Number.NaN)).toThrow('NaN cannot be written')
  })

  it('keeps the order of fields, and sorts a map whose keys JavaScript would reorder', () => {
    expect(goJson({ name: 'a', home: 'b' })).toBe('{"name":"a","home":"b"}')
    expect(goJson({ b: 1, 10: 1, 9: 1, a: 1 })).toBe('{"10":1,"9":1,"a":1,"b":1}')
  })

  it('is JSON of the same value, for every value', () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
        const read = JSON.parse(goJson(value as Json)) as unknown
        expect(JSON.stringify(read)).toBe(JSON.stringify(JSON.parse(JSON.stringify(value))).toWellFormed())
      }),
    )
  })
})

describe('configBlob', () => {
  it('is Helm’s compact JSON in the order given', () => {
    const blob = configBlob({ name: 'app', version: '1.2.3', description: 'A & B', apiVersion: 'v2' })
    expect(new TextDecoder().decode(blob)).toBe(
      '{"name":"app","version":"1.2.3","description":"A \\u0026 B","apiVersion":"v2"}',
    )
  })
})

describe('ociAnnotations', () => {
  const metadata = {
    name: 'app',
    home: 'https://example.org',
    sources: ['https://example.org/src', 'https://example.org/other'],
    version: '1.0.0+b1',
    description: 'An app',
    maintainers: [{ name: 'Ann', email: 'ann@example.org' }, { name: 'Bo' }, { email: 'cy@example.org' }],
  }

  it('says what Helm would say, sorted', () => {
    expect(Object.entries(ociAnnotations(metadata, { created }))).toEqual([
      ['org.opencontainers.image.authors', 'Ann (ann@example.org), Bo,  (cy@example.org)'],
      ['org.opencontainers.image.created', '2026-03-04T05:06:07Z'],
      ['org.opencontainers.image.description', 'An app'],
      ['org.opencontainers.image.source', 'https://example.org/src'],
      ['org.opencontainers.image.title', 'app'],
      ['org.opencontainers.image.url', 'https://example.org'],
      ['org.opencontainers.image.version', '1.0.0+b1'],
    ])
  })

  it('lets the chart override all but title and version, and our records override the chart', () => {
    const annotations = {
      'org.opencontainers.image.title': 'other',
      'org.opencontainers.image.version': '9.9.9',
      'org.opencontainers.image.url': 'https://chart.example.org',
      'org.opencontainers.image.revision': 'of the chart',
      'example.org/empty': '',
    }
    const own = { 'org.opencontainers.image.revision': 'abc', 'org.opencontainers.image.title': 'ours' }
    expect(ociAnnotations({ ...metadata, annotations }, { created, own })).toMatchObject({
      'org.opencontainers.image.title': 'app',
      'org.opencontainers.image.version': '1.0.0+b1',
      'org.opencontainers.image.url': 'https://chart.example.org',
      'org.opencontainers.image.revision': 'abc',
      'example.org/empty': '',
    })
  })

  it('names the repository as source only where the chart names none', () => {
    const source = 'https://github.com/acme/charts'
    expect(ociAnnotations(metadata, { created, source })['org.opencontainers.image.source']).toBe(
      'https://example.org/src',
    )
    expect(ociAnnotations({ name: 'a', version: '1.0.0' }, { created, source })).toEqual({
      'org.opencontainers.image.created': '2026-03-04T05:06:07Z',
      'org.opencontainers.image.source': source,
      'org.opencontainers.image.title': 'a',
      'org.opencontainers.image.version': '1.0.0',
    })
  })

  it('reads annotation keys such as __proto__ as plain keys', () => {
    const annotations = JSON.parse('{"__proto__":"x","2":"two","10":"ten"}') as Record<string, string>
    const found = ociAnnotations({ name: 'a', version: '1.0.0', annotations }, { created })
    expect(goJson(found)).toMatch(/^\{"10":"ten","2":"two","__proto__":"x",/)
  })
})
