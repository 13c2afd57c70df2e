import { execFileSync } from 'node:child_process'
import { chmod, mkdtemp, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { createSharedFiles } from '../../../../src/platform/files/shared-files.ts'
import { failureOf } from '../../../support/values/failure.ts'

const shared = createSharedFiles()
const bytes = (text: string) => Buffer.from(text)
const mode = async (path: string) => (await stat(path)).mode & 0o777
let root: string
let at: (name: string) => string

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'shared-'))
  at = (name) => join(root, name)
})
afterAll(() => rm(root, { recursive: true, force: true }))

describe('files that others read', () => {
  it('can be read by a web server of another user, and so can their folders', async () => {
    const umask = process.umask(0o022)
    try {
      await shared.makeFolder(at('public/charts'))
      await shared.write(at('public/charts/a'), bytes('a'))
    } finally {
      process.umask(umask)
    }
    expect([await mode(at('public')), await mode(at('public/charts')), await mode(at('public/charts/a'))]).toEqual([
      0o755, 0o755, 0o644,
    ])
  })

  it('are replaced as a whole, and keep who may read them', async () => {
    await writeFile(at('index'), 'old')
    await chmod(at('index'), 0o640)
    await shared.write(at('next'), bytes('new'))
    await shared.replace(at('next'), at('index'))
    expect(await readFile(at('index'), 'utf8')).toBe('new')
    expect(await mode(at('index'))).toBe(0o640)
    expect(await shared.kind(at('next'))).toBeUndefined()
  })

  it('are not put in the place of a link or a folder', async () => {
    await writeFile(at('theirs'), 'theirs')
    await symlink(at('theirs'), at('a link'))
    await shared.makeFolder(at('a folder'))
    for (const name of ['a link', 'a folder']) {
      await shared.write(at('next'), bytes('new'))
      const before = await shared.kind(at(name))
      expect((await failureOf(shared.replace(at('next'), at(name)))).code).toBe('PATH_OCCUPIED')
      expect(await shared.kind(at(name))).toBe(before)
    }
    expect(await readFile(at('theirs'), 'utf8')).toBe('theirs')
  })

  it('are absent only where nothing stands: what can not be looked at is not', async () => {
    expect(await shared.read(at('nothing'), 10)).toBeUndefined()
    expect(await shared.kind(at('nothing'))).toBeUndefined()
    await writeFile(at('a file'), '')
    await expect(shared.read(at('a file/below'), 10)).rejects.toThrow('ENOTDIR')
    await expect(shared.kind(at('a file/below'))).rejects.toThrow('ENOTDIR')
  })

  it('are no links, pipes or folders, however they got there', async () => {
    await writeFile(at('secret'), 'secret')
    await symlink(at('secret'), at('link'))
    execFileSync('mkfifo', [at('pipe')])
    await expect(shared.read(at('link'), 10)).rejects.toThrow('ELOOP')
    await expect(shared.read(at('pipe'), 10)).rejects.toThrow('is no file')
    await expect(shared.read(root, 10)).rejects.toThrow()
    expect([await shared.kind(at('link')), await shared.kind(at('pipe')), await shared.kind(root)]).toEqual([
      'other',
      'other',
      'folder',
    ])
  })

  it('are read up to a limit', async () => {
    await writeFile(at('large'), '12345678901')
    expect((await failureOf(shared.read(at('large'), 10))).code).toBe('FILE_TOO_LARGE')
  })
})
