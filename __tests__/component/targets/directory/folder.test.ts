import { chmod, lstat, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import type { PackagedChart } from '../../../../src/model/chart.ts'
import { openTarget } from '../../../../src/targets/registry.ts'
import { anArchiveSignature, aPackagedChart } from '../../../support/charts/packaged-chart.ts'
import { aTargetContext, type ContextOptions } from '../../../support/registry/context.ts'
import { openCanary } from '../../../support/servers/open-schemas.ts'
import { failureOf } from '../../../support/values/failure.ts'
import { promoteOne } from '../../../support/values/promote.ts'

const OWN = '.release-charts'
let root: string
let workspace: string
let folder: string
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'folder-'))
  workspace = join(root, 'work')
  folder = join(workspace, 'public')
  await mkdir(workspace)
})
afterEach(() => rm(root, { recursive: true, force: true }))

const open = (address = 'dir:public', options: ContextOptions = {}) =>
  openTarget(address, aTargetContext({ ...options, workspace }))

async function release(chart: PackagedChart, options: ContextOptions = {}, address?: string) {
  const target = open(address, options)
  const staged = await target.stage(chart)
  await target.attach(staged, anArchiveSignature(staged.digest))
  return promoteOne(target, staged)
}

async function everythingIn(path: string): Promise<readonly string[]> {
  return (await readdir(path, { recursive: true })).sort()
}

/** Ends a run as a kill would: nothing of it is done any more. */
function killedAt(name: string): ContextOptions {
  return {
    before(effect) {
      if (effect.startsWith(name)) throw new Error('killed')
    },
  }
}

describe('a folder with an index', () => {
  it('holds archive, signature and index after a release, and nothing that was staged', async () => {
    await release(aPackagedChart())
    expect(await everythingIn(folder)).toEqual([
      OWN,
      `${OWN}/lock`,
      'app-1.2.3.tgz',
      'app-1.2.3.tgz.sigstore.json',
      'index.yaml',
    ])
  })

  it('shows the index last, when everything that it names is there', async () => {
    const effects: string[] = []
    await release(aPackagedChart(), { before: (name) => effects.push(name) })
    expect(effects.filter((name) => name.startsWith('show'))).toEqual([
      'show app-1.2.3.tgz in dir:public',
      'show app-1.2.3.tgz.sigstore.json in dir:public',
      'show index.yaml in dir:public',
    ])
  })

  it('keeps what is staged from everybody but the user of the runner, under a name that nobody can guess', async () => {
    await open().stage(aPackagedChart())
    const [staging = ''] = await readdir(join(folder, OWN))
    expect(staging).toMatch(/^\d{8}T\d{6}Z-\w{6}$/)
    expect((await stat(join(folder, OWN, staging))).mode & 0o777).toBe(0o700)
  })

  it('leaves other files, and who may read the index, as they are', async () => {
    await mkdir(folder)
    await writeFile(join(folder, 'index.html'), 'hello')
    await release(aPackagedChart())
    await chmod(join(folder, 'index.yaml'), 0o604)
    await release(aPackagedChart({ version: '1.3.0' }))
    expect(await readFile(join(folder, 'index.html'), 'utf8')).toBe('hello')
    expect((await stat(join(folder, 'index.yaml'))).mode & 0o777).toBe(0o604)
  })

  it('is told by its web address where it has one', async () => {
    expect((await release(aPackagedChart(), {}, 'dir:public?url=https://charts.example.com')).reference).toBe(
      'https://charts.example.com/app-1.2.3.tgz',
    )
    expect(open().reference(aPackagedChart())).toBe(`file://${folder}/app-1.2.3.tgz`)
  })

  it.each([
    ['not from its web address', 'dir:public?url=https://1.1.1.1', []],
    ['but from the folder, which is of this machine itself', 'dir:public', ['/app-1.0.0.tgz']],
  ])('leads into no private network, %s', async (_, address, asked) => {
    const canary = await openCanary()
    try {
      await mkdir(folder)
      const entry = `  - name: app\n    version: 1.0.0\n    urls: ['${canary.url}/app-1.0.0.tgz']\n`
      await writeFile(join(folder, 'index.yaml'), `apiVersion: v1\nentries:\n  app:\n${entry}`)
      const found = await open(address).find({ name: 'app', version: '1.0.0' })
      expect(found.state === 'unknown' ? found.why.code : found.state).toBe(
        asked.length === 0 ? 'REMOTE_ADDRESS_REFUSED' : 'present',
      )
      expect(canary.asked).toEqual(asked)
    } finally {
      canary.close()
    }
  })

  it('is not replaced where an archive has other content, even if no index names it', async () => {
    await mkdir(folder)
    await writeFile(join(folder, 'app-1.2.3.tgz'), 'of somebody else')
    const failure = await failureOf(release(aPackagedChart()))
    expect([failure.code, failure.message]).toEqual([
      'CONFLICT_TAG_TAKEN',
      `${folder}/app-1.2.3.tgz holds other content than this run made.`,
    ])
    expect(await readFile(join(folder, 'app-1.2.3.tgz'), 'utf8')).toBe('of somebody else')
  })

  it('is not replaced where such an archive comes while the run works', async () => {
    const target = open()
    const staged = await target.stage(aPackagedChart())
    await writeFile(join(folder, 'app-1.2.3.tgz'), 'of somebody else')
    expect((await failureOf(promoteOne(target, staged))).code).toBe('CONFLICT_TAG_TAKEN')
    expect(await readFile(join(folder, 'app-1.2.3.tgz'), 'utf8')).toBe('of somebody else')
    expect(await readdir(folder)).not.toContain('index.yaml')
  })

  it('takes the archive that a killed run left without an index', async () => {
    await expect(release(aPackagedChart(), killedAt('show index.yaml'))).rejects.toThrow('killed')
    expect(await readdir(folder)).toEqual([OWN, 'app-1.2.3.tgz', 'app-1.2.3.tgz.sigstore.json'])
    expect((await release(aPackagedChart())).changed).toBe(true)
  })

  it('loses what runs left that were killed more than a day ago, and nothing that may be of one that works', async () => {
    await expect(release(aPackagedChart(), killedAt('show'))).rejects.toThrow('killed')
    const [left = ''] = (await readdir(join(folder, OWN))).filter((name) => name !== 'lock')
    await mkdir(join(folder, OWN, '20200101T000000Z-abcdef/deep'), { recursive: true })
    await mkdir(join(folder, OWN, 'of-somebody-else'))
    await release(aPackagedChart())
    expect((await readdir(join(folder, OWN))).sort()).toEqual([left, 'lock', 'of-somebody-else'].sort())
  })

  it('does not name an archive that vanished while the run works', async () => {
    await release(aPackagedChart({ name: 'other' }))
    const before = await readFile(join(folder, 'index.yaml'))
    await release(aPackagedChart())
    const target = open()
    const staged = await target.stage(aPackagedChart())
    await rm(join(folder, 'app-1.2.3.tgz'))
    await writeFile(join(folder, 'index.yaml'), before)
    expect((await failureOf(promoteOne(target, staged))).code).toBe('INDEX_ENTRY_LOST')
  })
})

