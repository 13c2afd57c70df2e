import { execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { createWorkspace } from '../../../../src/platform/files/workspace.ts'
import { createJournal } from '../../../../src/platform/process/journal.ts'
import type { Workspace } from '../../../../src/ports/files.ts'

let folder: string
let root: string
let effects: string[]
let workspace: Workspace

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'workspace-'))
  root = join(folder, 'checkout')
  await mkdir(join(root, '.git'), { recursive: true })
  await writeFile(join(root, '.git/config'), 'secret')
  await writeFile(join(folder, 'outside'), 'secret')
  effects = []
  workspace = createWorkspace(
    root,
    createJournal((moment, name) => void (moment === 'before' && effects.push(name))),
  )
})
afterEach(() => rm(folder, { recursive: true }))

const read = async (path: string) => {
  const bytes = await workspace.read(path, 100)
  return bytes && Buffer.from(bytes).toString()
}
const refused = expect.objectContaining({ code: 'WORKSPACE_PATH_REFUSED' })

describe('a file that settings name', () => {
  it('is read, also through a link to another file of the repository', async () => {
    await mkdir(join(root, 'configs'))
    await writeFile(join(root, 'configs/cr.yaml'), 'owner: acme')
    await symlink('configs/cr.yaml', join(root, 'cr.yaml'))
    expect(await read('cr.yaml')).toBe('owner: acme')
  })

  it('may be missing', async () => {
    expect(await read('cr.yaml')).toBeUndefined()
    expect(await read('cr.yaml/more')).toBeUndefined()
  })

  it.each(['../outside', '.git/config', '/proc/self/environ', '.'])('is not read through a link to %s', async (to) => {
    await symlink(to, join(root, 'cr.yaml'))
    await expect(read('cr.yaml')).rejects.toEqual(refused)
  })

  it('is not read where it is a folder, too long, or a pipe that nobody writes to', async () => {
    await mkdir(join(root, 'folder'))
    await writeFile(join(root, 'long'), 'x'.repeat(101))
    execFileSync('mkfifo', [join(root, 'pipe')])
    for (const path of ['folder', 'long', 'pipe']) await expect(read(path)).rejects.toEqual(refused)
  })
})

describe('a file that is left in the workspace', () => {
  const write = (place: string, name = 'app-1.0.0.tgz') => workspace.write(place, name, Buffer.from('new'))

  it('stands there whole, in a folder that is made, with nothing beside it', async () => {
    await write('.cr-release-packages/deep')
    expect(await readFile(join(root, '.cr-release-packages/deep/app-1.0.0.tgz'), 'utf8')).toBe('new')
    expect(await readdir(join(root, '.cr-release-packages/deep'))).toEqual(['app-1.0.0.tgz'])
    expect(effects).toEqual(['file .cr-release-packages/deep/app-1.0.0.tgz'])
  })

  it('replaces the one of an earlier run', async () => {
    await write('packages')
    await write('packages')
    expect(await readdir(join(root, 'packages'))).toEqual(['app-1.0.0.tgz'])
  })

  it('never leaves the workspace through a link', async () => {
    await symlink('..', join(root, 'packages'))
    await mkdir(join(root, 'real'))
    await symlink('../../outside', join(root, 'real/app-1.0.0.tgz'))
    await expect(write('packages')).rejects.toEqual(refused)
    await expect(workspace.makeFolder('packages/more')).rejects.toEqual(refused)
    await expect(write('real')).rejects.toEqual(refused)
    expect(await readFile(join(folder, 'outside'), 'utf8')).toBe('secret')
    expect(await readdir(folder)).toEqual(['checkout', 'outside'])
  })

  it('is not put into what is no folder', async () => {
    await writeFile(join(root, 'packages'), '')
    await expect(workspace.makeFolder('packages')).rejects.toEqual(refused)
  })
})
