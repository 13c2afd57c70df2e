import { fileText, type LoadedChart } from '../chart/load.ts'
import { parseTemplate, type Template } from '../go-template/parse.ts'
import type { ChartSide } from '../side.ts'
import type { Scope } from './abstract.ts'
import { type Place, Places } from './place.ts'
import { ChartReader, type NamedTemplate, type TemplateFile } from './reader.ts'

/** The result of reading all templates of a chart. */
export interface Reads {
  readonly places: Places
  readonly definitions: ReadonlyMap<string, NamedTemplate>
  readonly problems: readonly { readonly file: string; readonly what: string; readonly line: number }[]
}

/** Templates by their text. */
export type KnownTemplates = Map<string, Template>

/**
 * Reads every template of a chart and its subcharts: which values each uses. Never fails; exceeded limits are in the
 * problems.
 */
export function readTemplates(side: ChartSide, chart: LoadedChart, known: KnownTemplates = new Map()): Reads {
  const places = new Places()
  const scope = scopeOf(places, chart, places.root)
  const problems: { file: string; what: string; line: number }[] = []
  const definitions = new Map<string, NamedTemplate>()
  const files: TemplateFile[] = []
  for (const one of scopesIn(scope)) {
    for (const path of side.files.keys()) {
      if (!path.startsWith(`${one.folder}templates/`)) continue
      const template = parsed(fileText(side, path) ?? '', known)
      if (template.problem) problems.push({ file: path, ...template.problem })
      for (const definition of template.definitions)
        definitions.set(definition.name, { ...definition, file: path, scope: one })
      files.push({ path, scope: one, parts: template.parts })
    }
  }
  const reader = new ChartReader({ side, chart, places, definitions })
  reader.declared(chart, scope)
  for (const file of files) if (!isPartial(file)) reader.file(file)
  // The named templates of a library are called by charts that we don't see, with their own context.
  if (scope.isLibrary)
    for (const definition of definitions.values()) if (definition.scope === scope) reader.offered(definition)
  return { places, definitions, problems }
}

// A chart may be used under several keys, and most files are the same on both sides.
function parsed(text: string, known: KnownTemplates): Template {
  const before = known.get(text)
  if (before) return before
  const template = parseTemplate(text)
  known.set(text, template)
  return template
}

function isPartial({ path, scope }: TemplateFile): boolean {
  return scope.isLibrary || /(?:^|\/)_[^/]*$/.test(path)
}

function scopeOf(places: Places, chart: LoadedChart, values: Place): Scope {
  values.isRoot = true
  // All charts have one `global`: that of the top chart.
  if (values !== places.root) values.children.set('global', places.child(places.root, 'global'))
  const subcharts = [...chart.subcharts].map(
    ([key, one]) => [key, scopeOf(places, one, places.child(values, key))] as const,
  )
  return {
    folder: chart.folder,
    name: chart.name,
    values,
    isLibrary: chart.manifest?.type === 'library',
    subcharts: new Map(subcharts),
  }
}

// Subcharts first: of two templates with one name, that of the parent chart wins.
function scopesIn(scope: Scope): readonly Scope[] {
  return [...[...scope.subcharts.values()].flatMap(scopesIn), scope]
}
