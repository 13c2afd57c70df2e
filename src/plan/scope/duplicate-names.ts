import type { ChartSource } from '../../chart/source/source.ts'
import { ReleaseError } from '../../model/errors.ts'
import type { Settings } from '../../settings.ts'

/**
 * Charts whose names collide: they would get the same reference on every target. Each of them gets an error that names
 * the other; the rest goes on.
 */
export function duplicateNames(charts: readonly ChartSource[]): ReadonlyMap<string, ReleaseError> {
  const byName = Map.groupBy(charts, (chart) => chart.manifest.name)
  const doubled = [...byName.values()].filter((group) => group.length > 1)
  return new Map(
    doubled.flatMap((group) =>
      group.map((chart) => {
        const others = group.filter((other) => other !== chart).map((other) => other.path)
        return [chart.path, doubledName(chart, others)] as const
      }),
    ),
  )
}

function doubledName({ path, manifest }: ChartSource, others: readonly string[]): ReleaseError {
  return new ReleaseError(
    'CHART_NAME_DOUBLED',
    `${path} and ${others.join(', ')} are ${others.length > 1 ? 'all' : 'both'} named ${manifest.name}.`,
    {
      hint: 'Give each chart a name of its own, or leave one out with the input `exclude`.',
      at: { file: manifest.file, line: manifest.nameSpan.line, column: manifest.nameSpan.column },
    },
  )
}

/**
 * A tag template that would give several charts one tag: `TAG_TEMPLATE_AMBIGUOUS`. Only the charts can judge it.
 */
export function ambiguousTemplate(
  charts: readonly ChartSource[],
  { tagTemplate }: Pick<Settings, 'tagTemplate'>,
): ReleaseError | undefined {
  const template = tagTemplate.value
  if (template === '' || /\.Name\b/.test(template) || charts.length < 2) return undefined
  return new ReleaseError(
    'TAG_TEMPLATE_AMBIGUOUS',
    `\`tag-template: ${template}\` would give all ${charts.length} charts the same tags.`,
    { hint: 'Put `{{ .Name }}` into it, or release one chart only.' },
  )
}
