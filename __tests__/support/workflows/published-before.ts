import { createHash } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { git } from '../git/repository.ts'
import type { Release } from '../github/release-state.ts'
import { archivesIn, indexByHand, packagedByHand } from '../helm/by-hand.ts'
import { runHelm } from '../helm/run-helm.ts'
import type { Shape } from './shape.ts'
import type { Scene } from './walk-world.ts'

/** Publishes the charts as the tools of this repository did before it moved: packaged by Helm, unsigned. */
export async function publishedBefore(scene: Scene, { published, places, tagOf }: Shape): Promise<void> {
  if (published.length === 0) return
  const { world } = scene
  const packages = await packagedByHand(world.repository, published)
  const archives = await archivesIn(packages)
  const tagFor = (file: string) => tagOf?.(...nameAndVersionIn(file))
  for (const [file, content] of archives) {
    const tag = tagFor(file)
    if (tag !== undefined) await world.repository.tag(tag)
    if (places.releases && tag !== undefined) addRelease(scene, tag, { file, content })
    if (places.registry) await push(scene, packages, file, places.registry)
  }
  if (places.releases) {
    const urlOf = (file: string) => `${scene.webUrl}/${scene.pagesName}/releases/download/${tagFor(file)}/${file}`
    await pushPages(scene, new Map([['index.yaml', await indexByHand(packages, urlOf)]]), places.folder)
  } else if (places.branch) {
    const index = await indexByHand(packages, (file) => file)
    await pushPages(scene, new Map<string, string | Uint8Array>([['index.yaml', index], ...archives]), places.folder)
  }
}

function nameAndVersionIn(file: string): [name: string, version: string] {
  const [, name = '', version = ''] = /^(.+)-(\d+\.\d+\.\d+.*)\.tgz$/.exec(file) ?? []
  return [name, version]
}

async function push({ world }: Scene, packages: string, file: string, path: string): Promise<void> {
  await runHelm(world, packages, ['push', '--plain-http', file, `oci://${world.registry.host}/${path}`])
}

function addRelease({ world, pagesName }: Scene, tag: string, asset: { file: string; content: Uint8Array }): void {
  const releases = world.github.releasesOf(pagesName) as Release[]
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

/** Pushes the branch `gh-pages` with these files in a folder of it. */
async function pushPages(
  { world, pages }: Scene,
  files: ReadonlyMap<string, string | Uint8Array>,
  folder = '',
): Promise<void> {
  const { repository } = world
  const who = { GIT_AUTHOR_NAME: 'a', GIT_AUTHOR_EMAIL: 'a@b', GIT_COMMITTER_NAME: 'a', GIT_COMMITTER_EMAIL: 'a@b' }
  const env = { GIT_INDEX_FILE: join(repository.root, 'index-of-pages'), ...who }
  for (const [file, content] of files) {
    const path = join(repository.root, `page-${file}`)
    await writeFile(path, content)
    const object = await git(repository.folder, ['hash-object', '-w', path])
    await git(
      repository.folder,
      ['update-index', '--add', '--cacheinfo', `100644,${object},${join(folder, file)}`],
      env,
    )
  }
  const tree = await git(repository.folder, ['write-tree'], env)
  const commit = await git(repository.folder, ['commit-tree', tree, '-m', 'Update index.yaml'], env)
  await git(repository.folder, ['push', '--quiet', pages, `${commit}:refs/heads/gh-pages`])
}
