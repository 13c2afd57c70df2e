import { createHash } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import {
  type ArchiveFile,
  compareArchives,
  HELM_LIMITS,
  readArchive,
  writeArchive,
} from '../../../../src/chart/archive/archive.ts'
import { writeTar } from '../../../../src/chart/archive/tar-write.ts'
import { readPackagedChart } from '../../../../src/chart/package/packaged-chart.ts'
import { ReleaseError } from '../../../../src/model/errors.ts'
import { chartFiles, writeFiles } from '../../../support/charts/charts.ts'
import { type HelmMajor, helmPath } from '../../../support/helm/helm.ts'
import { runProgram } from '../../../support/process/run-program.ts'
import { problemIn } from '../../../support/values/failure.ts'

const mtime = new Date('2026-03-04T05:06:07.890Z')
const bytes = (text: string) => new TextEncoder().encode(text)
const file = (path: string, text = path): ArchiveFile => ({ path, content: bytes(text) })
const texts = (files: readonly ArchiveFile[]) =>
  files.map(({ path, content }) => [path, Buffer.from(content).toString()])

// Another fflate or Node may not change what a commit packages to; where these must change, the ADR says so.
const PINNED = 'f57c69d6963a78ef4f79e03da43b4920e63aea5a855199290940f61bb20dc2dd'
const PINNED_FROM_HELM = 'eca68ebaa369e7318b9a769ec0029578547d25b0d7f6e610e8c3cbf52377a2e7'

/** A tar header as an attacker may write it, with a right checksum unless told. */
function rawHeader(
  path: string,
  more: { type?: string; size?: string; prefix?: string; sum?: string; magic?: string } = {},
) {
  const block = Buffer.alloc(512)
  block.write(path, 0)
  block.write('0000644\0', 100)
  block.write(more.size ?? '00000000000\0', 124)
  block.write('00000000000\0', 136)
  block.write(' '.repeat(8), 148)
  block.write(more.type ?? '0', 156, 'latin1')
  block.write(more.magic ?? 'ustar\u000000', 257)
  block.write(more.prefix ?? '', 345)
  const sum = block.reduce((total, byte) => total + byte, 0)
  block.write(more.sum ?? `${sum.toString(8).padStart(6, '0')}\0 `, 148)
  return block
}

const octal = (size: number) => `${size.toString(8).padStart(11, '0')}\0`

function entry(path: string, content: string | Uint8Array = '', type = '0') {
  const data = Buffer.from(content)
  const padding = Buffer.alloc((512 - (data.length % 512)) % 512)
  return Buffer.concat([rawHeader(path, { type, size: octal(data.length) }), data, padding])
}

const packed = (...blocks: readonly Uint8Array[]) => gzipSync(Buffer.concat([...blocks, Buffer.alloc(1024)]))
const refused = (tgz: Uint8Array) => {
  const { code, message } = problemIn(() => readArchive(tgz))
  return `${code}: ${message}`
}

