import type { Finding } from '../../../model/finding.ts'
import type { Json } from '../../../model/json.ts'
import { type Value, valueAt } from '../chart/values.ts'
import type { ChartPair } from '../chart-analysis.ts'
import { createFinding, pathText } from '../finding.ts'
import type { Reads } from '../reads/read-chart.ts'
import { placesAt, readersOf, usesWithin } from '../reads/readers.ts'
import { isSchema, lineOf, resolved, type Schema, type SchemaDocument, schemaOf } from './document.ts'
import { governing, restricts } from './governing.ts'
import { type Verdict, verdicts } from './narrowed.ts'

const MAX_DEPTH = 40
const MAX_VISITS = 20_000
/** Findings whose line is looked up, each by a search through the text. */
const MAX_LINES = 200

interface Walk {
  readonly was: SchemaDocument
  readonly is: SchemaDocument
  readonly values: Value
  /** What the old templates read. */
  readonly reads: Reads
  readonly findings: Finding[]
  visits: number
}

/** What values.schema.json of the top chart refuses now and did not before, or allows now. */
export function schemaFindings({ old, now }: ChartPair): readonly Finding[] {
  const [was, is] = [schemaOf(old.side, ''), schemaOf(now.side, '')]
  if (was === 'broken' || is === 'broken') return [broken(is === 'broken')]
  if (!is) return was ? [whole('schema/removed', 'values.schema.json is gone: nothing is refused by it any more.')] : []
  if (!was) return [whole('schema/added', 'values.schema.json is new; what it refuses the templates may have taken.')]
  if (was.text === is.text) return []
  const walk: Walk = { was, is, values: now.chart.values, reads: old.reads, findings: [], visits: 0 }
  compare(walk, { before: was.root, after: is.root, path: [] })
  return walk.findings
}

interface Place {
  readonly before: Schema
  readonly after: Schema
  readonly path: readonly string[]
}

function compare(walk: Walk, { before, after, path }: Place): void {
  walk.visits += 1
  if (walk.visits > MAX_VISITS || path.length > MAX_DEPTH) return
  for (const verdict of verdicts(before, after)) add(walk, path, verdict)
  required(walk, { before, after, path })
  const [old, now] = [propertiesOf(before), propertiesOf(after)]
  for (const [key, schema] of Object.entries(old)) {
    const inner = [...path, key]
    if (Object.hasOwn(now, key)) into(walk, inner, { was: schema, is: now[key] })
    else dropped(walk, inner, { was: schema, after })
  }
  for (const [key, schema] of Object.entries(now)) {
    if (!Object.hasOwn(old, key)) listed(walk, [...path, key], { before, is: schema })
  }
  if (isSchema(before.items) && isSchema(after.items))
    items(walk, [...path, '[]'], { was: before.items, is: after.items })
  const [some, other] = [before.additionalProperties, after.additionalProperties]
  if (isSchema(some) && isSchema(other)) into(walk, [...path, '*'], { was: some, is: other })
}

function items(walk: Walk, path: readonly string[], { was, is }: { was: Schema; is: Schema }): void {
  if (!restricts(was) && restricts(is)) add(walk, path, typedNow(walk, path))
  else into(walk, path, { was, is })
}

/** A key that is not listed any more is held to what the object says of all others. */
function dropped(walk: Walk, path: readonly string[], { was, after }: { was: Json; after: Schema }): void {
  const rest = governing(after)
  if (rest.kind === 'schema') into(walk, path, { was, is: rest.schema })
  else add(walk, path, DROPPED[rest.kind])
}

const DROPPED = {
  anything: { rule: 'schema/property-open', level: 'patch', what: 'is not described any more, and takes anything' },
  nothing: { rule: 'schema/property-removed', level: 'major', what: 'is no longer a property, and is refused' },
  unknown: {
    ...{ rule: 'schema/property-unlisted', level: 'minor' },
    what: 'is not listed any more; whether a pattern refuses it is not known',
  },
} as const satisfies Record<string, Verdict>

