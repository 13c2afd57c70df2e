import { ReleaseError } from '../../model/errors.ts'
import type { Fault } from '../scan/scanner.ts'
import { positionOf } from '../scan/source.ts'
import type { IndexLayout } from './layout.ts'

/** Further lines that are named. */
const MAX_LINES = 8

/** Refuses an index that Helm can't load: nothing that is added to it could be installed. */
export function requireLoadable(layout: IndexLayout): void {
  const { file, faults } = layout
  const [first, ...others] = [...faults].sort((a, b) => a.start - b.start)
  if (!first) return
  const lines = others.slice(0, MAX_LINES).map(({ start }) => positionOf(layout, start).line)
  const more = others.length > lines.length ? ', …' : ''
  const places = others.length === 1 ? 'so is 1 more place (line' : `so are ${others.length} more places (lines`
  const rest = others.length > 0 ? `; ${places} ${lines.join(', ')}${more})` : ''
  throw new ReleaseError('INDEX_NOT_LOADABLE', `Helm can't load ${file}: ${faultText(layout, first)}${rest}`, {
    hint: 'Correct the index and run again; nothing was written. With `unloadable=allow` in the target, as in pages://gh-pages?unloadable=allow, the index is added to as it is, and nobody can install from it with Helm.',
    at: { file, ...positionOf(layout, first.start) },
  })
}

/** A fault, with its entry. */
export function faultText({ charts }: IndexLayout, { start, what }: Fault): string {
  for (const chart of charts.values()) {
    if (start < chart.start || start >= chart.end) continue
    const entry = chart.entries.find((one) => one.start <= start && start < one.end)
    return `${entry ? `${chart.name} ${entry.version}` : chart.name} has ${what}`
  }
  return `it has ${what}`
}
