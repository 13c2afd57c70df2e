/** A file of a git tree; by its mode it may also be a symbolic link or a submodule. */
interface TreeFile {
  readonly mode: string
  readonly path: string
}

/** What would have to be replaced so that a plain file can be written somewhere. */
export interface Obstacle {
  /** The path that is in the way: the one that is to be written, one above it, or one that differs only by case. */
  readonly path: string
  /** Completes a sentence that begins with that path, e.g. `is a symbolic link`. */
  readonly what: string
}

export interface TreePaths {
  /**
   * What is in the way of a plain file at this path; `undefined` if nothing is, or if a plain file is there already.
   * Git replaces a link, a submodule, a file in the place of a folder and a folder in the place of a file without a word.
   * A new name must not differ from another one by case alone: many file systems can't hold both.
   */
  obstacleTo(path: string): Obstacle | undefined
}

/** The files of a tree, looked at once for any number of questions. */
export function createTreePaths(files: Iterable<TreeFile>): TreePaths {
  let nodes: Nodes | undefined
  return {
    obstacleTo(path) {
      nodes ??= nodesOf(files)
      const above = prefixesOf(path)
      for (const prefix of above) {
        const what = whatIsAt(nodes, prefix, prefix === path)
        if (what === 'nothing') return otherSpelling(nodes, [...above].slice(above.indexOf(prefix)))
        if (what !== 'fine') return { path: prefix, what }
      }
      return undefined
    },
  }
}

interface Nodes {
  readonly modes: ReadonlyMap<string, string>
  readonly folders: ReadonlySet<string>
  /** One path of each spelling, files and folders. */
  readonly spellings: ReadonlyMap<string, string>
}

function nodesOf(files: Iterable<TreeFile>): Nodes {
  const modes = new Map<string, string>()
  const folders = new Set<string>()
  for (const { mode, path } of files) {
    modes.set(path, mode)
    for (const prefix of prefixesOf(path).slice(0, -1)) folders.add(prefix)
  }
  const spellings = new Map([...folders, ...modes.keys()].map((path) => [withoutCase(path), path]))
  return { modes, folders, spellings }
}

/** `a`, `a/b` and `a/b/c` of `a/b/c`. */
function prefixesOf(path: string): readonly string[] {
  const segments = path.split('/')
  return segments.map((_, index) => segments.slice(0, index + 1).join('/'))
}

function whatIsAt({ modes, folders }: Nodes, path: string, isLast: boolean): string {
  const mode = modes.get(path)
  if (mode === '120000') return 'is a symbolic link'
  if (mode === '160000') return 'is a submodule'
  if (mode !== undefined) return isLast ? 'fine' : 'is a file'
  if (folders.has(path)) return isLast ? 'is a folder' : 'fine'
  return 'nothing'
}

function otherSpelling({ spellings }: Nodes, missing: readonly string[]): Obstacle | undefined {
  for (const path of missing) {
    const other = spellings.get(withoutCase(path))
    if (other !== undefined) return { path: other, what: `differs from ${path} only by case` }
  }
  return undefined
}

/** As file systems that ignore case compare names. */
export function withoutCase(name: string): string {
  return name.normalize('NFC').toLowerCase()
}
