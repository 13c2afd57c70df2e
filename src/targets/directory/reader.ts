import { basename, join } from 'node:path'
import type { Source } from '../../index-file/scan/source.ts'
import { ReleaseError } from '../../model/errors.ts'
import type { SharedFiles } from '../../ports/files.ts'
import { MAX_ARCHIVE_BYTES } from '../index/release-files.ts'
import { INDEX, INDEX_SIGNATURE, MAX_SIGNATURE_BYTES } from '../index/state.ts'
import { type FolderLocation, reached } from './location.ts'

/** Far over what any consumer of an index reads. */
const MAX_INDEX_BYTES = 256 * 1024 * 1024

/** What consumers find in the folder. All of it fails with `INDEX_UNREACHABLE` if that can't be known. */
export interface FolderReader {
  /** What the index is called in messages. */
  readonly indexName: string
  readIndex(): Promise<Source | undefined>
  /** What signs the index, or is about to. */
  readSignature(file?: string): Promise<Uint8Array | undefined>
  read(file: string): Promise<Uint8Array | undefined>
  has(file: string): Promise<boolean>
  /** Of all that is in the folder. */
  names(): Promise<readonly string[]>
}

export function openFolderReader(place: FolderLocation, files: SharedFiles): FolderReader {
  const indexName = `${INDEX} in ${place.folder}`

  /** `undefined` also if the folder is not there yet. */
  function inFolder<T>(file: string, look: (path: string) => Promise<T>): Promise<T | undefined> {
    return reached(`${file} in ${place.folder} could not be read`, async () => {
      const folder = await place.find()
      return folder === undefined ? undefined : look(join(folder, nameIn(file)))
    })
  }

  return {
    indexName,
    async readIndex() {
      const bytes = await inFolder(INDEX, (path) => files.read(path, MAX_INDEX_BYTES))
      return bytes && { bytes, file: indexName }
    },
    readSignature: (file = INDEX_SIGNATURE) => inFolder(file, (path) => files.read(path, MAX_SIGNATURE_BYTES)),
    read: (file) => inFolder(file, (path) => files.read(path, MAX_ARCHIVE_BYTES)),
    async names() {
      const folder = await place.find()
      return (folder === undefined ? undefined : await files.names(folder)) ?? []
    },
    has: async (file) => (await inFolder(file, (path) => files.kind(path))) !== undefined,
  }
}

/** Names come from charts: none of them leads anywhere else, or is one of ours. */
export function nameIn(file: string): string {
  if (file === basename(file) && !file.startsWith('.') && file !== '') return file
  throw new ReleaseError('BUG_UNEXPECTED', `${JSON.stringify(file)} is no name of a file in a folder`)
}
