import { scalarKind, textIn } from '../scan/helm-scalar.ts'
import type { Place, Reader } from '../scan/reader.ts'
import type { Scanner } from '../scan/scanner.ts'
import { notUnderstood } from '../scan/source.ts'
import { ENTRY } from './fields.ts'
import type { EntryLayout } from './layout.ts'
import { isMerge, mergeReader, shapeReader, structFields } from './shape-reader.ts'

/** Returns a reader for the entry that begins at a place; the entry is passed to `take` when it ends. */
export type EntryReaders = (at: Place, take: (entry: EntryLayout) => void) => Reader

/** One reader for all entries of an index, one after another: a reader for each would take megabytes. */
export function entryReaders(s: Scanner): EntryReaders {
  let [at, take]: Partial<Parameters<EntryReaders>> = []
  let [name, version, fields, timed, aliases] = ['', '', 0, false, 0]
  const done = (end: number) => {
    if (!at) return
    const { before, start, lineStart, column, flow } = at
    take?.({ before, start, lineStart, column, flow, end, name, version, fields, timed, aliased: s.aliases > aliases })
  }
  const struct = structFields(s, ENTRY)
  const [nameReader, versionReader] = [
    keptText(s, 'name', (text) => {
      name = text
    }),
    keptText(s, 'version', (text) => {
      version = text
    }),
  ]
  const refuse = (start: number): never => {
    throw notUnderstood(s, start, 'has an entry that is no mapping of fields')
  }
  const parts: Reader = {
    mapping: ({ column }) => {
      fields = column
      struct.begin()
    },
    key(key) {
      if (isMerge(s, key)) return mergeReader(s, parts)
      const field = struct.at(key)
      if (field?.name === 'name') return nameReader
      if (field?.name === 'version') return versionReader
      if (field?.name === 'created' && name === '') timed = true
      return field && struct.readers[field.index]
    },
    scalar(text) {
      // Helm skips an entry that is null.
      if (scalarKind(s, text) !== 'null') refuse(text.start)
      done(text.end)
    },
    list: ({ start }) => refuse(start),
  }
  const reader: Reader = {
    ...parts,
    close: done,
    nothing: done,
    alias({ end }, read) {
      read(parts)
      done(end)
    },
  }
  return (place, taker) => {
    ;[at, take] = [place, taker]
    ;[name, version, fields, timed, aliases] = ['', '', place.column + 2, false, s.aliases]
    return reader
  }
}

/** Keeps the text of a field besides checking it. */
function keptText(s: Scanner, field: string, keep: (text: string) => void): Reader {
  const checking = shapeReader(s, { kind: 'text' }, `\`${field}\``)
  const reader: Reader = {
    ...checking,
    scalar(text) {
      checking.scalar?.(text)
      keep(textIn(s, text))
    },
    nothing: () => keep(''),
    alias: (_, read) => read(reader),
  }
  return reader
}
