import { fileText, type LoadedChart } from '../chart/load.ts'
import { type Value, valueAt } from '../chart/values.ts'
import { parseTemplate } from '../go-template/parse.ts'
import type { Definition, Part } from '../go-template/syntax.ts'
import type { ChartSide } from '../side.ts'
import {
  type Abstract,
  ANYTHING,
  alternatives,
  holdsContext,
  identity,
  made,
  partsIn,
  placesIn,
  type Scope,
  UNKNOWN,
} from './abstract.ts'
import type { At } from './function-context.ts'
import { matches } from './matches.ts'
import { type Places, pathOf, type Use } from './place.ts'
import { typeOf } from './typed.ts'
import { printedText, variablesOf, type Walker, walk } from './walk.ts'

/** A template by its name, and the chart that it belongs to. */
export interface NamedTemplate extends Definition {
  readonly file: string
  readonly scope: Scope
}

/** A file of `templates/`. */
export interface TemplateFile {
  readonly path: string
  readonly scope: Scope
  readonly parts: readonly Part[]
}

/** Steps for reading one chart: far more than any chart needs, and well under a second. */
const MAX_STEPS = 400_000
const MAX_CALLS = 60
/** A text of values.yaml that is a template. */
const MAX_TEXTS = 2000

interface Parts {
  readonly side: ChartSide
  readonly chart: LoadedChart
  readonly places: Places
  readonly definitions: ReadonlyMap<string, NamedTemplate>
}

/** Reads templates of one chart, each named template once for each dot that it is called with. */
export class ChartReader implements Walker {
  readonly places: Places
  readonly #parts: Parts
  readonly #known = new Map<string, Abstract>()
  readonly #texts = new Map<string, readonly Part[]>()
  #steps = 0
  #calls = 0

  constructor(parts: Parts) {
    this.#parts = parts
    this.places = parts.places
  }

