import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { type Cell, cell, count, table, totals } from '../interop/cells.ts'
import { copyAlone, readManifest } from '../interop/registries/oci.ts'
import { startRegistry, type TestRegistry } from '../support/registry/registry.ts'

const where = { registry: 'here', client: 'helm 4.3.1' }

describe('an interop cell', () => {
  it('passes when the answer is the expected one, and fails with the reason when it is not', async () => {
    await expect(cell(where, 'pulls', async () => {})).resolves.toMatchObject({ outcome: 'passed' })
    const failing = cell(where, 'pulls', () => Promise.reject(new Error('no such chart')))
    await expect(failing).resolves.toMatchObject({ outcome: 'failed', detail: 'no such chart' })
  })

  it('is no pass when the client cannot be asked', () => {
    const cells: readonly Cell[] = [
      { ...where, check: 'pulls', outcome: 'passed' },
      { ...where, check: 'verifies', outcome: 'n/a', detail: 'it knows no identity' },
      { ...where, check: 'lists', outcome: 'skipped', detail: 'no Go' },
    ]
    expect(totals(count(cells))).toBe('interop: 1 passed, 0 failed, 1 skipped (1 n/a)')
    expect(table(cells)).toContain('n/a: helm 4.3.1: verifies: it knows no identity')
  })

  it('is told for each registry when it fails there', () => {
    const failed = ['here', 'there'].map(
      (registry): Cell => ({ ...where, registry, check: 'pulls', outcome: 'failed', detail: 'refused' }),
    )
    expect(table(failed)).toContain('FAIL: here, helm 4.3.1: pulls: refused\nFAIL: there, helm 4.3.1: pulls: refused')
  })
})

describe('a copy for the interop matrix', () => {
  let registry: TestRegistry
  beforeEach(async () => {
    registry = await startRegistry()
  })
  afterEach(() => registry.stop())

  it('takes the chart and nothing that refers to it', async () => {
    const from = { host: registry.host, name: 'charts/app' }
    const to = { host: registry.host, name: 'alone/app' }
    const layer = registry.plantBlob(from.name, 'archive')
    const config = registry.plantBlob(from.name, '{}')
    const blobs = { config: { digest: config }, layers: [{ digest: layer, mediaType: 'x' }] }
    const digest = registry.plantManifest(from.name, '1.0.0', JSON.stringify({ schemaVersion: 2, ...blobs }))
    registry.plantManifest(from.name, `${digest.replace(':', '-')}.sig`, '{"schemaVersion":2}')

    await copyAlone(from, to, digest)

    expect((await readManifest(to, digest))?.digest).toBe(digest)
    expect(registry.blob(to.name, layer)?.toString()).toBe('archive')
    expect(registry.tags(to.name)).toEqual([])
  })

  it('fails for what is not there', async () => {
    const from = { host: registry.host, name: 'charts/app' }
    await expect(copyAlone(from, { ...from, name: 'alone/app' }, '1.0.0')).rejects.toThrow('charts/app has no 1.0.0')
  })
})
