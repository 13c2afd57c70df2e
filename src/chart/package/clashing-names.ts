/**
 * Paths of one package that are one path where file systems ignore case (macOS, Windows) or Unicode forms: whoever unpacks
 * it there has only one of them. Folders count, too.
 */
export function clashingNames(paths: readonly string[]): readonly (readonly [string, string])[] {
  const byFolded = new Map<string, string>()
  const clashes = new Map<string, readonly [string, string]>()
  for (const path of paths) {
    const parts = path.split('/')
    for (const [index] of parts.entries()) {
      const part = parts.slice(0, index + 1).join('/')
      const folded = part.normalize('NFKC').toLowerCase()
      const before = byFolded.get(folded) ?? part
      byFolded.set(folded, before)
      if (before === part) continue
      clashes.set(part, [before, part])
      // What is below is a consequence.
      break
    }
  }
  return [...clashes.values()]
}
