import { ENTRY_FIELDS, fieldOf } from './fields.ts'
import type { EntryLayout, UnknownKey } from './layout.ts'
import type { Place, Reader } from './reader.ts'
import type { Scanner } from './scanner.ts'
import { notUnderstood } from './source.ts'
import { textIn } from './text.ts'
import { unknownKey } from './unknown-key.ts'

const KNOWN: ReadonlySet<string> = new Set(ENTRY_FIELDS)
const MERGE = '<<'

/** Gives a reader for the entry that begins at a place, which is given to `take` when it ends. */
export type EntryReaders = (at: Place, take: (entry: EntryLayout) => void) => Reader

/** One reader for all entries of an index, one after another: of so many, each with its own, would be megabytes. */
export function entryReaders(s: Scanner, unknown: UnknownKey[]): EntryReaders {
  let [at, take]: Partial<Parameters<EntryReaders>> = []
  let [name, version, fields, timed, merged, aliases] = ['', '', 0, false, false, 0]
  const done = (end: number) => {
    if (!at) return
    // Else it would pass for an entry without a version, and the version for one that is free.
    if (merged && version === '') throw notUnderstood(s, at.start, 'has an entry whose version comes from an anchor')
    const { before, start, lineStart, column, flow } = at
    take?.({ before, start, lineStart, column, flow, end, name, version, fields, timed, aliased: s.aliases > aliases })
  }
  const nameReader = fieldReader(s, 'name', (text) => {
    name = text
  })
  const versionReader = fieldReader(s, 'version', (text) => {
    version = text
  })
  const refuse = (start: number): never => {
    throw notUnderstood(s, start, 'has an entry that is no mapping of fields')
  }
  const reader: Reader = {
    mapping: ({ column }) => {
      fields = column
    },
    key(key) {
      const field = fieldOf(s, key)
      if (field === 'version') return versionReader
      if (field === 'name') return nameReader
      if (field === 'created') timed = true
      else if (field === MERGE) merged = true
      else if (!KNOWN.has(field)) unknown.push(unknownKey(s, field, { start: key.start, known: KNOWN }))
      return undefined
    },
    close: done,
    // Helm skips an entry that is null.
    nothing: done,
    scalar: ({ start }) => refuse(start),
    list: ({ start }) => refuse(start),
    alias: refuse,
  }
  return (place, taker) => {
    ;[at, take] = [place, taker]
    ;[name, version, fields, timed, merged, aliases] = ['', '', place.column + 2, false, false, s.aliases]
    return reader
  }
}

function fieldReader(s: Scanner, field: string, take: (text: string) => void): Reader {
  const refuse = (start: number): never => {
    throw notUnderstood(s, start, `has an entry whose \`${field}\` is no single text`)
  }
  return {
    scalar: (text) => take(textIn(s, text)),
    nothing: () => take(''),
    mapping: ({ start }) => refuse(start),
    list: ({ start }) => refuse(start),
    alias: refuse,
  }
}
