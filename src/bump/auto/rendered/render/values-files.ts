import type { Pair } from './pair.ts'
import { textOf } from './prepared.ts'

/** As chart-testing names them. */
const CI_VALUES = /^ci\/[^/]+-values\.ya?ml$/

/** The values files of the chart's own tests that both sides have, by path, with the text of the old side. */
export function commonValuesFiles({ old, now, limits }: Pair): ReadonlyMap<string, string> {
  const common = [...old.files].filter(([path]) => CI_VALUES.test(path) && now.files.has(path))
  const saying = common.map(([path, bytes]) => [path, textOf(bytes)] as const).filter(([, text]) => says(text))
  const sorted = saying.sort(([a], [b]) => (a < b ? -1 : 1))
  return new Map(sorted.slice(0, limits.valuesFiles))
}

/** Many hold only comments: then they say the defaults. */
function says(text: string): boolean {
  return text.split('\n').some((line) => !/^\s*(?:#.*)?$|^---/.test(line) && line.trim() !== '{}')
}
