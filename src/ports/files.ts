export interface Files {
  /** A new private folder (mode 0700) that is removed when the run ends. */
  temporaryFolder(name: string): Promise<string>
  read(path: string, maxBytes?: number): Promise<Uint8Array>
  /** `undefined` where there is no such file. */
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
 * Folders that others read and write at the same time, such as a web server and other runs. Failures of the system come as
 * they are, with Node's `code`.
 */
export interface SharedFiles {
  /** What stands there; a link is `other`; `undefined` where nothing does. */
  kind(path: string): Promise<'file' | 'folder' | 'other' | undefined>
  /** Names in a folder as they are spelled there; `undefined` if there is no such folder. */
  names(folder: string): Promise<readonly string[] | undefined>
  /** The path with all links followed; `undefined` where nothing stands. */
  realPath(path: string): Promise<string | undefined>
  isWritable(folder: string): Promise<boolean>
  /** With its parents, for everybody whom the umask lets in. */
  makeFolder(path: string): Promise<void>
  /** A new folder for this user alone, with a name that starts so and that nobody can guess. Returns its path. */
  makePrivateFolder(prefix: string): Promise<string>
  /** `undefined` where nothing stands. Fails on everything but a file, links included, and with `FILE_TOO_LARGE`. */
  read(path: string, maxBytes: number): Promise<Uint8Array | undefined>
  /** A new file, for whom the umask lets in; on the disk when this ends, its name in the folder only after `flush`. */
  write(path: string, content: Uint8Array): Promise<void>
  /**
   * Moves a file to a place on the same file system, at once for all who read there, and durably; takes over the mode of what
   * it replaces. Fails with `PATH_OCCUPIED` if that is not a plain file.
   */
  replace(from: string, to: string): Promise<void>
  /** Brings the names in a folder to the disk. */
  flush(folder: string): Promise<void>
  /** Runs `work` while nobody else does under this lock, however others die. Fails with `INDEX_BUSY` after `waitMs`. */
  locked<T>(file: string, waitMs: number, work: () => Promise<T>): Promise<T>
}

/** The checked-out files, for what settings name among them. Fails with `WORKSPACE_PATH_REFUSED` where a path leads elsewhere. */
export interface Workspace {
  /** A plain file below the root, also through links that stay below it; `undefined` where there is none. */
  read(path: string, maxBytes: number): Promise<Uint8Array | undefined>
  /** Makes a folder below the root; fails where something else, also a link, stands on the way. */
  makeFolder(folder: string): Promise<void>
  /** Writes `folder/name`, makes the folder, follows no link; nobody sees half a file. */
  write(folder: string, name: string, content: Uint8Array): Promise<void>
}
