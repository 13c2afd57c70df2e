import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { fillOnce } from '../interop/cache.ts'
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

describe('a folder of the cache for clients', () => {
  let root = ''
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'cache-'))
  })
  afterEach(() => rmSync(root, { recursive: true, force: true }))

  it('is whole as soon as it is there, and is not made again', async () => {
    const folder = join(root, 'client-1.0.0')
    await fillOnce(folder, async (aside) => {
      writeFileSync(join(aside, 'program'), 'first')
      expect(existsSync(folder)).toBe(false)
    })
    await fillOnce(folder, () => Promise.reject(new Error('made again')))
    expect(readFileSync(join(folder, 'program'), 'utf8')).toBe('first')
  })

  it('is not there after a failure, and nothing else is', async () => {
    const failing = fillOnce(join(root, 'client-1.0.0'), () => Promise.reject(new Error('no network')))
    await expect(failing).rejects.toThrow('no network')
    expect(readdirSync(root)).toEqual([])
  })

  it('is that of the first of two who make it at once', async () => {
    const folder = join(root, 'client-1.0.0')
    await fillOnce(folder, async (aside) => {
      writeFileSync(join(aside, 'program'), 'second')
      // Another process has another folder aside.
      mkdirSync(folder)
      writeFileSync(join(folder, 'program'), 'first')
    })
    expect(readFileSync(join(folder, 'program'), 'utf8')).toBe('first')
    expect(readdirSync(root)).toEqual(['client-1.0.0'])
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

  it.each(['basic', 'bearer'] as const)('is made by somebody who logged in, by %s', async (kind) => {
    const user = { name: 'robot', password: 'a pass $word' }
    await using closed = await startRegistry({ auth: { kind, users: { [user.name]: user.password } } })
    const digest = closed.plantManifest('charts/app', '1.0.0', '{"schemaVersion":2}')
    const from = { host: closed.host, name: 'charts/app', user }
    const to = { ...from, name: 'alone/app' }

    await copyAlone(from, to, '1.0.0')

    expect(closed.manifest(to.name, '1.0.0')?.digest).toBe(digest)
    const stranger = readManifest({ ...from, user: { ...user, password: 'guessed' } }, '1.0.0')
    await expect(stranger).rejects.toThrow(/40[13]/)
  })

  it('fails for what is not there', async () => {
    const from = { host: registry.host, name: 'charts/app' }
    await expect(copyAlone(from, { ...from, name: 'alone/app' }, '1.0.0')).rejects.toThrow('charts/app has no 1.0.0')
  })
})
