import { describe, expect, it } from '@jest/globals'
import { between, levelOf, told } from '../../../support/charts/sides.ts'

type Schema = Readonly<Record<string, unknown>>

const chart = (schema: Schema | string, values = '') => ({
  'values.schema.json': typeof schema === 'string' ? schema : JSON.stringify(schema, undefined, 2),
  'values.yaml': values,
})

/** A schema of one property. */
const x = (schema: unknown, more: Schema = {}): Schema => ({ type: 'object', properties: { x: schema }, ...more })

describe('values.schema.json', () => {
  it.each([
    ['a property less', x({ type: 'string' }), { type: 'object' }, 'patch schema/property-open x'],
    [
      'a property less of a closed object',
      x({}, { additionalProperties: false }),
      { type: 'object', additionalProperties: false },
      'major schema/property-removed x',
    ],
    [
      'a property that is held to what all others are',
      x({ type: 'integer' }, { additionalProperties: { type: 'string' } }),
      { type: 'object', additionalProperties: { type: 'string' } },
      'major schema/type-narrowed x',
    ],
    [
      'a property less where patterns may refuse it',
      x({}, { patternProperties: { '^x': {} } }),
      { type: 'object', patternProperties: { '^x': {} } },
      'minor schema/property-unlisted x',
    ],
    ['a new property', { type: 'object' }, x({ type: 'string' }), 'minor schema/property-added x'],
    ['a type less', x({ type: ['string', 'integer'] }), x({ type: 'string' }), 'major schema/type-narrowed x'],
    ['another type', x({ type: 'string' }), x({ type: 'object' }), 'major schema/type-narrowed x'],
    ['integers only', x({ type: 'number' }), x({ type: 'integer' }), 'major schema/type-narrowed x'],
    ['all numbers', x({ type: 'integer' }), x({ type: 'number' }), 'minor schema/type-widened x'],
    ['null no more', x({ type: ['string', 'null'] }), x({ type: 'string' }), 'minor schema/null-refused x'],
    ['a type where none was', x({}), x({ type: 'string' }), 'minor schema/type-added x'],
    ['no type where one was', x({ type: 'string' }), x({}), 'minor schema/type-widened x'],
    ['required', x({ type: 'string' }), x({ type: 'string' }, { required: ['x'] }), 'major schema/required x'],
    ['not required', x({}, { required: ['x'] }), x({}), 'minor schema/not-required x'],
    ['fewer choices', x({ enum: ['a', 'b'] }), x({ enum: ['a'] }), 'major schema/enum-narrowed x'],
    ['more choices', x({ enum: ['a'] }), x({ enum: ['a', 'b'] }), 'minor schema/enum-widened x'],
    ['choices where all was allowed', x({}), x({ enum: ['a'] }), 'major schema/enum-narrowed x'],
    ['one choice of several', x({ enum: ['a', 'b'] }), x({ const: 'a' }), 'major schema/enum-narrowed x'],
    ['a pattern', x({}), x({ pattern: '^a' }), 'major schema/pattern-narrowed x'],
    ['no pattern', x({ pattern: '^a' }), x({}), 'minor schema/pattern-widened x'],
    ['a lower maximum', x({ maximum: 9 }), x({ maximum: 5 }), 'major schema/bound-narrowed x'],
    ['a higher minimum', x({ minimum: 1 }), x({ minimum: 2 }), 'major schema/bound-narrowed x'],
    ['a first length', x({}), x({ maxLength: 5 }), 'major schema/bound-narrowed x'],
    ['a wider bound', x({ minItems: 2 }), x({ minItems: 1 }), 'minor schema/bound-widened x'],
    ['closed', x({}), x({}, { additionalProperties: false }), 'major schema/closed the values'],
    ['opened', x({}, { additionalProperties: false }), x({}), 'minor schema/opened the values'],
    [
      'an alternative less',
      x({ oneOf: [{ type: 'string' }, { type: 'null' }] }),
      x({ oneOf: [{ type: 'string' }] }),
      'major schema/alternative-removed x',
    ],
    ['other conditions', x({ not: { const: 1 } }), x({ not: { const: 2 } }), 'minor schema/condition-changed x'],
    [
      'items of a list',
      x({ items: { type: 'string' } }),
      x({ items: { type: 'object' } }),
      'major schema/type-narrowed x.[]',
    ],
    [
      'values of a map',
      x({ additionalProperties: { type: 'string' } }),
      x({ additionalProperties: { type: 'object' } }),
      'major schema/type-narrowed x.*',
    ],
    [
      'another document',
      x({ $ref: 'https://example.org/a.json' }),
      x({ $ref: 'https://example.org/b.json' }),
      'none schema/unknown x',
    ],
    ['nothing at all', x({}), x(false), 'major schema/type-narrowed x'],
  ])('%s', (_, was, is, expected) => {
    expect(told(chart(was), chart(is))).toEqual([expected])
  })

  it('follows references within itself', () => {
    const by = (type: string) => ({ ...x({ $ref: '#/$defs/text' }), $defs: { text: { type } } })
    expect(told(chart(by('string')), chart(by('object')))).toEqual(['major schema/type-narrowed x'])
    expect(told(chart(by('string')), chart(x({ type: 'string' })))).toEqual([])
  })

  it('may require what the chart gives itself', () => {
    expect(told(chart(x({}), 'x: 1\n'), chart(x({}, { required: ['x'] }), 'x: 1\n'))).toEqual([
      'patch schema/required-with-default x',
    ])
  })

  it('that comes or goes as a whole is minor', () => {
    expect(told({}, chart(x({ type: 'string' })))).toContain('minor schema/added values.schema.json')
    expect(told(chart(x({ type: 'string' })), { 'values.yaml': '' })).toEqual([
      'minor schema/removed values.schema.json',
    ])
  })

  it('in other words is a patch, with the line where it matters', () => {
    expect(levelOf(chart(x({ title: 'a' })), chart(x({ title: 'b' })))).toBe('patch')
    const [finding] = between(chart(x({ type: 'string' })), chart(x({ type: 'object' })))
    expect(finding).toMatchObject({
      kind: 'schema',
      was: '"string"',
      is: '"object"',
      at: { file: 'values.schema.json', line: 4 },
    })
  })

  it.each(['{', '[]', '"x"', '{"$ref": "#"}', '{"properties": {"x": {"$ref": "#/properties/x"}}}'])(
    '%j is survived',
    (broken) => {
      expect(levelOf(chart(x({})), chart(broken))).not.toBe(undefined)
      expect(told(chart(x({})), chart('{'))).toEqual(['none schema/unread values.schema.json'])
    },
  )

  it('that refers to itself comes to an end', () => {
    const tree = (type: string) => ({
      ...x({ $ref: '#/$defs/node' }),
      $defs: { node: { type, properties: { child: { $ref: '#/$defs/node' } } } },
    })
    expect(levelOf(chart(tree('object')), chart(tree('array')))).toBe('major')
  })
})
