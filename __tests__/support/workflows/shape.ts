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
  /** `owner/name` of the repository whose branch and releases these are, if not that of the charts. */
  readonly repository?: string
  /** Folder of the branch with the index. */
  readonly folder?: string
  /** Path in the registry, e.g. `acme/charts`. */
  readonly registry?: string
}

/** What people do once: a push, or a tag. */
export interface Change {
  readonly message: string
  readonly files?: Files
  /** A tag that somebody pushes after it; it starts the run of workflows that are started by tags. */
  readonly tag?: string
  /** Versions that their tool makes of it, e.g. `web 1.2.0`. */
  readonly releases: readonly string[]
  /** Their own run fails, and why. */
  readonly red?: string
}

/** Name and version of a line such as `web 1.2.0`. */
export function nameAndVersion(line: string): [name: string, version: string] {
  const [name = '', version = ''] = line.split(' ')
  return [name, version]
}

/** Versions that their tool had published when the repository moved. */
export function versionsBefore({ published, files }: Shape): readonly string[] {
  return published.map((folder) => {
    const text = `${files[`${folder}/Chart.yaml`]}`
    const field = (name: string) => new RegExp(`^${name}: (.+)$`, 'm').exec(text)?.[1]
    return `${field('name')} ${field('version')}`
  })
}
