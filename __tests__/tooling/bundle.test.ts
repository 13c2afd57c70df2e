import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, it } from '@jest/globals'
import { differences } from '../../scripts/check-dist.ts'
import { bundle } from '../../scripts/dist/bundle.ts'

const folders: string[] = []
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

/** A repository in a folder of its own: file name to text. */
function aRepository(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), 'bundle-'))
  folders.push(root)
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true })
    writeFileSync(join(root, name), text)
  }
  return root
}

function aPackage(name: string, { license = 'MIT', text = 'Do as you like.' } = {}): Readonly<Record<string, string>> {
  const folder = `node_modules/${name}`
  return {
    [`${folder}/package.json`]: JSON.stringify({ name, version: '1.0.0', license, main: 'index.js' }),
    [`${folder}/index.js`]: `exports.name = '${name}'; exports.os = () => require('node:os').EOL`,
    ...(text && { [`${folder}/LICENSE.md`]: text }),
  }
}

const usesOne = { 'src/main.ts': "import { name } from 'one'\nconsole.log(name)\n" }
const bundleOf = (root: string) => bundle({ root, entry: 'src/main.ts' })

describe('the bundle', () => {
  it('is the same from another folder', async () => {
    const files = { ...usesOne, ...aPackage('one') }
    const [here, there] = await Promise.all([bundleOf(aRepository(files)), bundleOf(aRepository(files))])
    expect([...here.files.keys()]).toEqual(['index.js', 'licenses.txt', 'package.json'])
    expect(here.files).toEqual(there.files)
  })

  it('carries the licence texts of what it holds', async () => {
    const { files } = await bundleOf(aRepository({ ...usesOne, ...aPackage('one'), ...aPackage('unused') }))
    expect(Buffer.from(files.get('licenses.txt') ?? '').toString()).toBe('one 1.0.0 (MIT)\n\nDo as you like.\n')
  })

  it('refuses a package without a licence text', async () => {
    const root = aRepository({ ...usesOne, ...aPackage('one', { text: '' }) })
    await expect(bundleOf(root)).rejects.toThrow('one 1.0.0 (MIT) ships no licence text')
  })

  it.each(['GPL-3.0-only', 'undefined', 'MIT AND GPL-3.0-only'])('refuses the licence %s', async (license) => {
    const root = aRepository({ ...usesOne, ...aPackage('one', { license }) })
    await expect(bundleOf(root)).rejects.toThrow('not on the list')
  })

  it('takes a package that offers an accepted licence among others', async () => {
    const root = aRepository({ ...usesOne, ...aPackage('one', { license: '(GPL-3.0-only OR MIT)' }) })
    await expect(bundleOf(root)).resolves.toBeDefined()
  })

  it('refuses a late package that slipped into what is loaded at the start', async () => {
    const root = aRepository({
      ...aPackage('zod'),
      'src/main.ts': "import { read } from './config.ts'\nconsole.log(read)\n",
      'src/config.ts': "export { name as read } from 'zod'\n",
    })
    await expect(bundleOf(root)).rejects.toThrow(/the main chunk holds \d+ bytes of zod/)
  })

  it('has further entries, which share chunks with the first and are held to the same', async () => {
    const others = { verify: 'src/verify.ts' }
    const shared = { 'src/name.ts': "export { name } from 'one'\n", ...aPackage('one') }
    const uses = "import { name } from './name.ts'\nconsole.log(name)\n"
    const root = aRepository({ ...shared, 'src/main.ts': uses, 'src/verify.ts': uses })
    const { files } = await bundle({ root, entry: 'src/main.ts', others })
    expect([...files.keys()]).toEqual([
      expect.stringMatching(/^chunk-/),
      'index.js',
      'licenses.txt',
      'package.json',
      'verify.js',
    ])
    const late = {
      ...aPackage('zod'),
      'src/main.ts': '',
      'src/verify.ts': "import { name } from 'zod'\nconsole.log(name)\n",
    }
    await expect(bundle({ root: aRepository(late), entry: 'src/main.ts', others })).rejects.toThrow(
      'the start of verify.js',
    )
  })

  it('keeps a late package in a chunk of its own', async () => {
    const root = aRepository({
      ...aPackage('zod'),
      'src/main.ts': "const { read } = await import('./config.ts')\nconsole.log(read)\n",
      'src/config.ts': "export { name as read } from 'zod'\n",
    })
    const { files } = await bundleOf(root)
    expect([...files.keys()]).toEqual([expect.stringMatching(/^config-/), 'index.js', 'licenses.txt', 'package.json'])
  })
})

describe('check-dist', () => {
  it('names what is stale, missing and left over', () => {
    const folder = aRepository({ 'index.js': 'old', 'chunk-OLD.js': '', 'package.json': '{}' })
    const fresh = new Map([
      ['index.js', Buffer.from('new')],
      ['chunk-NEW.js', Buffer.from('')],
      ['package.json', Buffer.from('{}')],
    ])
    expect(differences(fresh, folder)).toEqual([
      'differs: index.js',
      'left over: chunk-OLD.js',
      'missing: chunk-NEW.js',
    ])
  })

  it('finds nothing in a fresh folder', () => {
    expect(differences(new Map([['a.js', Buffer.from('x')]]), aRepository({ 'a.js': 'x' }))).toEqual([])
  })
})
