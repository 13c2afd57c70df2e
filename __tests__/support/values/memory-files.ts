import type { Files } from '../../../src/ports/files.ts'

export interface MemoryFiles extends Files {
  /** All that is written, by absolute path. */
  readonly content: Map<string, Uint8Array>
}

/** Files of a run that are kept in memory; what others read at the same time (`shared`) is not among them. */
export function memoryFiles(): MemoryFiles {
  const content = new Map<string, Uint8Array>()
  let folders = 0
  const files: Omit<MemoryFiles, 'shared'> = {
    content,
    temporaryFolder: async (name) => {
      folders += 1
      return `/temp/${name}-${folders}`
    },
    read: async (path) => {
      const found = content.get(path)
      if (found) return found
      throw new Error(`there is no ${path}`)
    },
    readIfPresent: async (path) => content.get(path),
    exists: async (path) => content.has(path),
    write: async (path, bytes) => void content.set(path, typeof bytes === 'string' ? Buffer.from(bytes) : bytes),
    list: async (path) => [...content.keys()].filter((one) => one.startsWith(`${path}/`)),
    makeFolder: async () => {},
    rename: async (from, to) => {
      content.set(to, content.get(from) ?? new Uint8Array())
      content.delete(from)
    },
    remove: async (path) => {
      for (const one of content.keys()) if (one === path || one.startsWith(`${path}/`)) content.delete(one)
    },
  }
  return files as MemoryFiles
}
