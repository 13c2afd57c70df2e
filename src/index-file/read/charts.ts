import { scalarKind, textIn } from '../scan/helm-scalar.ts'
import type { AliasPlace, Place, Reader, ScalarText } from '../scan/reader.ts'
import { noteFault, type Scanner } from '../scan/scanner.ts'
import { broken, notUnderstood } from '../scan/source.ts'
import { type EntryReaders, entryReaders } from './entries.ts'
import { type HelmEntries, helmEntries, passedEntries } from './helm-entries.ts'
import type { ChartLayout, EntryLayout, Written } from './layout.ts'
import { isMerge } from './shape-reader.ts'

/** These have another text as keys than as values. */
const NOT_FINITE: ReadonlyMap<string, string> = new Map([
  ['+Inf', '.inf'],
  ['-Inf', '-.inf'],
  ['NaN', '.nan'],
])

/** The state that is collected on the walk. */
export interface Found {
  readonly charts: Map<string, ChartLayout>
}

/** Reads the mapping from chart names to lists of versions. `key` is the key before it. */
export function chartsReader(s: Scanner, found: Found, { end: keyEnd }: ScalarText) {
  const way = wayOfWriting(s, keyEnd, '`entries`')
  const ways = { helm: helmEntries(s), any: entryReaders(s) }
  const reader: Reader = {
    ...way.reader,
    alias: way.follow(() => reader),
    mapping: way.begin,
    list: way.refuse,
    key(key) {
      const kind = scalarKind(s, key)
      if (kind === 'null') noteFault(s, key.start, { what: 'a chart without a name' })
      const text = textIn(s, key)
      const name = (kind === 'float' && NOT_FINITE.get(text)) || text
      const at = { start: key.start, lineStart: s.lineStart, column: s.column, before: s.contentEnd }
      if (isMerge(s, key)) throw notUnderstood(s, at.start, 'merges charts from an anchor')
      if (found.charts.has(name)) throw broken(s, at.start, `has the chart ${name} twice`)
      const chart = chartReader(s, ways, key)
      // Added once it is complete; the name is reserved from now on, so that the order is as written.
      found.charts.set(name, chart.opened(name, at))
      return chart.reader
    },
  }
  return { reader, written: way.written }
}

/** How entries are read. */
interface Ways {
  readonly helm: HelmEntries
  readonly any: EntryReaders
}

function chartReader(s: Scanner, { helm, any }: Ways, { end: keyEnd }: ScalarText) {
  const { column: indent } = s
  const way = wayOfWriting(s, keyEnd, 'a chart')
  const parts: (() => readonly EntryLayout[])[] = []
  const take = (entry: EntryLayout) => void parts.push(() => [entry])
  const reader: Reader = {
    ...way.reader,
    alias: way.follow(() => reader),
    list: way.begin,
    mapping: way.refuse,
    past: (at) => {
      const end = helm(at, at.column - indent)
      if (end !== undefined) parts.push(() => passedEntries(s.bytes, at, end))
      return end !== undefined
    },
    item: (at) => any(at, take),
  }
  // The fields of few charts of an index are ever read.
  let entries: readonly EntryLayout[] | undefined
  const opened = (name: string, { before, start, lineStart, column }: Omit<Place, 'flow'>): ChartLayout => ({
    ...{ name, before, start, lineStart, column },
    get entries() {
      entries ??= parts.flatMap((part) => part())
      return entries
    },
    get written() {
      return way.written()
    },
    get end() {
      return way.end()
    },
  })
  return { reader, opened }
}

/** How the value of a key that must be a mapping or a list, or nothing, is written. */
function wayOfWriting(s: Scanner, keyEnd: number, what: string) {
  let begun: Place | undefined
  let end = keyEnd
  let empty: { readonly start: number; readonly end: number } | undefined
  let alias: AliasPlace | undefined
  const isNothing = (start: number, to: number) => {
    empty = { start, end: to }
    end = to
  }
  const refuse = ({ start }: { readonly start: number }): never => {
    throw notUnderstood(s, start, `has ${what} with a value of another kind than Helm writes there`)
  }
  const reader: Reader = {
    nothing: (at) => isNothing(at, at),
    scalar(text) {
      if (scalarKind(s, text) !== 'null') return refuse(text)
      isNothing(text.start, text.end)
    },
    close: (at) => {
      end = at
    },
  }
  const written = (): Written => {
    if (alias) return { kind: 'alias', keyEnd, ...alias }
    if (begun?.flow) return { kind: 'flow', keyEnd, open: begun.start + 1, close: end - 1 }
    if (begun) return { kind: 'block', keyEnd, column: begun.column, end }
    return { kind: 'empty', keyEnd, start: empty?.start ?? keyEnd, end: empty?.end ?? keyEnd }
  }
  const begin = (at: Place) => {
    begun = at
  }
  /** The value of an alias is read by `own`, and is not written here. */
  const follow =
    (own: () => Reader) =>
    (at: AliasPlace, read: (reader: Reader) => void): void => {
      alias = at
      read(own())
    }
  return { reader, begin, refuse, follow, written, end: () => alias?.end ?? end }
}
