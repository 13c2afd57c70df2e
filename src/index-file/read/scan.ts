import { node } from '../scan/block.ts'
import { checkBytes } from '../scan/guard.ts'
import { isGoTime, scalarKind, textIn } from '../scan/helm-scalar.ts'
import { openScanner } from '../scan/lines.ts'
import type { Place, Reader, ScalarText } from '../scan/reader.ts'
import { faultsIn, type Scanner } from '../scan/scanner.ts'
import { broken, notUnderstood, type Source, textBetween } from '../scan/source.ts'
import { chartsReader, type Found } from './charts.ts'
import { INDEX } from './fields.ts'
import type { Generated, IndexLayout, Written } from './layout.ts'
import { isMerge, structFields } from './shape-reader.ts'
import { refuseTruncated } from './truncation.ts'

/**
 * Scans an index once and finds the place of everything: 20 ms for 4 MB. The whole structure is checked on the way.
 * Fails with `INDEX_INVALID` (damaged: empty, cut short, conflict markers, not YAML) and `INDEX_NOT_UNDERSTOOD`, both
 * with line and column.
 */
export function scanIndex(source: Source): IndexLayout {
  checkBytes(source)
  const s = openScanner(source)
  if (s.column < 0) {
    const hint = 'Put the last good version back; where there never was one, delete the empty file.'
    throw broken(source, 0, 'is empty', hint)
  }
  const root = openRoot(s)
  node(s, -1, root.reader)
  if (s.column >= 0) throw broken(s, s.pos, 'has something behind its end')
  const layout = root.layout()
  refuseTruncated(layout)
  return layout
}

function openRoot(s: Scanner) {
  const found: Found = { charts: new Map() }
  const struct = structFields(s, INDEX)
  let apiVersion: string | undefined
  let generated: Generated | undefined
  let begun: Place | undefined
  let end = 0
  let entries: { written(): Written } | undefined
  const apiVersionReader = onlyText(s, 'apiVersion', (text) => {
    apiVersion = scalarKind(s, text) === 'null' ? '' : textIn(s, text)
  })
  const readGenerated = (keyEnd: number) =>
    generatedIn(s, (value) => {
      generated = { ...value, keyEnd }
    })
  const reader: Reader = {
    mapping: (at) => {
      begun = at
    },
    list: ({ start }) => refuseRoot(s, start),
    scalar: ({ start }) => refuseRoot(s, start),
    alias: ({ start }) => refuseRoot(s, start),
    key(key) {
      if (isMerge(s, key))
        throw notUnderstood(s, key.start, 'merges keys from an anchor in a place where that is not followed')
      const field = struct.at(key)
      if (field?.name === 'apiVersion') return apiVersionReader
      if (field?.name === 'generated') return readGenerated(key.end)
      if (field?.name !== 'entries') return field && struct.readers[field.index]
      const charts = chartsReader(s, found, key)
      entries = charts
      return charts.reader
    },
    close: (at) => {
      end = at
    },
  }
  const layout = (): IndexLayout => ({
    bytes: s.bytes,
    file: s.file,
    json: begun?.flow === true,
    root: begun?.flow
      ? { kind: 'flow', keyEnd: 0, open: begun.start + 1, close: end - 1 }
      : { kind: 'block', keyEnd: 0, column: begun?.column ?? 0, end },
    generated,
    entries: entries?.written(),
    charts: found.charts,
    faults: faultsIn(s, begun?.flow === true),
    apiVersion: apiVersion ?? '',
    aliased: s.aliases > 0,
    documentEnd: s.end,
  })
  return { reader, layout }
}

function refuseRoot(s: Scanner, at: number): never {
  throw broken(s, at, 'is no mapping of keys and values')
}

function onlyText(s: Scanner, key: string, take: (text: ScalarText) => void): Reader {
  const refuse = (at: number): never => {
    throw broken(s, at, `has \`${key}\` that is no single text`)
  }
  const reader: Reader = {
    scalar: (text) => (text.long || text.style === 'block' ? refuse(text.start) : take(text)),
    mapping: ({ start }) => refuse(start),
    list: ({ start }) => refuse(start),
    nothing: () => undefined,
    alias: (_, read) => read(reader),
  }
  return reader
}

function generatedIn(s: Scanner, take: (generated: Omit<Generated, 'keyEnd'>) => void): Reader {
  return {
    ...onlyText(s, 'generated', (text) => {
      const { start, end } = text
      const kind = scalarKind(s, text)
      if (kind !== 'null' && !(kind === 'string' && isGoTime(textIn(s, text)))) {
        throw broken(s, start, `has \`generated\` that is no time: ${textBetween(s.bytes, start, end).slice(0, 80)}`)
      }
      take({ start, end, isNull: kind === 'null' })
    }),
    nothing: (at) => take({ start: at, end: at, isNull: true }),
    alias: ({ start }) => {
      throw notUnderstood(s, start, 'has an alias at `generated`')
    },
  }
}
