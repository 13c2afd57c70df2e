import type { Finding } from '../../../model/finding.ts'
import type { ChartPair } from '../chart-analysis.ts'
import { createFinding } from '../finding.ts'
import type { NamedTemplate } from '../reads/reader.ts'

/** The interface of a library: its named templates. Those of an application are internal. */
export function namedTemplateFindings({ old, now }: ChartPair): readonly Finding[] {
  if (old.chart.manifest?.type !== 'library') return []
  const [before, after] = [old.reads.definitions, now.reads.definitions]
  const removed = own(before.values()).filter(({ name }) => !after.has(name))
  const added = own(after.values()).filter(({ name }) => !before.has(name))
  return [
    ...removed.map(({ name, file }) => {
      const text = `The named template \`${name}\` is gone or has another name; charts that include it fail.`
      return createFinding({ level: 'major', rule: 'templates/named-removed', subject: name, text, at: { file } })
    }),
    ...added.map(({ name, file, line }) => {
      const text = `The named template \`${name}\` is new.`
      return createFinding({ level: 'minor', rule: 'templates/named-added', subject: name, text, at: { file, line } })
    }),
  ]
}

function own(definitions: Iterable<NamedTemplate>): readonly NamedTemplate[] {
  return [...definitions].filter(({ scope }) => scope.folder === '')
}
