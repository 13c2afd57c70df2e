/** The known name that `name` most likely meant, or `undefined` if none is near. */
export function nearest(name: string, known: readonly string[]): string | undefined {
  const plain = simplified(name)
  const [best] = known
    .map((candidate) => ({ candidate, distance: distance(plain, simplified(candidate)) }))
    .sort((a, b) => a.distance - b.distance)
  // A third of the letters may be wrong: `app_versoin` means `app-version`, `foo` means nothing.
  return best !== undefined && best.distance <= Math.floor(plain.length / 3) ? best.candidate : undefined
}

/** People mix up case, dashes and underscores. */
function simplified(name: string): string {
  return name
    .slice(0, 60)
    .toLowerCase()
    .replace(/[-_.\s]/g, '')
}

/** Number of edits: of one letter, or of two neighbours that changed places (Damerau and Levenshtein). */
function distance(from: string, to: string): number {
  let before: readonly number[] = []
  let row = Array.from({ length: to.length + 1 }, (_, index) => index)
  for (let i = 1; i <= from.length; i++) {
    const next = [i]
    for (let j = 1; j <= to.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1)
      const swapped = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1]
      const edits = [replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1]
      next.push(Math.min(...edits, ...(swapped ? [(before[j - 2] ?? 0) + 1] : [])))
    }
    before = row
    row = next
  }
  return row[to.length] ?? 0
}