describe('writing an archive', () => {
  it('gives the same bytes whatever the order of the files, and whatever machine or day it is', () => {
    const files = chartFiles({ 'README.md': '# app\n', 'values.schema.json': '{}', 'Chart.lock': 'digest: x\n' })
    const archive = writeArchive('app', files, mtime)
    expect(writeArchive('app', [...files].reverse(), mtime)).toEqual(archive)
    expect(createHash('sha256').update(archive).digest('hex')).toBe(PINNED)
  })

  it('puts Helm’s own files first, with mode, owner and time fixed', async () => {
    const files = [
      file('z'),
      file('templates/a'),
      file('values.schema.json'),
      file('Chart.lock'),
      file('values.yaml'),
      file('Chart.yaml'),
      file('.helmignore'),
      file('é'),
    ]
    const archive = writeArchive('app', files, mtime)
    expect(readArchive(archive).map(({ path }) => path)).toEqual([
      'Chart.yaml',
      'Chart.lock',
      'values.yaml',
      'values.schema.json',
      '.helmignore',
      'templates/a',
      'z',
      'é',
    ])
    const header = gunzipSync(archive).subarray(0, 512).toString('latin1')
    expect(header.slice(100, 124)).toBe('0000644\u00000000000\u00000000000\u0000')
    expect(Number.parseInt(header.slice(136, 147), 8)).toBe(Math.floor(mtime.getTime() / 1000))
    expect([...archive.subarray(0, 10)]).toEqual([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255])
  })

  it('refuses what it would not read', () => {
    expect(() => writeArchive('app', [file('../x')], mtime)).toThrow('holds the path')
    expect(() => writeArchive('app', [file('x', '1'), file('x', '2')], mtime)).toThrow('twice')
    expect(() => writeArchive('app', [file('x'), file('x/y')], mtime)).toThrow('as file and as folder')
    expect(() => writeArchive('app', [file('x')], new Date(Number.NaN))).toThrow('without a time')
  })

  it('reads back every path and content that it writes', () => {
    const segment = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 120 })
      .filter((text) => text.isWellFormed() && !/[/\\\p{Cc}]/u.test(text) && !/^\.{1,2}$/.test(text))
    const path = fc.array(segment, { minLength: 1, maxLength: 6 }).map((parts) => parts.join('/'))
    const paths = fc.uniqueArray(
      path.filter((one) => one.length < 900 && !/^[a-z]:/i.test(one)),
      { maxLength: 8, minLength: 1 },
    )
    fc.assert(
      fc.property(paths, fc.uint8Array({ maxLength: 3000 }), (all, content) => {
        const files = all
          .filter((one) => !all.some((other) => other.startsWith(`${one}/`)))
          .map((one) => ({ path: one, content }))
        const archive = writeArchive('app', files, mtime)
        const read = new Map(readArchive(archive).map((one) => [one.path, Buffer.from(one.content)]))
        expect(read).toEqual(new Map(files.map((one) => [one.path, Buffer.from(content)])))
        expect(writeArchive('app', readArchive(archive), mtime)).toEqual(archive)
      }),
      { numRuns: 60 },
    )
  })

  it('is read by tar itself, with long and foreign names', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'archive-'))
    try {
      const names = [
        'Chart.yaml',
        `${'d'.repeat(90)}/${'e'.repeat(90)}`,
        'x'.repeat(140),
        'größe 😀/ä',
        `${'f/'.repeat(120)}g`,
      ]
      await writeFile(
        join(folder, 'a.tgz'),
        writeArchive(
          'app',
          names.map((name) => file(name)),
          mtime,
        ),
      )
      const { stdout } = await runProgram('tar', ['tzf', 'a.tgz'], {
        cwd: folder,
        env: { ...process.env, LC_ALL: 'C.UTF-8' },
      })
      expect(stdout.trim().split('\n').sort()).toEqual(names.map((name) => `app/${name}`).sort())
    } finally {
      await rm(folder, { recursive: true })
    }
  })
})

