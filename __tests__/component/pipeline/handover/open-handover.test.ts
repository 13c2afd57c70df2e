import { mkdir, mkdtemp, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { digestOf } from '../../../../src/chart/archive/digest.ts'
import type { Handover } from '../../../../src/pipeline/handover/handover.ts'
import { openHandover } from '../../../../src/pipeline/handover/open-handover.ts'
import { handoverJson } from '../../../../src/pipeline/handover/to-json.ts'
import { createFiles } from '../../../../src/platform/files/files.ts'

const run = { repository: 'acme/charts', runId: '1001', sha: 'a'.repeat(40) }
const head = 'b'.repeat(40)
const archive = Buffer.from('an archive')
const handover: Handover = {
  ...{ run, head, helm: '4.3.1', bumpedAt: new Date(0) },
  ...{ evidence: new Map(), comparisons: new Map(), failed: new Map() },
  packages: [{ name: 'app', version: '1.0.0', digest: digestOf(archive), bytes: archive.length }],
}
const json = handoverJson(handover, (text) => text)
const digest = digestOf(json)

let folder: string

beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'handover-')), 'in')
  await mkdir(folder)
  await writeFile(join(folder, 'handover.json'), json)
  await writeFile(join(folder, 'app-1.0.0.tgz'), archive)
})
afterEach(() => rm(join(folder, '..'), { recursive: true }))

const open = (expected: Partial<Parameters<typeof openHandover>[1]> = {}) =>
  openHandover(createFiles(join(folder, '..')), { folder, digest, run, head, ...expected })

describe('a handover', () => {
  it('is taken if it is whole and of this run', async () => {
    expect(await open()).toEqual(handover)
  })

  it.each<[string, RegExp, () => Promise<unknown>]>([
    ['whose file was changed', /handover\.json is sha256/, () => writeFile(join(folder, 'handover.json'), `${json} `)],
    ['whose file is gone', /handover\.json is not there/, () => rm(join(folder, 'handover.json'))],
    [
      'with another package',
      /app-1\.0\.0\.tgz is sha256/,
      () => writeFile(join(folder, 'app-1.0.0.tgz'), 'an arch1ve'),
    ],
    [
      'with a larger package',
      /app-1\.0\.0\.tgz can't be read/,
      () => writeFile(join(folder, 'app-1.0.0.tgz'), Buffer.alloc(999)),
    ],
    ['without a package', /app-1\.0\.0\.tgz is not there/, () => rm(join(folder, 'app-1.0.0.tgz'))],
    [
      'with a file more',
      /"more-1\.0\.0\.tgz" belongs to no chart/,
      () => writeFile(join(folder, 'more-1.0.0.tgz'), 'x'),
    ],
    ['with a folder more', /"\.git" belongs to no chart/, () => mkdir(join(folder, '.git'))],
    [
      'with a link in place of a package',
      /app-1\.0\.0\.tgz can't be read/,
      async () => {
        await rename(join(folder, 'app-1.0.0.tgz'), join(folder, '../elsewhere'))
        await symlink('../elsewhere', join(folder, 'app-1.0.0.tgz'))
      },
    ],
    [
      'with a folder in place of its file',
      /handover\.json can't be read/,
      async () => {
        await rm(join(folder, 'handover.json'))
        await mkdir(join(folder, 'handover.json'))
      },
    ],
  ])('%s is refused', async (_, words, change) => {
    await change()
    await expect(open()).rejects.toMatchObject({ code: 'HANDOVER_INVALID', message: expect.stringMatching(words) })
  })

  it.each([
    ['another run', { run: { ...run, runId: '1002' } }],
    ['another repository', { run: { ...run, repository: 'evil/charts' } }],
    ['a run for another commit', { run: { ...run, sha: 'c'.repeat(40) } }],
    ['another checkout', { head: 'c'.repeat(40) }],
    ['another digest', { digest: digestOf('') }],
  ])('of %s is refused', async (_, expected) => {
    await expect(open(expected)).rejects.toMatchObject({ code: 'HANDOVER_INVALID' })
  })
})
