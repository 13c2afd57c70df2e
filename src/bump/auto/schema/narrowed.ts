import type { Finding } from '../../../model/finding.ts'
import type { Json } from '../../../model/json.ts'
import type { Schema } from './document.ts'

/** The effect of one keyword of a schema on what is allowed. */
export interface Verdict {
  readonly rule: string
  readonly level: Finding['level']
  /** Continues a sentence that begins with the path. */
  readonly what: string
  readonly was?: Json | undefined
  readonly is?: Json | undefined
}

const UPPER = ['maximum', 'exclusiveMaximum', 'maxLength', 'maxItems', 'maxProperties'] as const
const LOWER = ['minimum', 'exclusiveMinimum', 'minLength', 'minItems', 'minProperties'] as const
const COMBINED = [
  'allOf',
  'anyOf',
  'oneOf',
  'not',
  'if',
  'then',
  'else',
  'dependencies',
  'dependentRequired',
  'dependentSchemas',
  'format',
  'uniqueItems',
  'multipleOf',
  'contains',
  'propertyNames',
  'patternProperties',
] as const

/** What the keywords of one schema, without its properties, refuse now and did not before, or the other way round. */
export function verdicts(was: Schema, is: Schema): readonly Verdict[] {
  return [
    ...types(was, is),
    ...enums(was, is),
    ...patterns(was, is),
    ...bounds(was, is),
    ...closed(was, is),
    ...combined(was, is),
  ]
}

function types(was: Schema, is: Schema): readonly Verdict[] {
  const [before, after] = [typesOf(was), typesOf(is)]
  if (JSON.stringify(was.type) === JSON.stringify(is.type)) return []
  const about = { was: was.type, is: is.type }
  if (!after) return [{ ...about, rule: 'schema/type-widened', level: 'minor', what: 'takes any type now' }]
  // Before there was a type, the templates decided.
  if (!before) return [{ ...about, rule: 'schema/type-added', level: 'minor', what: 'has a type now' }]
  const lost = [...before].filter((type) => !after.has(type) && !(type === 'integer' && after.has('number')))
  if (lost.length === 0) {
    const same = after.size === before.size && [...after].every((type) => before.has(type))
    return same ? [] : [{ ...about, rule: 'schema/type-widened', level: 'minor', what: 'takes more types' }]
  }
  const onlyNull = lost.every((type) => type === 'null')
  const level = onlyNull ? 'minor' : 'major'
  return [
    {
      ...about,
      rule: onlyNull ? 'schema/null-refused' : 'schema/type-narrowed',
      level,
      what: `no longer takes ${lost.join(', ')}`,
    },
  ]
}

function typesOf({ type }: Schema): ReadonlySet<string> | undefined {
  if (typeof type === 'string') return new Set([type])
  return Array.isArray(type) ? new Set(type.filter((one) => typeof one === 'string')) : undefined
}

function enums(was: Schema, is: Schema): readonly Verdict[] {
  const [before, after] = [valuesOf(was), valuesOf(is)]
  if (!before && !after) return []
  const about = { was: was.enum ?? was.const, is: is.enum ?? is.const }
  if (!after) return [{ ...about, rule: 'schema/enum-widened', level: 'minor', what: 'is no longer held to a list' }]
  if (!before)
    return [{ ...about, rule: 'schema/enum-narrowed', level: 'major', what: 'takes only what is listed now' }]
  const lost = [...before].filter((one) => !after.has(one))
  if (lost.length > 0)
    return [
      {
        ...about,
        rule: 'schema/enum-narrowed',
        level: 'major',
        what: `no longer takes ${lost.slice(0, 5).join(', ')}`,
      },
    ]
  return after.size === before.size
    ? []
    : [{ ...about, rule: 'schema/enum-widened', level: 'minor', what: 'takes more' }]
}

function valuesOf({ enum: values, const: value }: Schema): ReadonlySet<string> | undefined {
  if (value !== undefined) return new Set([JSON.stringify(value)])
  return Array.isArray(values) ? new Set(values.map((one) => JSON.stringify(one))) : undefined
}

function patterns({ pattern: was }: Schema, { pattern: is }: Schema): readonly Verdict[] {
  if (was === is) return []
  if (is === undefined)
    return [{ rule: 'schema/pattern-widened', level: 'minor', what: 'has no pattern any more', was }]
  // Whether one pattern matches everything that another matches can't be decided in general.
  return [{ rule: 'schema/pattern-narrowed', level: 'major', what: 'must fit another pattern', was, is }]
}

function bounds(was: Schema, is: Schema): readonly Verdict[] {
  const upper = UPPER.map((key) => bound(key, { was: was[key], is: is[key], sign: 1 }))
  const lower = LOWER.map((key) => bound(key, { was: was[key], is: is[key], sign: -1 }))
  return [...upper, ...lower].flatMap((verdict) => verdict ?? [])
}

function bound(
  key: string,
  { was, is, sign }: { was: Json | undefined; is: Json | undefined; sign: 1 | -1 },
): Verdict | undefined {
  if (was === is) return undefined
  // Draft 4 has booleans here, beside `minimum`: excluding the bound narrows.
  const edge = (value: Json | undefined) =>
    typeof value === 'number' ? value * sign : value === true ? 0 : Number.POSITIVE_INFINITY
  const narrower = edge(is) < edge(was)
  const rule = narrower ? 'schema/bound-narrowed' : 'schema/bound-widened'
  return { rule, level: narrower ? 'major' : 'minor', what: `has another ${key}`, was, is }
}

function closed(was: Schema, is: Schema): readonly Verdict[] {
  const open = ({ additionalProperties: additional, unevaluatedProperties: unevaluated }: Schema) =>
    additional !== false && unevaluated !== false
  if (open(was) === open(is)) return []
  if (open(is)) return [{ rule: 'schema/opened', level: 'minor', what: 'takes other keys too' }]
  return [{ rule: 'schema/closed', level: 'major', what: 'no longer takes other keys than those listed' }]
}

function combined(was: Schema, is: Schema): readonly Verdict[] {
  return COMBINED.filter((key) => JSON.stringify(was[key]) !== JSON.stringify(is[key])).map((key) => {
    const [before, after] = [was[key], is[key]]
    const about = { was: before, is: after }
    if (after === undefined)
      return { ...about, rule: 'schema/condition-widened', level: 'minor', what: `has no ${key} any more` }
    const lost = alternativesLost(key, before, after)
    if (lost)
      return {
        ...about,
        rule: 'schema/alternative-removed',
        level: 'major',
        what: `has one alternative less in ${key}`,
      }
    return {
      ...about,
      rule: 'schema/condition-changed',
      level: 'minor',
      what: `has another ${key}; whether it refuses more can't be told`,
    }
  })
}

function alternativesLost(key: string, was: Json | undefined, is: Json): boolean {
  if ((key !== 'anyOf' && key !== 'oneOf') || !Array.isArray(was) || !Array.isArray(is)) return false
  const left = new Set(is.map((one) => JSON.stringify(one)))
  return is.length < was.length && was.filter((one) => left.has(JSON.stringify(one))).length === is.length
}
