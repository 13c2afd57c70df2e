import type { ChartSource } from '../../chart/source/source.ts'
import { ReleaseError } from '../../model/errors.ts'
import type { Settings } from '../../settings.ts'

/**
 * A tag template that would give several charts one tag: `TAG_TEMPLATE_AMBIGUOUS`. Only the charts can judge it.
 */
export function ambiguousTemplate(charts: readonly ChartSource[], { tagTemplate }: Settings): ReleaseError | undefined {
  const template = tagTemplate
  if (template === '' || /\.Name\b/.test(template) || charts.length < 2) return undefined
  return new ReleaseError(
    'TAG_TEMPLATE_AMBIGUOUS',
    `\`tag-template: ${template}\` would give all ${charts.length} charts the same tags.`,
    { hint: 'Put `{{ .Name }}` into it, or release one chart only.' },
  )
}

/** Entries of the config file that no chart of this run answers to: a slip, or a chart of another workflow. */
export function unknownCharts(
  charts: readonly ChartSource[],
  folders: readonly string[],
  { perChart }: Settings,
): readonly string[] {
  const known = new Set([...folders, ...charts.map((chart) => chart.manifest.name)])
  // A chart that can't be read has no name here, and may be the one that is meant.
  if (charts.length !== folders.length) return []
  return Object.entries(perChart)
    .filter(([name]) => !known.has(name))
    .map(
      ([name, { at }]) =>
        `The config file has settings for ${name}${at ? ` (${at.file}:${at.line ?? 1})` : ''}, which is no chart of this run.`,
    )
}
