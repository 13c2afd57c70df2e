import { describe, expect, it } from '@jest/globals'
import {
  OVERLAY,
  RELEASES_FILE,
  readRecord,
  recordFiles,
} from '../../../../src/pipeline/half-released/record-format.ts'

const overlay = new Map([['charts/app/Chart.yaml', 'version: 1.0.1\n']])
const release = {
  ...{ name: 'app', version: '1.0.0+build.1', path: 'charts/app', folders: ['charts/app', 'charts/lib'] },
  ...{ commit: 'a'.repeat(40), fingerprint: 'sha256:1', tag: 'app-1.0.0', targets: ['oci://a/b', 'dir:c'], overlay },
}

const read = (change: object, texts: ReadonlyMap<string, string> = overlay) => {
  const { overlay: _, ...plain } = release
  return readRecord(Buffer.from(JSON.stringify({ schema: 1, releases: [{ ...plain, ...change }] })), texts)
}

describe('a record of releases', () => {
  it('reads back as it was written, with the texts that were laid over', () => {
    const { tag: _, ...untagged } = { ...release, name: 'lib' }
    const files = recordFiles([release, untagged])
    expect([...files.keys()]).toEqual([RELEASES_FILE, `${OVERLAY}charts/app/Chart.yaml`])
    expect(readRecord(files.get(RELEASES_FILE), overlay)).toEqual([release, untagged])
  })

  it.each([
    ['a name with a path in it', { name: '../app' }],
    ['a version that is none', { version: '1.x' }],
    ['an option where a commit belongs', { commit: '--upload-pack=sh' }],
    ['a folder outside of the repository', { path: '../app' }],
    ['an absolute folder', { path: '/etc' }],
    ['a folder that leads out on a detour', { path: 'charts/../../app' }],
    ['folders that are no list', { folders: 'charts/app' }],
    ['a folder outside among them', { folders: ['charts/app', '../lib'] }],
    ['targets that are no texts', { targets: [1] }],
    ['a tag that is no text', { tag: {} }],
    ['no fingerprint', { fingerprint: undefined }],
  ])('is empty with %s', (_, change) => {
    expect(read({})).toHaveLength(1)
    expect(read(change)).toEqual([])
  })

  it.each(['../Chart.yaml', '/etc/passwd', 'charts/../../x'])('is empty with a text for %s', (path) => {
    expect(read({}, new Map([[path, 'text']]))).toEqual([])
  })

  it.each(['', '{', 'null', '[]', '{"schema":2,"releases":[]}', '{"schema":1}', '{"schema":1,"releases":[null]}'])(
    'is empty where the file holds %j',
    (text) => {
      expect(readRecord(Buffer.from(text), new Map())).toEqual([])
    },
  )

  it('is empty without its file', () => {
    expect(readRecord(undefined, new Map())).toEqual([])
  })
})
