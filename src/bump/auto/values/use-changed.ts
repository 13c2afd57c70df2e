import type { Finding } from '../../../model/finding.ts'
import { isEmpty, valueAt } from '../chart/values.ts'
import type { ChartPair } from '../chart-analysis.ts'
import { createFinding, pathText } from '../finding.ts'
import { ANY, pathOf } from '../reads/place.ts'
import { type Demand, demandsOf, exactPlace, placesOf, readersOf, typeTests } from '../reads/readers.ts'
import { readBy, wasReadBy } from './removed.ts'

const PARTS: readonly Demand[] = ['range', 'fields', 'keys']

/**
 * Values without a default that were read as a map or a list and are read as a text now, or the other way round: their type is
 * what the templates make of them, as values.yaml does not show it.
 */
export function useChangedFindings({ old, now }: ChartPair): readonly Finding[] {
  return placesOf(old.reads.places).flatMap((place): readonly Finding[] => {
    const path = pathOf(place)
    if (path.length === 0 || path.includes(ANY) || hasDefault(old.chart.values, path)) return []
    if (!exactPlace(now.reads.places, path)) return []
    const [was, is] = [demandsOf(old.reads.places, path), demandsOf(now.reads.places, path)]
    if (!turned(was, is) || typeTests(now.reads.places, path).length > 0) return []
    const [before] = readersOf(old.reads.places, path, true)
    const [after] = readersOf(now.reads.places, path, true)
    if (!before || !after) return []
    const subject = pathText(path)
    const text = `\`${subject}\` is used as ${word(is)} now (${readBy(after)}), and was ${word(was)}: ${wasReadBy(before)}.`
    const at = { file: after.file, line: after.line }
    return [createFinding({ level: 'major', rule: 'values/use-changed', subject, text, at })]
  })
}

function hasDefault(values: ChartPair['old']['chart']['values'], path: readonly string[]): boolean {
  const value = valueAt(values, path)
  return value !== undefined && !isEmpty(value)
}

function turned(was: ReadonlySet<Demand>, is: ReadonlySet<Demand>): boolean {
  return (isOfParts(was) && isText(is)) || (isText(was) && isOfParts(is))
}

function isOfParts(demands: ReadonlySet<Demand>): boolean {
  return PARTS.some((demand) => demands.has(demand)) && !demands.has('text') && !demands.has('handed on')
}

function isText(demands: ReadonlySet<Demand>): boolean {
  return demands.has('text') && ![...PARTS, 'structure', 'handed on'].some((demand) => demands.has(demand as Demand))
}

function word(demands: ReadonlySet<Demand>): string {
  return isText(demands) ? 'a text' : demands.has('range') ? 'a list or a map' : 'a map'
}
