import type { Files } from '../git/repository.ts'

/** How one real repository releases its charts, written anew as a small one. */
export interface Shape {
  /** The repository that works like this. */
  readonly like: string
  /** What its workflow does today, one step each. */
  readonly before: readonly string[]
  /** The workflow after the move. */
  readonly after: string
  /** What the repository holds when it moves; its workflow apart. */
  readonly files: Files
  /** Default `main`. */
  readonly branch?: string
  /** Folders of the charts whose versions of that moment their tool has published. */
  readonly published: readonly string[]
  /** Where their tool published them. */
  readonly places: Places
  /** The git tag that their tool gave a version. */
  readonly tagOf?: (name: string, version: string) => string
  readonly changes: readonly Change[]
}

/** Which of the places their tool fills. */
export interface Places {
  /** Archives as assets of GitHub Releases, and an index on `gh-pages`. */
  readonly releases?: boolean
  /** Archives and index together on `gh-pages`. */
  readonly branch?: boolean
  /** Path in the registry, e.g. `acme/charts`. */
  readonly registry?: string
}

/** What people do once: a push, or a tag. */
export interface Change {
  readonly message: string
  readonly files?: Files
  /** A tag that is pushed after it; the tag starts the run. */
  readonly tag?: string
  /** Versions that their tool makes of it, e.g. `web 1.2.0`. */
  readonly releases: readonly string[]
  /** Their own run fails, and why. */
  readonly red?: string
}