describe('reading an archive', () => {
  it('takes GNU long names, PAX names, folders and comments', () => {
    const long = `app/${'n'.repeat(200)}`
    const record = 'path=app/paxed'
    const length = record.length + 1 + 2 + 1
    const tgz = packed(
      entry('pax_global_header', '19 comment=0123456\n', 'g'),
      entry('app/', '', '5'),
      entry('././@LongLink', `${long}\0`, 'L'),
      entry('short', 'long'),
      entry('PaxHeader', `${length} ${record}\n`, 'x'),
      entry('short', 'paxed'),
      entry('app/old', 'v7', '\0'),
    )
    expect(texts(readArchive(tgz))).toEqual([
      ['n'.repeat(200), 'long'],
      ['paxed', 'paxed'],
      ['old', 'v7'],
    ])
  })

  it('keeps a path that is there twice with the same content once', () => {
    expect(texts(readArchive(packed(entry('a/x', '1'), entry('a/y', '2'), entry('a/x', '1'))))).toEqual([
      ['x', '1'],
      ['y', '2'],
    ])
  })

  it.each([
    ['a link', packed(entry('a/x', '', '2')), /ARCHIVE_INVALID: The archive holds a link: "a\/x"/],
    ['a hard link', packed(entry('a/x', '', '1')), /holds a hard link/],
    ['a device', packed(entry('a/x', '', '3')), /holds a device/],
    ['a pipe', packed(entry('a/x', '', '6')), /holds a pipe/],
    ['a sparse file', packed(entry('a/x', '', 'S')), /unknown type "S"/],
    ['an absolute path', packed(entry('/a/x')), /the path "\/a\/x"/],
    ['a path that leads out', packed(entry('a/../../x')), /the path/],
    ['a path that starts outside', packed(entry('../x')), /the path/],
    ['an empty part', packed(entry('a//x')), /the path/],
    ['a Windows path', packed(entry('a\\x')), /the path/],
    ['a drive', packed(entry('c:/x')), /the path/],
    ['a line feed in a path', packed(entry('a/x\ny')), /control character/],
    ['a file without folder', packed(entry('Chart.yaml')), /outside of one top folder/],
    ['two top folders', packed(entry('a/x'), entry('b/x')), /outside of one top folder/],
    ['two contents for one path', packed(entry('a/x', '1'), entry('a/x', '2')), /"x" twice/],
    ['a file that is also a folder', packed(entry('a/x', '1'), entry('a/x/y', '2')), /both as file and as folder/],
    ['no files', packed(entry('a/', '', '5')), /holds no files/],
    ['nothing', packed(), /holds no files/],
    [
      'a name that is not UTF-8',
      packed(entry('x', Buffer.from('10 path=\u00ff\n', 'latin1'), 'x'), entry('y')),
      /UTF-8/,
    ],
    ['a PAX header for all files', packed(entry('g', '12 path=a/b\n', 'g'), entry('a/x')), /renames all files/],
    ['a damaged PAX header', packed(entry('g', '99 path=a/b\n', 'x'), entry('a/x')), /damaged PAX/],
    ['a PAX header without end', packed(entry('g', '12', 'x'), entry('a/x')), /damaged PAX/],
    ['a wrong checksum', packed(rawHeader('a/x', { sum: '0000001\0' })), /wrong checksum/],
    ['a size that is no number', packed(rawHeader('a/x', { size: '0000000000x\0' })), /no number/],
    ['a size beyond the end', packed(rawHeader('a/x', { size: octal(9999) })), /cut short/],
    ['no gzip', bytes('hello'), /not gzipped/],
    ['a gzip that is cut short', packed(entry('a/x', 'x')).subarray(0, 40), /damaged/],
  ])('refuses %s', (_, tgz, message) => {
    expect(refused(tgz)).toMatch(message)
    expect(refused(tgz)).toMatch(/^ARCHIVE_INVALID/)
  })

  it('stops at a bomb, whether it is many bytes, one file or many entries', () => {
    const bomb = gzipSync(Buffer.alloc(HELM_LIMITS.totalBytes + HELM_LIMITS.entries * 2048 + 1))
    expect(refused(bomb)).toMatch(/^ARCHIVE_TOO_LARGE/)
    const large = entry('a/x', Buffer.alloc(HELM_LIMITS.fileBytes + 1))
    expect(refused(packed(large))).toMatch(/^ARCHIVE_FILE_TOO_LARGE: "a\/x" in the archive has 5242881 bytes/)
    const block = entry('a/x')
    expect(refused(packed(...Array.from({ length: HELM_LIMITS.entries + 1 }, () => block)))).toMatch(
      /^ARCHIVE_TOO_LARGE/,
    )
    const files = Array.from({ length: 21 }, (_, index) => entry(`a/${index}`, Buffer.alloc(HELM_LIMITS.fileBytes)))
    expect(refused(packed(...files))).toMatch(/^ARCHIVE_TOO_LARGE/)
  })

  it('is refused or read, never a crash, when bytes of it change', () => {
    const tar = Buffer.from(writeTar([{ path: 'app/Chart.yaml', content: bytes('name: app\n') }], mtime))
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(tar.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 }),
        (changes) => {
          const changed = Buffer.from(tar)
          for (const [at, byte] of changes) changed[at] = byte
          try {
            readArchive(gzipSync(changed, { level: 1 }))
          } catch (error) {
            expect(error).toBeInstanceOf(ReleaseError)
          }
        },
      ),
    )
  })
})

