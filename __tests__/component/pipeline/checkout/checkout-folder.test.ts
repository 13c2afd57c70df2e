import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { ReleaseError } from '../../../../src/model/errors.ts'
import { checkoutFolder } from '../../../../src/pipeline/checkout/checkout-folder.ts'
import { createSharedFiles } from '../../../../src/platform/files/shared-files.ts'

const files = createSharedFiles()
let outside: string
let workspace: string
beforeEach(async () => {
  outside = await mkdtemp(join(tmpdir(), 'places-'))
  workspace = join(outside, 'workspace')
  await mkdir(workspace)
})
afterEach(() => rm(outside, { recursive: true }))

async function checkouts(...folders: readonly string[]) {
  for (const folder of folders) await mkdir(join(workspace, folder, '.git'), { recursive: true })
}

async function opened(path?: string) {
  try {
    return (await checkoutFolder({ files, workspace, path })).inside
  } catch (error) {
    if (!(error instanceof ReleaseError)) throw error
    return [error.code, error.message, error.hint]
  }
}

describe('the folder of the checkout', () => {
  it('is the workspace, or the one that is named, also as an absolute path', async () => {
    await checkouts('', 'a', 'b/c')
    expect(await opened()).toBe('')
    expect(await opened('a')).toBe('a')
    expect(await opened(join(workspace, 'b/c'))).toBe('b/c')
  })

  it('is not guessed: what is checked out is named, with the line to write', async () => {
    await checkouts('charts-repo')
    expect(await opened()).toEqual([
      'GIT_NOT_A_REPOSITORY',
      'The workspace is no git checkout, but charts-repo is one.',
      'Give this step the `path` that actions/checkout has:\npath: charts-repo',
    ])
    await checkouts('deploy/tools')
    expect(await opened()).toEqual([
      'GIT_NOT_A_REPOSITORY',
      'The workspace is no git checkout, but charts-repo, deploy/tools are each one.',
      'Give this step the `path` that actions/checkout has (or path: deploy/tools):\npath: charts-repo',
    ])
  })

  it('may be a folder of a larger checkout, if nothing is checked out below it', async () => {
    expect(await opened()).toBe('')
  })

  it('is not a folder with charts', async () => {
    await checkouts('', 'charts-repo')
    await mkdir(join(workspace, 'charts/app'), { recursive: true })
    await mkdir(join(workspace, 'charts-repo/stable'))
    expect(await opened('charts')).toEqual([
      'GIT_NOT_A_REPOSITORY',
      '`path` names charts, which is a folder of the checkout at the workspace itself.',
      expect.stringMatching(/write instead of it:\ncharts: charts\/\*$/),
    ])
    await writeFile(join(workspace, 'charts/app/Chart.yaml'), '')
    // As other actions want it.
    expect(await opened('charts/app')).toContainEqual(
      expect.stringMatching(/write instead of it:\ncharts: charts\/app$/),
    )
    expect(await opened('charts-repo/stable')).toEqual([
      'GIT_NOT_A_REPOSITORY',
      '`path` names charts-repo/stable, which is a folder of the checkout at charts-repo.',
      expect.stringMatching(/write instead of it:\npath: charts-repo\ncharts: stable\/\*$/),
    ])
  })

  it('must be there', async () => {
    await checkouts('charts-repo')
    expect(await opened('chart-repo')).toEqual([
      'WORKSPACE_PATH_REFUSED',
      '`path` names chart-repo, and the workspace has no such folder, but charts-repo is a checkout.',
      expect.stringMatching(/\npath: charts-repo$/),
    ])
    await mkdir(join(workspace, 'empty'))
    expect(await opened('empty')).toEqual([
      'GIT_NOT_A_REPOSITORY',
      '`path` names empty, and nothing is checked out there, but charts-repo is a checkout.',
      expect.stringMatching(/\npath: charts-repo$/),
    ])
  })

  it('stays below the workspace, also by its links', async () => {
    await checkouts('a')
    await mkdir(join(outside, 'other/.git'), { recursive: true })
    await symlink('a', join(workspace, 'link'))
    await symlink('../other', join(workspace, 'away'))
    expect(await opened('link')).toBe('a')
    for (const path of ['away', join(outside, 'other'), outside]) {
      expect(await opened(path)).toEqual([
        'WORKSPACE_PATH_REFUSED',
        expect.stringContaining('leads out of the'),
        expect.anything(),
      ])
    }
    expect(await opened('a/.git')).toEqual([
      'WORKSPACE_PATH_REFUSED',
      expect.stringContaining('belongs to git'),
      expect.anything(),
    ])
  })

  it('is not advised by a name that would be more than one line of YAML', async () => {
    await checkouts('a\n  charts: x', 'b: c', '$' + '{{x}}')
    expect(await opened()).toBe('')
  })
})
