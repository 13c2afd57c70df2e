import { createHash } from 'node:crypto'
import { gunzipSync, gzipSync } from 'node:zlib'
import type { World } from '../__tests__/support/run/world.ts'

interface Manifest {
  layers: { digest: string; size: number }[]
}

/** Does what an intruder with access to the registry's storage can do: swaps the archive behind a tag, keeping all annotations. */
export function swapArchive(world: World, name: string, version: string): string {
  const repository = `acme/charts/${name}`
  const stored = world.registry.manifest(repository, version)
  if (!stored) throw new Error(`${name} ${version} is not there`)
  const manifest = JSON.parse(stored.bytes.toString()) as Manifest
  const layer = manifest.layers[0]
  const archive = layer && world.registry.blob(repository, layer.digest)
  if (!archive) throw new Error(`the archive of ${name} ${version} is not there`)
  // Of the same length, so that the archive stays well-formed.
  const evil = gzipSync(
    Buffer.from(gunzipSync(archive).toString('latin1').replace('Good morning', 'Good evening'), 'latin1'),
  )
  const digest = world.registry.plantBlob(repository, evil)
  manifest.layers = [{ ...layer, digest, size: evil.length }]
  world.registry.plantManifest(repository, version, JSON.stringify(manifest))
  return `sha256:${createHash('sha256').update(JSON.stringify(manifest)).digest('hex')}`
}