describe('comparing archives', () => {
  it('finds no difference in times, order and doubled entries', () => {
    const ours = writeArchive('a', [file('x', '1'), file('y', '2')], mtime)
    expect(compareArchives(ours, packed(entry('a/y', '2'), entry('a/x', '1'), entry('a/y', '2')))).toEqual([])
  })

  it('names every file that differs', () => {
    const one = writeArchive('a', [file('x', '1'), file('y', '22'), file('z', '3')], mtime)
    const other = writeArchive('b', [file('x', '1'), file('y', '333'), file('w', '4')], mtime)
    expect(compareArchives(one, other)).toEqual([
      'the folder is "a" in one, "b" in the other',
      '"w" (1 bytes) is only in the second',
      '"y" differs (2 and 3 bytes)',
      '"z" (1 bytes) is only in the first',
    ])
  })
})

describe('a packaged chart', () => {
  it('gives the manifest that Helm would publish, with the dependencies of a v1 chart', () => {
    const files = [
      file('Chart.yaml', 'apiVersion: v1\nname: app\nversion: 1.0.0\n'),
      file('requirements.yaml', 'dependencies:\n- {name: db, version: ^1, repository: "https://x"}\n'),
    ]
    const { manifest } = readPackagedChart(writeArchive('app', files, mtime))
    expect(manifest.metadata).toEqual({
      name: 'app',
      version: '1.0.0',
      apiVersion: 'v1',
      dependencies: [{ name: 'db', version: '^1', repository: 'https://x' }],
    })
    expect(problemIn(() => readPackagedChart(writeArchive('app', [file('x')], mtime))).message).toMatch('no Chart.yaml')
  })
})

describe.each<HelmMajor>([3, 4])('with Helm %i', (major) => {
  let folder = ''
  let helm = ''
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'archive-'))
    helm = await helmPath(major)
  })
  afterAll(() => rm(folder, { recursive: true }))

  it('an archive loads, lints and renders', async () => {
    const long = { [`files/${'deep/'.repeat(40)}größe.txt`]: 'x' }
    await writeFile(join(folder, 'app.tgz'), writeArchive('app', chartFiles(long), mtime))
    const helmSays = async (...args: string[]) => (await runProgram(helm, args, { cwd: folder })).stdout
    expect(await helmSays('show', 'chart', 'app.tgz')).toContain('version: 1.2.3')
    expect(await helmSays('lint', 'app.tgz')).toContain('0 chart(s) failed')
    expect(await helmSays('template', 'app.tgz')).toContain('greeting: hello')
  })

  it('an archive that Helm packaged is rewritten to the bytes that we would write', async () => {
    await writeFiles(join(folder, 'src'), chartFiles({ 'README.md': 'x', 'templates/NOTES.txt': 'y' }))
    await runProgram(helm, ['package', 'src'], { cwd: folder })
    const built = await readFile(join(folder, 'app-1.2.3.tgz'))
    const rewritten = writeArchive('app', readPackagedChart(built).files, mtime)
    expect(compareArchives(built, rewritten)).toEqual([])
    expect(createHash('sha256').update(rewritten).digest('hex')).toBe(PINNED_FROM_HELM)
  })
})
