import { ENTRY_FIELDS, fieldOf } from './fields.ts'
import type { EntryLayout, UnknownKey } from './layout.ts'
import type { Place, Reader } from './reader.ts'
import type { Scanner } from './scanner.ts'
import { notUnderstood } from './source.ts'
import { textIn } from './text.ts'
import { unknownKey } from './unknown-key.ts'

const KNOWN: ReadonlySet<string> = new Set(ENTRY_FIELDS)
const MERGE = '<<'

/** Reads one version of a chart, and gives it to `take` when it ends. */
export function entryReader(s: Scanner, at: Place, unknown: UnknownKey[], take: (entry: EntryLayout) => void): Reader {
  let [name, version, fields, timed, merged] = ['', '', at.column + 2, false, false]
  const { aliases } = s
  const done = (end: number) => {
    // Else it would pass for an entry without a version, and the version for one that is free.
    if (merged && version === '') throw notUnderstood(s, at.start, 'has an entry whose version comes from an anchor')
    const { before, start, lineStart, column, flow } = at
    take({ before, start, lineStart, column, flow, end, name, version, fields, timed, aliased: s.aliases > aliases })
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
  return {
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
