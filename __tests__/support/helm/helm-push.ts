import { mkdtemp, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { World } from '../run/world.ts'
import { runHelm } from './run-helm.ts'

/**
 * Publishes the chart in a folder as people do without this action, by `helm package` and `helm push`. Returns the digest
 * of the manifest.
 */
export async function helmPush(world: World, folder: string, target = world.target): Promise<string> {
  const packages = await mkdtemp(join(world.repository.root, 'packages-'))
  await runHelm(world, folder, ['package', '.', '--destination', packages])
  const said = await runHelm(world, packages, ['push', '--plain-http', ...(await readdir(packages)), target])
  const digest = /^Digest: (sha256:[0-9a-f]{64})$/m.exec(said)?.[1]
  if (digest === undefined) throw new Error(`helm push said: ${said}`)
  return digest
}
