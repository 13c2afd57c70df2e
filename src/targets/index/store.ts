import type { Unloadable } from '../../index-file/index-file.ts'
import type { Source } from '../../index-file/scan/source.ts'
import type { ChartRef, Digest, PackagedChart } from '../../model/chart.ts'
import type { ReleaseError } from '../../model/errors.ts'
import type { Target } from '../../model/target.ts'
import type { NamedFiles } from './release-files.ts'
import type { IndexState } from './state.ts'

/** What one write of the index brings with it. */
export interface Publication {
  /** The whole new index; absent if it stays as it is. */
  readonly index?: Uint8Array
  /** What is to stand at `INDEX_SIGNATURE` beside it; absent if that stays as it is. */
  readonly signature?: Uint8Array
  /** Versions that come into the index, with all that was staged of them. */
  readonly added: readonly ChartRef[]
  /**
   * Versions that are in it already. Of one that this run staged itself somebody was first, and what is there stays; of one
   * that was published before, what was staged (a signature) is put in its place.
   */
  readonly kept: readonly ChartRef[]
  /** Files for all versions, which are only written if there is none. */
  readonly keys: NamedFiles
}

/**
 * A place with an index.yaml: what each kind of it does in its own way for `openIndexTarget`, which does the rest. All that
 * reads does so as it is at that moment, through a client that shares no state with the one that wrote.
 */
export interface IndexStore {
  readonly address: string
  readonly hides: Target['hides']
  /** Web address of the folder with the index, as `helm repo add` takes it, without a slash at the end. */
  readonly url: string
  /** See `Target`. */
  readonly site?: string | undefined
  /** What the index is called in messages, e.g. `index.yaml on gh-pages`. */
  readonly indexName: string
  /** What the user wants done with an index that Helm can't load. */
  readonly unloadable?: Unloadable | undefined
  /** The archive's address as the index names it: relative to the index, or whole. */
  archiveUrl(ref: ChartRef): string
  preflight(refs: readonly ChartRef[]): Promise<readonly ReleaseError[]>
  /** `undefined` if there is none; fails if that can't be known. */
  readIndex(): Promise<Source | undefined>
  /** The index together with its signature, as they belong to each other, also while others write them. */
  readState(): Promise<IndexState>
  /** What stands at `INDEX_SIGNATURE`, without a look at the index. */
  readSignature(): Promise<Uint8Array | undefined>
  /** What to type to remove a file that stands beside the index, or one of a version. */
  removal(file: string, ref?: ChartRef): string
  /**
   * Stores files of a version where no consumer finds them. More of the same version, one of the same name wins. `chart` is
   * given if this run publishes the version.
   */
  stage(ref: ChartRef, files: NamedFiles, chart?: PackagedChart): Promise<void>
  /** A file of a version: as this run staged it, else as consumers get it. */
  read(ref: ChartRef, file: string): Promise<Uint8Array | undefined>
  /** As `read` for a file of a published version, for stores where one look at the version tells which files it has. */
  readListed?(ref: ChartRef, file: string): Promise<Uint8Array | undefined>
  /** A file beside the index that is of no version, as consumers get it. */
  readBeside(file: string): Promise<Uint8Array | undefined>
  /** Whether consumers find this file of a version. */
  has(ref: ChartRef, file: string): Promise<boolean>
  /** The digest of such a file, if that is known without a download; not of files that others lead to. */
  digestOf?(ref: ChartRef, file: string): Promise<Digest | undefined>
  /** Where archives become visible one by one, before the index names them. Fails for that version alone. */
  reveal?(ref: ChartRef): Promise<void>
  /** Removes what runs have left and nobody can publish any more. What keeps it from that is only logged. */
  sweep?(): Promise<void>
  /** Comes with `reveal`: whether it was done for this version. */
  isRevealed?(ref: ChartRef): Promise<boolean>
  /**
   * Shows what was staged, with the index last or all at once. If that can't be done at once, its signature comes before it
   * under `pendingName`, and to its own name after it. `prepare` is asked again for each new state of the index that
   * others wrote meanwhile. Fails with `INDEX_BUSY` if that never ends.
   */
  publish(prepare: (current: IndexState) => Promise<Publication>): Promise<void>
}
