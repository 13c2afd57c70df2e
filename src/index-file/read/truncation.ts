import { broken, textBetween } from '../scan/source.ts'
import type { ChartLayout, IndexLayout } from './layout.ts'

const LINE_FEED = 0x0a

/**
 * Refuses an index that is cut short. YAML can be cut after many lines and still be YAML, so this looks for what its
 * writer would have written last.
 */
export function refuseTruncated(layout: IndexLayout): void {
  if (layout.apiVersion === '') {
    throw broken(
      layout,
      0,
      'has no `apiVersion`, so Helm reads nothing of it',
      'Put `apiVersion: v1` in its first line.',
    )
  }
  const end = layout.bytes.length
  const what = layout.json ? undefined : cutShort(layout)
  if (what) {
    const hint = 'Put the last good version back; where it is whole, add a line `generated: "<time>"` at its end.'
    throw broken(layout, end, `ends too early: ${what}`, hint)
  }
}

function cutShort({ bytes, root, entries, generated, charts }: IndexLayout): string | undefined {
  const last = [...charts.values()].at(-1)
  if (last && root.kind === 'block' && isLast(bytes, last, root.end)) {
    if (last.written.kind === 'empty') return `the chart ${last.name} has no value`
    const entry = last.entries.at(-1)
    if (!entry?.name || !entry.version) return `the last entry of ${last.name} has no name or no version`
  }
  // A file that is cut off after `generated:` has no line break there.
  if (generated && (generated.end > generated.start || generated.end < bytes.length)) return undefined
  if (entries?.kind === 'empty' && entries.start === entries.end) return '`entries` has no value'
  // Tools that sort their keys write when an entry was made, and `generated` after all entries.
  if (last?.entries.some(({ timed }) => timed)) return '`generated` is missing'
  return bytes[bytes.length - 1] === LINE_FEED ? undefined : 'its last line does not end'
}

function isLast(bytes: Uint8Array, { written, end }: ChartLayout, rootEnd: number): boolean {
  if (written.kind === 'flow') return false
  const isNothing = written.kind === 'empty' && written.start === written.end
  return isNothing ? textBetween(bytes, end, rootEnd).trim() === '' : end === rootEnd
}
