const GENERATED = /^generated: .*$/

/**
 * The lines of an index without the one that says when it was written. Bytes are taken as Latin-1, so that all count. The line
 * of the first entry must change where there was none.
 */
function linesOf(index: Uint8Array): readonly string[] {
  return Buffer.from(index)
    .toString('latin1')
    .split('\n')
    .filter((line) => !GENERATED.test(line))
    .map((line) => (line === 'entries: {}' ? 'entries:' : line))
}

/** How many lines were put in, where nothing else happened; `undefined` where a line is gone, changed or moved. */
export function linesAdded(before: Uint8Array, after: Uint8Array): number | undefined {
  const [old, now] = [linesOf(before), linesOf(after)]
  let at = 0
  for (const line of old) {
    at = now.indexOf(line, at) + 1
    if (at === 0) return undefined
  }
  return now.length - old.length
}

/** Whether all that was put in stands in one place. */
export function isOnePlace(before: Uint8Array, after: Uint8Array): boolean {
  const [old, now] = [linesOf(before), linesOf(after)]
  let start = 0
  while (start < old.length && old[start] === now[start]) start += 1
  let end = 0
  while (end < old.length && old.at(-1 - end) === now.at(-1 - end)) end += 1
  return start + end >= old.length
}
