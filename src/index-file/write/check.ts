import { Buffer } from 'node:buffer'
import { isDeepStrictEqual } from 'node:util'
import { ReleaseError } from '../../model/errors.ts'
import type { ChartLayout, IndexLayout } from '../read/layout.ts'
import { readEntry } from '../read/read-entry.ts'
import { scanIndex } from '../read/scan.ts'
import { asBuffer } from '../scan/source.ts'
import type { Addition } from './release.ts'
import type { Splice } from './splices.ts'
import { touchedLines } from './touched-lines.ts'

/** What was meant to be written. */
export interface IntendedChange {
  readonly additions: readonly Addition[]
  readonly splices: readonly Splice[]
}

/**
 * Reads the new bytes as if they came from someone else: every byte outside the splices is where it was, and in the
 * charts with additions every previous entry is there in its order, the new ones are as intended, and there is nothing
 * more. A difference is a bug of ours, and nothing may be written.
 */
export function checkWritten(before: IndexLayout, bytes: Uint8Array, { additions, splices }: IntendedChange): void {
  checkOutside(before.bytes, bytes, splices)
  const { entries, file, charts } = before
  // In brackets, or with anchors from elsewhere, only the whole document has a meaning.
  const small = entries?.kind === 'block' && !before.aliased
  const known = additions.flatMap(({ name }) => charts.get(name) ?? [])
  const after = scanIndex({ bytes: small ? touchedLines(before, bytes, splices, known) : bytes, file })
  const names = new Set([...(small ? [] : charts.keys()), ...additions.map(({ name }) => name)])
  same(new Set(after.charts.keys()), names, 'charts')
  for (const [name, chart] of after.charts) {
    const addition = additions.find((each) => each.name === name)
    checkVersions(charts.get(name), chart, addition)
    if (addition) checkEntries(after, addition)
  }
}

function checkOutside(before: Uint8Array, after: Uint8Array, splices: readonly Splice[]): void {
  const [old, written] = [asBuffer(before), asBuffer(after)]
  let [from, at] = [0, 0]
  for (const { start, end, text } of [...splices, { start: old.length, end: old.length, text: '' }]) {
    const length = start - from
    if (length < 0 || !old.subarray(from, start).equals(written.subarray(at, at + length))) throw differs('bytes')
    at += length + Buffer.byteLength(text)
    from = end
  }
  same(at, written.length, 'bytes')
}

function checkVersions(before: ChartLayout | undefined, after: ChartLayout, addition: Addition | undefined): void {
  const added = addition?.entries.map(({ version }) => version) ?? []
  const old = before?.entries.map(({ version }) => version) ?? []
  const now = after.entries.map(({ version }) => version)
  same(now.length, old.length + added.length, 'versions')
  same(
    now.filter((version) => !added.includes(version)),
    old,
    'versions',
  )
}

function checkEntries(after: IndexLayout, { name, entries }: Addition): void {
  for (const { version, entry } of entries) {
    const found = after.charts.get(name)?.entries.filter((each) => each.version === version) ?? []
    const [only] = found
    if (!only || found.length !== 1) throw differs('entry')
    same(readEntry(after, name, only), entry, 'entry')
  }
}

function same(found: unknown, meant: unknown, what: string): void {
  if (!isDeepStrictEqual(found, meant)) throw differs(what)
}

function differs(what: string): ReleaseError {
  return new ReleaseError('BUG_UNEXPECTED', `The index would not hold what it must: its ${what} would differ.`, {
    hint: 'Nothing was written; please report it, with the index if it is public.',
  })
}
