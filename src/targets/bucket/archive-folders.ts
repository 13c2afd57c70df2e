import { type IndexFile, readIndex } from '../../index-file/index-file.ts'
import type { Source } from '../../index-file/scan/source.ts'
import { archiveUrl } from '../../index-file/write/release.ts'
import type { ChartRef, Digest } from '../../model/chart.ts'
import { keyOf } from '../index/release-files.ts'

/** In which folder below the index the files of each version are. */
export interface Folders {
  /** Empty, or with a slash at its end: as this run stored it, else as the index says that was read last. */
  of(ref: ChartRef): string
  place(ref: ChartRef, folder: string): void
  seen(index: Source | undefined): void
}

/**
 * The folder for an archive whose plain name is held by other bytes that no index lists, such as those of a run that died.
 * The file's own name stays: provenance names the archive by it.
 */
export function folderOf(digest: Digest): string {
  return `${digest.slice('sha256:'.length, 'sha256:'.length + 16)}/`
}

/** `base` is what archives' addresses in the index begin with, if they are not relative. */
export function createFolders(base: string): Folders {
  const placed = new Map<string, string>()
  let source: Source | undefined
  let index: IndexFile | undefined
  return {
    of(ref) {
      const own = placed.get(keyOf(ref))
      if (own !== undefined || !source) return own ?? ''
      // Whether it may be added to is judged elsewhere.
      index ??= readIndex(source, 'allow')
      const [url = ''] = index.find(ref)?.urls ?? []
      const file = url.startsWith(base) ? url.slice(base.length) : url
      const [folder = ''] = /^[0-9a-f]{16}\//.exec(file) ?? []
      return file === folder + archiveUrl(ref, { kind: 'beside' }) ? folder : ''
    },
    place: (ref, folder) => void placed.set(keyOf(ref), folder),
    seen(next) {
      source = next
      index = undefined
    },
  }
}
