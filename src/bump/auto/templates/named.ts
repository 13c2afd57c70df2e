import type { Finding } from '../../../model/finding.ts'
import type { Pair } from '../chart-analysis.ts'
import { createFinding } from '../finding.ts'
import type { NamedTemplate } from '../reads/reader.ts'

/** What a library offers: its named templates. Those of an application are its own affair. */
export function namedTemplateFindings({ old, now }: Pair): readonly Finding[] {
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
