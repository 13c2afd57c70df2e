import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { unpack, writeArchive } from '../../../src/chart/archive/archive.ts'
import { gunzip } from '../../../src/chart/archive/gzip.ts'
import type { TestRegistry } from '../registry/registry.ts'

/** The same files in other bytes, as another tool would pack them. */
export function repacked(archive: Uint8Array): Buffer {
  return gzipSync(gunzip(archive, 100 * 1024 * 1024), { level: 1 })
}

/** The archive with one file more. */
export function withFile(archive: Uint8Array, path: string, content: string): Uint8Array {
  const { root, files } = unpack(archive)
  return writeArchive(root, [...files, { path, content: Buffer.from(content) }], new Date('2026-01-01T00:00:00Z'))
}

/** Puts another archive under a version that is published, annotations and all, past every check. Returns the new digest. */
export function replaceArchive(registry: TestRegistry, name: string, version: string, archive: Uint8Array): string {
  const repository = `acme/charts/${name}`
  const manifest = JSON.parse(registry.manifest(repository, version)?.bytes.toString() ?? '')
  const digest = `sha256:${createHash('sha256').update(archive).digest('hex')}`
  registry.plantBlob(repository, Buffer.from(archive))
  manifest.layers[0] = { ...manifest.layers[0], digest, size: archive.length }
  return registry.plantManifest(repository, version, JSON.stringify(manifest))
}
