import { mkdtemp, readdir, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { createFiles } from '../../../../src/platform/files/files.ts'
import { failureOf } from '../../../support/values/failure.ts'

let root: string
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'files-'))
})
afterAll(() => rm(root, { recursive: true, force: true }))

const mode = async (path: string) => (await stat(path)).mode & 0o777
const text = (bytes: Uint8Array | undefined) => bytes && Buffer.from(bytes).toString()

describe('files', () => {
  it('keeps temporary folders private, apart, and removes them all', async () => {
    const files = createFiles(join(root, 'temp', 'deep'))
    const [one, two] = [await files.temporaryFolder('helm'), await files.temporaryFolder('helm')]
    expect(one).not.toBe(two)
    expect(await mode(one)).toBe(0o700)
    await files.write(join(one, 'a/b.txt'), 'b')
    await files.removeTemporary()
    expect(await readdir(join(root, 'temp', 'deep'))).toEqual([])
  })

  it('writes for its own user only, and executables so that they run', async () => {
    const files = createFiles(root)
    await files.write(join(root, 'new/folder/a.txt'), 'a')
    await files.write(join(root, 'new/run'), '#!/bin/sh\n', { executable: true })
    expect(await mode(join(root, 'new/folder/a.txt'))).toBe(0o600)
    expect(await mode(join(root, 'new/folder'))).toBe(0o700)
    expect(await mode(join(root, 'new/run'))).toBe(0o700)
  })

  it('replaces a file as a whole and leaves nothing beside it', async () => {
    const files = createFiles(root)
    const path = join(root, 'whole/file')
    await Promise.all(Array.from({ length: 20 }, (_, n) => files.write(path, `${n}`.repeat(50_000))))
    const content = text(await files.read(path)) ?? ''
    expect(content).toMatch(/^(\d\d?)\1*$/)
    expect(await readdir(join(root, 'whole'))).toEqual(['file'])
  })

  it('replaces a link instead of writing through it', async () => {
    const files = createFiles(root)
    await writeFile(join(root, 'target'), 'untouched')
    await symlink(join(root, 'target'), join(root, 'link'))
    await files.write(join(root, 'link'), 'new')
    expect(text(await files.read(join(root, 'target')))).toBe('untouched')
    expect(text(await files.read(join(root, 'link')))).toBe('new')
  })

  it('tells a missing file from one that can not be read', async () => {
    const files = createFiles(root)
    await files.write(join(root, 'plain'), 'x')
    expect(await files.readIfPresent(join(root, 'missing'))).toBeUndefined()
    expect(await files.readIfPresent(join(root, 'plain/below'))).toBeUndefined()
    expect(await files.exists(join(root, 'missing'))).toBe(false)
    expect(text(await files.readIfPresent(join(root, 'plain')))).toBe('x')
    await expect(files.readIfPresent(root)).rejects.toMatchObject({ code: 'FILE_UNREADABLE' })
  })

  it('refuses a file over the limit with its name and size', async () => {
    const files = createFiles(root)
    await files.write(join(root, 'large'), 'x'.repeat(101))
    const error = await failureOf(files.read(join(root, 'large'), 100))
    expect(error).toMatchObject({ code: 'FILE_TOO_LARGE' })
    expect(error.message).toBe(`${join(root, 'large')} holds 101 bytes; at most 100 are read.`)
    expect((await files.read(join(root, 'large'), 101)).length).toBe(101)
  })

  it('lists names in order', async () => {
    const files = createFiles(root)
    for (const name of ['b', 'a', 'C']) await files.write(join(root, 'list', name), '')
    expect(await files.list(join(root, 'list'))).toEqual(['C', 'a', 'b'])
  })
})
