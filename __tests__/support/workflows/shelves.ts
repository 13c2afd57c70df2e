import { join } from 'node:path'
import { parse } from 'yaml'
import { git } from '../git/repository.ts'
import { nameAndVersion, type Shape } from './shape.ts'
import type { Scene } from './walk-world.ts'

/** What consumers can get in the end. */
export interface Shelves {
  /** Git tags of the repository of the charts. */
  readonly tags: readonly string[]
  /** Versions in the index on `gh-pages`, e.g. `web 1.2.0`. */
  readonly index: readonly string[]
  /** Tags of the GitHub Releases. */
  readonly releases: readonly string[]
  /** Versions in the registry. */
  readonly registry: readonly string[]
}

export async function shelvesOf(scene: Scene, { places }: Shape): Promise<Shelves> {
  const { repository, github, registry } = scene.world
  return {
    tags: (await repository.remoteTags()).filter((tag) => !tag.startsWith('release-charts/')),
    index: entriesIn(await indexOf(scene, places))
      .map(([line]) => line)
      .sort(),
    releases: github
      .releasesOf(scene.pagesName)
      .map(({ tag, draft }) => (draft ? `draft of ${tag}` : tag))
      .sort(),
    registry: inRegistry(registry, places.registry),
  }
}

interface IndexEntry {
  readonly version: string
  readonly digest: string
  readonly urls: readonly string[]
}

/** What consumers get of these versions: their entries in the index, and their digests in the registry. */
export async function bytesOf(
  scene: Scene,
  { places }: Shape,
  lines: readonly string[],
): Promise<Readonly<Record<string, unknown>>> {
  const { registry } = scene.world
  return {
    index: entriesIn(await indexOf(scene, places)).filter(([line]) => lines.includes(line)),
    registry: lines.map((line) => {
      const [name, version] = nameAndVersion(line)
      return registry.manifest(`${places.registry}/${name}`, version)?.digest
    }),
  }
}

async function indexOf({ pages }: Scene, { releases, branch, folder = '' }: Shape['places']): Promise<string> {
  return releases || branch ? git(pages, ['show', `gh-pages:${join(folder, 'index.yaml')}`]) : '{}'
}

function entriesIn(index: string): readonly (readonly [line: string, entry: IndexEntry])[] {
  const { entries = {} } = parse(index) as { entries?: Record<string, readonly IndexEntry[]> }
  return Object.entries(entries).flatMap(([name, versions]) =>
    versions.map((entry) => [`${name} ${entry.version}`, entry] as const),
  )
}

function inRegistry(registry: Scene['world']['registry'], path: string | undefined): readonly string[] {
  if (path === undefined) return []
  const charts = registry.repositories().filter((name) => name.startsWith(`${path}/`))
  const versions = charts.flatMap((repository) =>
    registry
      .tags(repository)
      .filter((tag) => !tag.startsWith('sha256-'))
      .map((tag) => `${repository.slice(path.length + 1)} ${tag}`),
  )
  return versions.sort()
}

/** Everything that a run could change: branches and tags, and what registry and GitHub were told to change. */
export async function stateOf({ world, pages }: Scene): Promise<Readonly<Record<string, unknown>>> {
  const refs = (folder: string) => git(folder, ['for-each-ref'])
  const changes = (requests: readonly { readonly method: string }[]) =>
    requests.filter(({ method }) => method !== 'GET' && method !== 'HEAD').length
  return {
    refs: await refs(world.repository.origin),
    pages: await refs(pages),
    registry: changes(world.registry.requests),
    github: changes(world.github.requests.filter(({ path }) => !path.endsWith('/graphql'))),
  }
}
