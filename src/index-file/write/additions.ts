import { compareBytes } from '../../chart/yaml/go-json.ts'
import type { Json } from '../../model/json.ts'
import type { ChartLayout, EntryLayout, IndexLayout } from '../read/layout.ts'
import { compareKeys, isNewer } from '../read/order.ts'
import { flowText } from './flow-text.ts'
import { type BracketPlace, bracketSplices, isAlone, lineSplice, removal, startsLine } from './insertion-points.ts'
import type { Addition } from './release.ts'
import type { Splice } from './splices.ts'
import { type YamlStyle, yamlEntry, yamlScalar } from './yaml-lines.ts'

/** Inserts new versions into the list of an existing chart. */
export function chartSplices(layout: IndexLayout, chart: ChartLayout, addition: Addition): readonly Splice[] {
  const { written } = chart
  if (written.kind === 'block') {
    const style = styleOf(chart) ?? { dash: written.column, gap: 2, inset: written.column - chart.column }
    return atPlaces(chart, addition).flatMap(([next, entries]) => {
      const lines = entries.flatMap(({ entry }) => yamlEntry(entry, style))
      return lineSplice(layout, next?.before ?? written.end, lines)
    })
  }
  if (layout.entries?.kind !== 'flow' && (written.kind === 'empty' || isAlone(layout, written))) {
    const lines = addition.entries.flatMap(({ entry }) => yamlEntry(entry, styleFor(layout, chart.column)))
    return removal(layout, written, lines)
  }
  const values = atPlaces(chart, addition).map(([next, entries]) => ({
    next,
    values: entries.map(({ entry }) => entry),
  }))
  return bracketSplices(layout, bracketsOf(layout, chart), values)
}

/** Inserts new charts among the existing ones, by name. */
export function newChartSplices(layout: IndexLayout, additions: readonly Addition[]): readonly Splice[] {
  if (additions.length === 0) return []
  const order = layout.json ? compareBytes : compareKeys
  const sorted = [...additions].sort((a, b) => order(a.name, b.name))
  const { entries, root } = layout
  if (entries === undefined && root.kind === 'block') {
    const lines = chartLines(layout, sorted, root.column + 2)
    return lineSplice(layout, root.end, [`${' '.repeat(root.column)}entries:`, ...lines])
  }
  if (!layout.json && entries && (entries.kind === 'empty' || (entries.kind === 'flow' && isAlone(layout, entries)))) {
    const column = (root.kind === 'block' ? root.column : 0) + 2
    return removal(layout, entries, chartLines(layout, sorted, column))
  }
  const before = ({ name }: Addition) => [...layout.charts.values()].find((chart) => order(chart.name, name) > 0)
  if (entries?.kind === 'block') {
    return sorted.flatMap((addition) =>
      lineSplice(layout, before(addition)?.before ?? entries.end, chartLines(layout, [addition], entries.column)),
    )
  }
  return newInBrackets(layout, sorted, before)
}

function newInBrackets(
  layout: IndexLayout,
  additions: readonly Addition[],
  before: (addition: Addition) => ChartLayout | undefined,
): readonly Splice[] {
  const pairs = (all: readonly Addition[]) =>
    Object.fromEntries(all.map(({ name, entries }) => [name, entries.map(({ entry }) => entry)]))
  const { entries, root, charts } = layout
  if (entries === undefined || entries.kind === 'empty') {
    const style = { unit: 0, column: 0, eol: '' }
    const value = flowText(pairs(additions), style)
    if (entries)
      return [{ start: entries.start, end: entries.end, text: `${entries.start === entries.end ? ' ' : ''}${value}` }]
    const open = root.kind === 'flow' ? root.open : 0
    return [{ start: open, end: open, text: `"entries": ${value}, ` }]
  }
  const nodes = [...charts.values()]
  const place: BracketPlace = { written: entries, nodes, unit: 2, pairs: true }
  const groups = additions.map((addition) => ({ next: before(addition), values: [pairs([addition])] }))
  return bracketSplices(layout, place, groups)
}

function chartLines(layout: IndexLayout, additions: readonly Addition[], column: number): readonly string[] {
  const style = styleFor(layout, column)
  return additions.flatMap(({ name, entries }) => [
    `${' '.repeat(column)}${yamlScalar(name)}:`,
    ...entries.flatMap(({ entry }) => yamlEntry(entry, style)),
  ])
}

/** New versions, grouped by the entry that each group comes before. */
function atPlaces(chart: ChartLayout, { entries }: Addition) {
  const groups = new Map<EntryLayout | undefined, { version: string; entry: { readonly [key: string]: Json } }[]>()
  for (const each of entries) {
    const next = chart.entries.find(({ version }) => !isNewer(version, each.version))
    groups.set(next, [...(groups.get(next) ?? []), each])
  }
  return [...groups]
}

/** Indented like the first entry of the chart. */
function styleOf({ column, entries }: ChartLayout): YamlStyle | undefined {
  const first = entries.find(({ flow, fields, column: dash }) => !flow && fields > dash + 1)
  return first && { dash: first.column, gap: first.fields - first.column, inset: Math.max(0, first.column - column) }
}

/** Indented like the other charts, for a chart whose name is at `column`; as in Helm if there is none. */
function styleFor({ charts }: IndexLayout, column: number): YamlStyle {
  for (const chart of charts.values()) {
    const style = chart.written.kind === 'block' ? styleOf(chart) : undefined
    if (style) return { ...style, dash: column + style.dash - chart.column }
  }
  return { dash: column, gap: 2, inset: 0 }
}

function bracketsOf(layout: IndexLayout, { written, entries }: ChartLayout): BracketPlace {
  const [first] = entries
  const unit = first && startsLine(layout, first) && first.fields > first.column ? first.fields - first.column : 2
  return { written, nodes: entries, unit, pairs: false }
}