describe('what others put into a folder', () => {
  const place = (name: string) => join(folder, name)
  const obstacles: Readonly<Record<string, readonly [name: string, make: (path: string) => Promise<unknown>]>> = {
    'a link in the place of the index': ['index.yaml', (path) => symlink('elsewhere', path)],
    'a folder in the place of the index': ['index.yaml', (path) => mkdir(path)],
    'a link in the place of the archive': ['app-1.2.3.tgz', (path) => symlink('elsewhere', path)],
    'a link in the place of a signature': ['app-1.2.3.tgz.sigstore.json', (path) => symlink('elsewhere', path)],
    'a folder in the place of provenance': ['app-1.2.3.tgz.prov', (path) => mkdir(path)],
    'a link in the place of the index’s signature': ['index.yaml.sigstore.json', (path) => symlink('elsewhere', path)],
    'an index of another spelling': ['Index.yaml', (path) => writeFile(path, 'theirs')],
    'an archive of another spelling': ['App-1.2.3.tgz', (path) => writeFile(path, 'theirs')],
  }

  it.each(Object.entries(obstacles))('stays, and is named before anything is done: %s', async (_, [name, make]) => {
    await mkdir(folder)
    await writeFile(place('elsewhere'), 'theirs')
    await make(place(name))
    const [finding, ...more] = await open().preflight([aPackagedChart()])
    expect([finding?.code, finding?.kind, more]).toEqual(['PATH_OCCUPIED', 'conflict', []])
    expect(finding?.message).toContain(place(name))
    const before = await lstat(place(name))
    await failureOf(release(aPackagedChart()))
    expect((await lstat(place(name))).ino).toBe(before.ino)
    expect(await readFile(place('elsewhere'), 'utf8')).toBe('theirs')
    expect((await readdir(folder)).filter((file) => file.endsWith('.tgz') && file !== name)).toEqual([])
  })

  it('stays if it is a keyring, whatever it is, and keeps nothing from being released', async () => {
    await mkdir(folder)
    await writeFile(place('elsewhere'), 'theirs')
    await symlink('elsewhere', place('pubkey.asc'))
    const publicKey = { binary: Buffer.from('key'), armored: 'KEY' }
    await release(aPackagedChart({ provenance: { text: Buffer.from('signed'), publicKey } }))
    expect((await lstat(place('pubkey.asc'))).isSymbolicLink()).toBe(true)
    expect(await readFile(place('pubkey.gpg'), 'utf8')).toBe('key')
  })

  it('stays if it comes while the run works', async () => {
    const target = open()
    const staged = await target.stage(aPackagedChart())
    await target.attach(staged, anArchiveSignature(staged.digest))
    await symlink('elsewhere', place('app-1.2.3.tgz.sigstore.json'))
    expect((await failureOf(promoteOne(target, staged))).code).toBe('PATH_OCCUPIED')
    expect((await lstat(place('app-1.2.3.tgz.sigstore.json'))).isSymbolicLink()).toBe(true)
    expect(await readdir(folder)).not.toContain('index.yaml')
  })
})

