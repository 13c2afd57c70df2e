// Files of the machine, of shared folders and of the checkout. Implemented in src/platform/files.

/** Files that only this run uses; what others may read at the same time goes through `shared`. */
export interface Files {
  /** A new private folder (mode 0700) that is removed when the run ends. */
  temporaryFolder(name: string): Promise<string>
  read(path: string, maxBytes?: number): Promise<Uint8Array>
  /** `undefined` if there is no such file. */
  readIfPresent(path: string, maxBytes?: number): Promise<Uint8Array | undefined>
  exists(path: string): Promise<boolean>
  /** Makes parent folders; `executable` sets mode 0700 instead of 0600. */
  write(path: string, content: Uint8Array | string, options?: { readonly executable?: boolean }): Promise<void>
  list(path: string): Promise<readonly string[]>
  makeFolder(path: string): Promise<void>
  rename(from: string, to: string): Promise<void>
  remove(path: string): Promise<void>
  readonly shared: SharedFiles
}

/**
 * Folders that others read and write at the same time, such as a web server and other runs. System errors are passed on
 * unchanged, with Node's `code`.
 */
export interface SharedFiles {
  /** What is at the path; a link is `other`; `undefined` if nothing is there. */
  kind(path: string): Promise<'file' | 'folder' | 'other' | undefined>
  /** Names in a folder, spelled as on the disk; `undefined` if there is no such folder. */
  names(folder: string): Promise<readonly string[] | undefined>
  /** The path with all links followed; `undefined` if it does not exist. */
  realPath(path: string): Promise<string | undefined>
  isWritable(folder: string): Promise<boolean>
  /** Makes the folder and its parents, with the mode that the umask leaves. */
  makeFolder(path: string): Promise<void>
  /**
   * Makes a new folder for this user alone, whose name starts with `prefix` and cannot be guessed. Returns its path.
   */
  makePrivateFolder(prefix: string): Promise<string>
  /**
   * `undefined` if the file does not exist. Fails on anything but a file, links included, and with `FILE_TOO_LARGE`.
   */
  read(path: string, maxBytes: number): Promise<Uint8Array | undefined>
  /**
   * Writes a new file, with the mode that the umask leaves. Its content is on the disk when this returns, its name only
   * after `flush`.
   */
  write(path: string, content: Uint8Array): Promise<void>
  /**
   * Moves a file within one file system, atomically for all readers, and durably; keeps the mode of the file it
   * replaces. Fails with `PATH_OCCUPIED` if the target is not a plain file.
   */
  replace(from: string, to: string): Promise<void>
  /** Syncs the names in a folder to the disk. */
  flush(folder: string): Promise<void>
  /**
   * Runs `work` while no other process holds this lock, even if a holder crashes. Fails with `INDEX_BUSY` after
   * `waitMs`.
   */
  locked<T>(file: string, waitMs: number, work: () => Promise<T>): Promise<T>
}

/**
 * The checked-out files, for paths that settings name. Fails with `WORKSPACE_PATH_REFUSED` if a path leads out of the
 * checkout.
 */
export interface Workspace {
  /** Where the checkout is, from the workspace of the job; empty if that is it. */
  readonly folder: string
  /** A plain file below the root, also through links that stay below it; `undefined` if there is none. */
  read(path: string, maxBytes: number): Promise<Uint8Array | undefined>
  /** Makes a folder below the root; fails if anything but a folder, links included, is in the way. */
  makeFolder(folder: string): Promise<void>
  /** Writes `folder/name` and makes the folder, without following links; readers never see a partial file. */
  write(folder: string, name: string, content: Uint8Array): Promise<void>
}