/** A key that was not listed was held to what the object said of all others. */
function listed(walk: Walk, path: readonly string[], { before, is }: { before: Schema; is: Json }): void {
  const rest = governing(before)
  if (rest.kind === 'schema') into(walk, path, { was: rest.schema, is })
  else if (rest.kind === 'anything' && restricts(is) && wasRead(walk, path)) add(walk, path, typedNow(walk, path))
  else add(walk, path, { rule: 'schema/property-added', level: 'minor', what: 'is a new property' })
}

function wasRead({ reads }: Walk, path: readonly string[]): boolean {
  return readersOf(reads.places, path, true).length > 0
}

/** A default shows what was expected of a value that has a name in the templates; in a free part anything worked. */
function typedNow({ reads, values }: Walk, path: readonly string[]): Verdict {
  const hasName = placesAt(reads.places, path).some((place) => usesWithin(place).length > 0)
  if (hasName && valueAt(values, path)) return { rule: 'schema/type-added', level: 'minor', what: 'has a type now' }
  return { rule: 'schema/typed', level: 'major', what: 'is held to a type now, and took anything before' }
}

function into(
  walk: Walk,
  path: readonly string[],
  { was, is }: { was: Schema[string]; is: Schema[string] | undefined },
): void {
  const [before, after] = [resolved(walk.was, was), resolved(walk.is, is)]
  if (before && after) {
    compare(walk, { before, after, path })
    return
  }
  if (JSON.stringify(was) === JSON.stringify(is)) return
  // `false` allows nothing; another document is unknown.
  if (is === false) add(walk, path, { rule: 'schema/type-narrowed', level: 'major', what: 'takes nothing any more' })
  else
    add(walk, path, {
      rule: 'schema/unknown',
      level: 'none',
      what: 'refers to another document, which was not looked at',
    })
}

function required(walk: Walk, { before, after, path }: Place): void {
  const [old, now] = [namesOf(before.required), namesOf(after.required)]
  for (const key of now.filter((one) => !old.includes(one))) {
    const own = valueAt(walk.values, [...path, key])
    // Helm validates the chart's own values with those of the user merged over them.
    const given = own !== undefined && own.kind !== 'null'
    if (given)
      add(walk, [...path, key], {
        rule: 'schema/required-with-default',
        level: 'patch',
        what: 'is required, and the chart gives it',
      })
    else add(walk, [...path, key], { rule: 'schema/required', level: 'major', what: 'is required now' })
  }
  for (const key of old.filter((one) => !now.includes(one))) {
    add(walk, [...path, key], { rule: 'schema/not-required', level: 'minor', what: 'is no longer required' })
  }
}

function add(walk: Walk, path: readonly string[], { rule, level, what, was, is }: Verdict): void {
  const subject = path.length === 0 ? 'the values' : pathText(path)
  const text = `By values.schema.json \`${subject}\` ${what}.`
  const { file } = walk.is
  const at = walk.findings.length < MAX_LINES ? { file, line: lineOf(walk.is, path) } : { file }
  walk.findings.push(
    createFinding({ level, rule, subject, text, was: schemaValueText(was), is: schemaValueText(is), at }),
  )
}

function schemaValueText(value: Verdict['was']): string | undefined {
  return value === undefined ? undefined : JSON.stringify(value)
}

function propertiesOf({ properties }: Schema): Schema {
  return isSchema(properties) ? properties : {}
}

function namesOf(required: Schema[string] | undefined): readonly string[] {
  return Array.isArray(required) ? required.filter((one) => typeof one === 'string') : []
}

function broken(now: boolean): Finding {
  const text = `values.schema.json of ${now ? 'the chart' : 'the last release'} is no JSON schema that can be read; what it refuses was not compared.`
  return createFinding({
    level: 'none',
    rule: 'schema/unread',
    subject: 'values.schema.json',
    text,
    at: { file: 'values.schema.json' },
  })
}

function whole(rule: string, text: string): Finding {
  return createFinding({
    level: 'minor',
    rule,
    subject: 'values.schema.json',
    text,
    at: { file: 'values.schema.json' },
  })
}
