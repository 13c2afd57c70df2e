import { node } from './block.ts'
import { chartsReader, type Found } from './charts.ts'
import { checkBytes } from './guard.ts'
import type { IndexLayout, Written } from './layout.ts'
import type { Place, Reader, ScalarText } from './reader.ts'
import { openScanner, type Scanner } from './scanner.ts'
import { broken, type Source, textOf } from './source.ts'
import { textIn } from './text.ts'
import { unknownKey } from './unknown-key.ts'
import { checkWhole } from './whole.ts'

const KNOWN_KEYS = new Set(['apiVersion', 'entries', 'generated', 'serverInfo', 'publicKeys', 'annotations'])
const TIME = /^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(?:\.\d+)?(?:[Zz]|[+-]\d\d:\d\d)$/

/**
 * Walks over an index once and finds where everything stands: 20 ms for 4 MB. The whole structure is checked on the way.
 * Fails with `INDEX_INVALID` (damaged: empty, cut short, conflict markers, no YAML) and `INDEX_NOT_UNDERSTOOD`, both with
 * line and column.
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
  checkWhole(layout, root.apiVersion())
  return layout
}

function openRoot(s: Scanner) {
  const found: Found = { charts: new Map(), unknown: [] }
  let apiVersion: string | undefined
  let generated: ScalarText | undefined
  let begun: Place | undefined
  let end = 0
  let entries: { written(): Written } | undefined
  const apiVersionReader = onlyText(s, 'apiVersion', (text) => {
    apiVersion = textIn(s, text)
  })
  const generatedReader = onlyText(s, 'generated', (text) => {
    generated = checkedTime(s, text)
  })
  const reader: Reader = {
    mapping: (at) => {
      begun = at
    },
    list: ({ start }) => refuseRoot(s, start),
    scalar: ({ start }) => refuseRoot(s, start),
    alias: (at) => refuseRoot(s, at),
    key(key) {
      const name = textIn(s, key)
      if (name === 'apiVersion') return apiVersionReader
      if (name === 'generated') return generatedReader
      if (name === 'entries') {
        if (entries) throw broken(s, key.start, 'has the key entries twice')
        const charts = chartsReader(s, found, key)
        entries = charts
        return charts.reader
      }
      if (!KNOWN_KEYS.has(name)) found.unknown.push(unknownKey(s, name, { start: key.start, known: KNOWN_KEYS }))
      return undefined
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
      ? { kind: 'flow', open: begun.start + 1, close: end - 1 }
      : { kind: 'block', column: begun?.column ?? 0, end },
    generated: generated && { start: generated.start, end: generated.end },
    entries: entries?.written(),
    charts: found.charts,
    unknown: found.unknown,
    aliased: s.aliases > 0,
  })
  return { reader, layout, apiVersion: () => apiVersion }
}

function refuseRoot(s: Scanner, at: number): never {
  throw broken(s, at, 'is no mapping of keys and values')
}

function onlyText(s: Scanner, key: string, take: (text: ScalarText) => void): Reader {
  const refuse = (at: number): never => {
    throw broken(s, at, `has \`${key}\` that is no single text`)
  }
  return {
    scalar: (text) => (text.long || text.style === 'block' ? refuse(text.start) : take(text)),
    mapping: ({ start }) => refuse(start),
    list: ({ start }) => refuse(start),
    nothing: refuse,
    alias: refuse,
  }
}

function checkedTime(s: Scanner, text: ScalarText): ScalarText {
  const written = textIn(s, text)
  if (TIME.test(written)) return text
  throw broken(
    s,
    text.start,
    `has \`generated\` that is no time: ${textOf(s.bytes, text.start, text.end).slice(0, 80)}`,
  )
}
