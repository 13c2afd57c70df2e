import { createHash } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { git } from '../git/repository.ts'
import type { Release } from '../github/release-state.ts'
import { archivesIn, indexByHand, packagedByHand } from '../helm/by-hand.ts'
import { runHelm } from '../helm/run-helm.ts'
import type { World } from '../run/world.ts'
import type { Places, Shape } from './shape.ts'

/** Publishes the charts as the tools of this repository did before it moved: packaged by Helm, unsigned. */
export async function publishedBefore(world: World, { published, places, tagOf }: Shape): Promise<void> {
  if (published.length === 0) return
  const packages = await packagedByHand(world.repository, published)
  const archives = await archivesIn(packages)
  for (const [file, content] of archives) {
    const tag = tagOf?.(...nameAndVersion(file))
    if (tag !== undefined) await world.repository.tag(tag)
    if (places.releases && tag !== undefined) addRelease(world, tag, { file, content })
    if (places.registry) await push(world, packages, file, places.registry)
  }
  if (places.releases || places.branch) await pushPages(world, packages, { archives, places, tagOf })
}

function nameAndVersion(file: string): [name: string, version: string] {
  const [, name = '', version = ''] = /^(.+)-(\d+\.\d+\.\d+.*)\.tgz$/.exec(file) ?? []
  return [name, version]
}

async function push(world: World, packages: string, file: string, path: string): Promise<void> {
  await runHelm(world, packages, ['push', '--plain-http', file, `oci://${world.registry.host}/${path}`])
}

function addRelease({ github }: World, tag: string, asset: { file: string; content: Uint8Array }): void {
  const releases = github.releases as Release[]
  const at = new Date('2026-01-01T00:00:00Z')
  const content = Buffer.from(asset.content)
  const digest = `sha256:${createHash('sha256').update(content).digest('hex')}`
  releases.push({
    ...{ id: 10_000 + releases.length, tag, target: 'main', name: tag, body: null, draft: false, prerelease: false },
    ...{ latest: false, immutable: false, login: 'someone', createdAt: at, publishedAt: at },
    assets: [
      {
        ...{ id: 20_000 + releases.length, name: asset.file, content, digest },
        ...{ label: null, contentType: 'application/gzip', createdAt: at },
      },
    ],
  })
}

interface Pages {
  readonly archives: ReadonlyMap<string, Uint8Array>
  readonly places: Places
  readonly tagOf: Shape['tagOf']
}

/** The branch `gh-pages` with the index, and with the archives if they are not elsewhere. */
async function pushPages(world: World, packages: string, { archives, places, tagOf }: Pages): Promise<void> {
  const { repository, github } = world
  const urlOf = (file: string) =>
    places.branch ? file : `${github.webUrl}/acme/charts/releases/download/${tagOf?.(...nameAndVersion(file))}/${file}`
  const files = new Map<string, string | Uint8Array>([['index.yaml', await indexByHand(packages, urlOf)]])
  if (places.branch) for (const [file, content] of archives) files.set(file, content)
  const who = { GIT_AUTHOR_NAME: 'a', GIT_AUTHOR_EMAIL: 'a@b', GIT_COMMITTER_NAME: 'a', GIT_COMMITTER_EMAIL: 'a@b' }
  const env = { GIT_INDEX_FILE: join(repository.root, 'index-of-pages'), ...who }
  for (const [file, content] of files) {
    const path = join(repository.root, `page-${file}`)
    await writeFile(path, content)
    const object = await git(repository.folder, ['hash-object', '-w', path])
    await git(repository.folder, ['update-index', '--add', '--cacheinfo', `100644,${object},${file}`], env)
  }
  const tree = await git(repository.folder, ['write-tree'], env)
  const commit = await git(repository.folder, ['commit-tree', tree, '-m', 'Update index.yaml'], env)
  await git(repository.folder, ['push', '--quiet', repository.origin, `${commit}:refs/heads/gh-pages`])
}
