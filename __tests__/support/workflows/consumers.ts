import { join } from 'node:path'
import { aConsumer } from '../helm/consumer.ts'
import { fileOnBranch } from '../servers/branch-server.ts'
import { startStaticServer } from '../servers/static-server.ts'
import { nameAndVersion, type Shape } from './shape.ts'
import type { Scene } from './walk-world.ts'

/** What a real Helm gets of each version: from the served branch, and from the registry. */
export async function pulled(
  scene: Scene,
  { places }: Shape,
  versions: readonly string[],
): Promise<Readonly<Record<string, readonly string[]>>> {
  const got: Record<string, readonly string[]> = {}
  if (places.releases || places.branch) got.index = await fromBranch(scene, places.folder ?? '', versions)
  if (places.registry) {
    const { registry } = scene.world
    got.registry = await fromRegistry(scene, `oci://${registry.host}/${places.registry}`, versions)
  }
  return got
}

async function fromBranch(scene: Scene, folder: string, versions: readonly string[]): Promise<readonly string[]> {
  await using server = await startStaticServer((path) => fileOnBranch(scene.pages, 'gh-pages', path))
  const { helm, sh } = await aConsumer(scene.world.repository.root, 4)
  await helm('repo', 'add', 'acme', join(server.url, folder).replace(':/', '://'))
  for (const version of versions) {
    const [name, number] = nameAndVersion(version)
    await helm('pull', `acme/${name}`, '--version', number)
  }
  return archives(await sh('ls *.tgz'))
}

async function fromRegistry(scene: Scene, address: string, versions: readonly string[]): Promise<readonly string[]> {
  const { helm, sh } = await aConsumer(scene.world.repository.root, 4)
  for (const version of versions) {
    const [name, number] = nameAndVersion(version)
    await helm('pull', '--plain-http', `${address}/${name}`, '--version', number)
  }
  return archives(await sh('ls *.tgz'))
}

function archives(listed: string): readonly string[] {
  return listed.trim().split('\n').sort()
}