describe('a folder that leads elsewhere', () => {
  it('is not written where a link in the checkout leads out of it', async () => {
    const elsewhere = join(root, 'elsewhere')
    await mkdir(elsewhere)
    await symlink(elsewhere, folder)
    for (const address of ['dir:public', 'dir:public/charts']) {
      const failure = await failureOf(open(address).stage(aPackagedChart()))
      expect(failure.code).toBe('INDEX_UNREACHABLE')
      expect(failure.message).toContain(`leads out of the workspace, to ${elsewhere}`)
      expect(await open(address).preflight([])).toHaveLength(1)
    }
    expect(await readdir(elsewhere)).toEqual([])
  })

  it('may be a link inside of the workspace', async () => {
    await mkdir(join(workspace, 'site/charts'), { recursive: true })
    await symlink('site/charts', folder)
    await release(aPackagedChart())
    expect(await readdir(join(workspace, 'site/charts'))).toContain('index.yaml')
  })

  it('is not read where its index is a link', async () => {
    await mkdir(folder)
    await writeFile(join(root, 'secret'), 'secret: of the machine\n')
    await symlink(join(root, 'secret'), join(folder, 'index.yaml'))
    const presence = await open().find(aPackagedChart())
    expect(presence).toMatchObject({ state: 'unknown', why: { code: 'INDEX_UNREACHABLE' } })
    expect(JSON.stringify(presence)).not.toContain('of the machine')
  })

  it('stages nothing through a link in the place of its own folder', async () => {
    await mkdir(folder)
    await mkdir(join(root, 'elsewhere'))
    await symlink(join(root, 'elsewhere'), join(folder, OWN))
    expect((await failureOf(open().stage(aPackagedChart()))).code).toBe('INDEX_UNREACHABLE')
    expect((await open().preflight([]))[0]?.message).toContain(`${OWN} is no folder`)
    expect(await readdir(join(root, 'elsewhere'))).toEqual([])
  })

  it('has to be there where its path is absolute: a share that is not mounted looks like an empty one', async () => {
    const share = join(root, 'mnt/charts')
    const target = open(`dir:${share}`)
    expect(await target.preflight([])).toMatchObject([
      { code: 'INDEX_UNREACHABLE', message: `${share} is not there`, hint: expect.stringContaining('mount the share') },
    ])
    expect(await target.find(aPackagedChart())).toMatchObject({ state: 'unknown' })
    expect((await failureOf(target.stage(aPackagedChart()))).code).toBe('INDEX_UNREACHABLE')
    expect(await readdir(root)).toEqual(['work'])
  })

  it('takes no chart whose name leads out of it', async () => {
    await expect(open().stage(aPackagedChart({ name: '../app' }))).rejects.toThrow('is no name of a file in a folder')
    await expect(open().stage(aPackagedChart({ name: '.htaccess' }))).rejects.toThrow('is no name of a file')
    expect(await readdir(workspace)).toEqual([])
  })
})

describe('the preflight of a folder', () => {
  it('says when the runner has no flock', async () => {
    const findings = await open('dir:public', { environment: { PATH: root } }).preflight([])
    expect(findings).toMatchObject([{ code: 'TOOL_MISSING' }])
  })
})