  spend(): boolean {
    this.#steps += 1
    if (this.#steps > MAX_STEPS) this.places.complete = false
    return this.#steps <= MAX_STEPS
  }

  /** The uses of values by Chart.yaml: conditions, tags, and all values of missing dependencies. */
  declared(chart: LoadedChart, scope: Scope): void {
    for (const { key, file, line, fields, chart: there } of chart.dependencies) {
      const use = (path: readonly string[], how: string, whole: boolean) => {
        const place = path.reduce((at, part) => this.places.child(at, part), scope.values)
        this.places.use(place, { how, whole, idle: false, file, line })
      }
      const conditions = typeof fields.condition === 'string' ? fields.condition.split(',') : []
      for (const condition of conditions) use(condition.trim().split('.'), 'condition', false)
      for (const tag of Array.isArray(fields.tags) ? fields.tags : []) use(['tags', String(tag)], 'tags', false)
      if (!there) use([key], 'dependency', true)
    }
    for (const [key, one] of chart.subcharts) {
      const inner = scope.subcharts.get(key)
      if (inner) this.declared(one, inner)
    }
  }

  file({ path, scope, parts }: TemplateFile): void {
    const at: At = { file: path, line: 1, scope, idle: /(?:^|\/)NOTES\.txt$/.test(path) }
    this.#run(parts, { kind: 'context', scope }, at)
  }

  offered({ body, file, line, scope }: NamedTemplate): void {
    this.#run(body, { kind: 'context', scope }, { file, line, scope, idle: false })
  }

  use(value: Abstract, use: Pick<Use, 'how' | 'whole' | 'type'>, at: At): void {
    if (value.kind === 'made') return
    for (const { place, without } of partsIn(value)) {
      const asType = at.typed && typeOf(place, at.typed)
      const more = { ...(without && { without }), ...(asType !== undefined && { asType }) }
      this.places.use(place, { ...use, ...more, idle: at.idle, file: at.file, line: at.line })
    }
  }

  include(name: Abstract, dot: Abstract, at: At): Abstract {
    const found = alternatives(name).flatMap((one) => (one.kind === 'text' ? this.#named(one.text) : []))
    if (found.length > 0) return made(found.map((definition) => this.#call(definition, dot, at)))
    // An unknown callee gets these values. All values together prove nothing.
    this.use(dot, { how: 'include', whole: true }, at)
    if (holdsContext(dot)) this.places.handedOn = true
    return made(placesIn(dot).map((place) => ({ kind: 'place', place })))
  }

  expand(template: Abstract, dot: Abstract, at: At): Abstract {
    for (const one of alternatives(template)) this.#expandPlaces(one, dot, at)
    for (const one of template.kind === 'made' ? template.from : alternatives(template)) {
      if (one.kind === 'text') this.#expandText(one.text, dot, at)
      if (one.kind !== 'content') continue
      this.use(one.named, { how: 'tpl of file', whole: true }, at)
      this.#expandFiles(one, dot, at)
    }
    return made([template])
  }

  #expandPlaces(template: Abstract, dot: Abstract, at: At): void {
    const how = template.kind === 'made' ? 'tpl of text' : 'tpl'
    for (const place of placesIn(template)) {
      this.places.use(place, { how, whole: true, idle: at.idle, file: at.file, line: at.line })
      this.#expandValue(valueAt(this.#parts.chart.values, pathOf(place)), dot, at)
    }
  }

  #expandValue(value: Value | undefined, dot: Abstract, at: At): void {
    if (value?.kind === 'string') this.#expandText(value.text, dot, { ...at, file: value.file, line: value.line })
    const inside = value?.kind === 'map' ? [...value.entries.values()] : value?.kind === 'list' ? value.items : []
    for (const one of inside) this.#expandValue(one, dot, at)
  }

  #expandFiles({ path, scope }: Abstract & { kind: 'content' }, dot: Abstract, at: At): void {
    if (path === ANYTHING) return
    for (const file of this.#parts.side.files.keys()) {
      if (!file.startsWith(scope.folder) || !matches(path, file.slice(scope.folder.length))) continue
      this.#expandText(fileText(this.#parts.side, file) ?? '', dot, { ...at, file, line: 1 })
    }
  }

  #expandText(text: string, dot: Abstract, at: At): void {
    if (!text.includes('{{') || this.#texts.size >= MAX_TEXTS) return
    const key = `${text}\n${identity(dot)}`
    if (this.#texts.has(key)) return
    const { parts } = parseTemplate(text)
    this.#texts.set(key, parts)
    this.#run(parts, dot, at)
  }

  #named(name: string): readonly NamedTemplate[] {
    const { definitions } = this.#parts
    const exact = definitions.get(name)
    if (exact) return [exact]
    if (!name.includes(ANYTHING) || name === ANYTHING) return []
    return [...definitions.values()].filter((one) => matches(name, one.name))
  }

  #call(definition: NamedTemplate, dot: Abstract, at: At): Abstract {
    // A library works on the values of its caller, and a chart used under several names on those of each.
    const isOwn = definition.scope.isLibrary || definition.scope.folder === at.scope.folder
    const scope = isOwn ? at.scope : definition.scope
    const key = `${definition.name}\n${at.idle}\n${scope.values.id}\n${identity(dot)}`
    const known = this.#known.get(key)
    if (known) return known
    if (this.#calls >= MAX_CALLS) return UNKNOWN
    // Until its result is known, a template that calls itself returns nothing.
    this.#known.set(key, UNKNOWN)
    const given = this.#run(definition.body, dot, {
      file: definition.file,
      line: definition.line,
      scope,
      idle: at.idle,
    })
    this.#known.set(key, given)
    return given
  }

  #run(parts: readonly Part[], dot: Abstract, at: At): Abstract {
    const printed: Abstract[] = []
    this.#calls += 1
    walk(this, parts, { dot, variables: variablesOf(dot), printed, at })
    this.#calls -= 1
    return printedText(printed)
  }
}
