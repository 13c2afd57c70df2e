import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { digestOf } from '../../../../src/chart/archive/digest.ts'
import type { PublishedArtifact } from '../../../../src/model/target.ts'
import { lookAtSite } from '../../../../src/pipeline/outside/look-at-site.ts'
import { openSite } from '../../../../src/verification/published/site.ts'
import { aTargetContext } from '../../../support/registry/context.ts'
import { archiveOf } from '../../../support/servers/chart-repository.ts'
import { type StaticServer, startStaticServer } from '../../../support/servers/static-server.ts'
import { acme, aSigningRun, keptLog, patientClock } from '../../../support/sigstore/signing-run.ts'
import { type Claims, defaultClaims, type Sigstore, startSigstore } from '../../../support/sigstore/sigstore.ts'

let sigstore: Sigstore
let server: StaticServer
let files: Map<string, Uint8Array>
let asked: string[]
beforeAll(async () => {
  sigstore = await startSigstore()
  server = await startStaticServer(async (path) => {
    asked.push(path)
    return files.get(path) ?? Promise.reject(new Error('not there'))
  })
})
afterAll(async () => {
  await sigstore.close()
  await server[Symbol.asyncDispose]()
})

const archive = archiveOf({ name: 'app', version: '1.2.3' })
const web = archiveOf({ name: 'web', version: '2.0.0' })
const other = archiveOf({ name: 'app', version: '1.0.0' })

const entry = (name: string, version: string, bytes: Uint8Array, url = `${name}-${version}.tgz`) =>
  `  ${name}:\n  - name: ${name}\n    version: ${version}\n    digest: ${digestOf(bytes).slice('sha256:'.length)}\n    urls:\n    - ${url}\n`
const indexOf = (...entries: readonly string[]) => Buffer.from(`apiVersion: v1\nentries:\n${entries.join('')}`)

async function bundleOf(bytes: Uint8Array, claims: Claims = {}): Promise<Uint8Array> {
  const { signer } = await aSigningRun(sigstore, { claims: { ...defaultClaims, ...claims } })
  const { bundles } = await signer.sign({ repository: server.url, digest: digestOf(bytes), archive: bytes })
  return bundles[0]?.json ?? Buffer.of()
}

beforeEach(async () => {
  asked = []
  files = new Map([
    ['index.yaml', indexOf(entry('app', '1.2.3', archive), entry('web', '2.0.0', web))],
    ['app-1.2.3.tgz', archive],
    ['web-2.0.0.tgz', web],
    ['app-1.2.3.tgz.sigstore.json', await bundleOf(archive)],
    ['web-2.0.0.tgz.sigstore.json', await bundleOf(web)],
  ])
})

interface Looking {
  readonly signed?: boolean
  readonly url?: string
  readonly signedIndex?: boolean
  /** Called at each pause with its number. */
  readonly atPause?: (count: number) => unknown
}

async function look({ signed = true, url = server.url, signedIndex = false, atPause = () => {} }: Looking = {}) {
  const shown = [
    { name: 'app', version: '1.2.3', bytes: archive },
    { name: 'web', version: '2.0.0', bytes: web },
  ].map(({ name, version, bytes }) => ({
    isSigned: signed,
    artifact: {
      ...{ ref: { name, version }, digest: digestOf(bytes), repository: url, changed: true },
      reference: `${url}/${name}-${version}.tgz`,
      ...(signedIndex && { signedIndex: `${url}/index.yaml` }),
    } satisfies PublishedArtifact,
  }))
  const { signer, verifier, inspector } = await aSigningRun(sigstore)
  const signing = { signer, verifier, inspector, identity: await signer.prepare(), ours: acme }
  const clock = patientClock()
  let pauses = 0
  const platform = {
    log: keptLog(),
    clock: {
      ...clock,
      monotonic: () => clock.elapsed,
      sleep: async (milliseconds: number) => {
        pauses += 1
        atPause(pauses)
        await clock.sleep(milliseconds)
      },
    },
  }
  const context = { ...aTargetContext(), serverUrl: 'https://github.com' }
  const site = { url, open: () => openSite(url, context) }
  const { problems, warnings, notes } = await lookAtSite(site, shown, { signing: async () => signing, platform })
  expect(warnings).toEqual([])
  return { problems: problems.map(({ code, message }) => `${code} ${message}`), notes, waited: clock.elapsed }
}

const nothing = { problems: [], notes: [], waited: 0 }

describe('a look at a site from outside', () => {
  it('finds nothing wrong, and says nothing', async () => {
    expect(await look()).toEqual(nothing)
    const archives = ['app-1.2.3.tgz', 'web-2.0.0.tgz']
    const kinds = ['', '.prov', '.provenance.sigstore.json', '.sigstore.json']
    const beside = archives.flatMap((file) => kinds.map((kind) => `${file}${kind}`))
    expect(asked.sort()).toEqual([...beside, 'index.yaml', 'index.yaml.sigstore.json'].sort())
  })

  it('needs no signatures where nothing was signed', async () => {
    for (const file of files.keys()) if (file.endsWith('.json')) files.delete(file)
    expect(await look({ signed: false })).toEqual(nothing)
  })

  it('waits for what a CDN does not show yet', async () => {
    const now = new Map(files)
    const before: readonly (readonly [string, Uint8Array])[] = [['index.yaml', indexOf(entry('app', '1.0.0', other))]]
    files = new Map(before)
    const atPause = (count: number) => {
      const parts = count === 1 ? ['index.yaml'] : count === 2 ? ['app-1.2.3.tgz', 'web-2.0.0.tgz'] : [...now.keys()]
      for (const part of parts) files.set(part, now.get(part) ?? Buffer.of())
    }
    expect(await look({ atPause })).toEqual({ ...nothing, waited: 14_000 })
  })

  it.each([
    [
      'an old index',
      () => files.set('index.yaml', indexOf(entry('app', '1.0.0', other))),
      'has no version 1.2.3 of app',
    ],
    ['no index', () => files.delete('index.yaml'), 'There is nothing at'],
    ['no archive yet', () => files.delete('app-1.2.3.tgz'), 'lists app 1.2.3, and there is nothing at'],
    ['no signature yet', () => files.delete('app-1.2.3.tgz.sigstore.json'), 'has no keyless signature'],
  ])('ends after 30 seconds, with a note, if there is %s', async (_what, change, words) => {
    change()
    const { problems, notes, waited } = await look()
    expect([problems, waited]).toEqual([[], 30_000])
    expect(notes).toEqual([expect.stringContaining(words)])
    expect(notes[0]).toContain(`helm show chart app --version 1.2.3 --repo ${server.url}`)
  })

  it.each([
    ['other bytes under its name', () => files.set('app-1.2.3.tgz', other), 'is expected'],
    [
      'another chart that the index lists as this one, signed and all',
      async () => {
        files.set('index.yaml', indexOf(entry('app', '1.2.3', other), entry('web', '2.0.0', web)))
        files.set('app-1.2.3.tgz', other)
        files.set('app-1.2.3.tgz.sigstore.json', await bundleOf(other))
      },
      'is expected',
    ],
    [
      'a signature of somebody else',
      async () => files.set('app-1.2.3.tgz.sigstore.json', await bundleOf(archive, { repository_id: '666' })),
      'is not a workflow of this repository',
    ],
    [
      'a signature of other bytes',
      async () => files.set('app-1.2.3.tgz.sigstore.json', await bundleOf(other)),
      'No keyless signature',
    ],
  ])('is loud at once if there is %s', async (_what, change, words) => {
    await change()
    const { problems, notes, waited } = await look()
    expect([notes, waited]).toEqual([[], 0])
    expect(problems).toEqual([expect.stringMatching(`^OUTSIDE_DIFFERS The release is out.*${words}`)])
  })

  it('is loud about one chart, and still waits for another', async () => {
    files.set('app-1.2.3.tgz', other)
    files.delete('web-2.0.0.tgz')
    const { problems, notes, waited } = await look()
    expect([problems.length, waited]).toEqual([1, 30_000])
    expect(notes).toEqual([expect.stringContaining('web 2.0.0 is released')])
  })

  it('wants the signature of an index that this run signed, and for these bytes', async () => {
    const index = files.get('index.yaml') ?? Buffer.of()
    files.set('index.yaml.sigstore.json', await bundleOf(index))
    expect(await look({ signedIndex: true })).toEqual(nothing)
    files.set('index.yaml.sigstore.json', await bundleOf(other))
    expect(await look({ signedIndex: true })).toMatchObject({ problems: [], waited: 30_000 })
    files.delete('index.yaml.sigstore.json')
    expect(await look({ signedIndex: true })).toMatchObject({ problems: [], waited: 30_000 })
  })

  it.each([
    ['nobody listens', 'http://127.0.0.1:9', 'could not be looked at from outside'],
    ['its name leads nowhere', 'https://charts.acme.invalid', 'could not be looked at from outside'],
  ])('is a note, without a wait, if %s', async (_what, url, words) => {
    const { problems, notes, waited } = await look({ url })
    expect(problems).toEqual([])
    expect(notes).toEqual([expect.stringContaining(words)])
    expect(waited).toBeLessThan(1_000)
  })

  it('is a note if a page for people stands in its place, as the login of a private site', async () => {
    files.set('index.yaml', Buffer.from('<html>Sign in</html>'))
    expect(await look()).toMatchObject({ problems: [], notes: [expect.stringContaining('is no index')], waited: 0 })
  })

  it('follows an index into no private network', async () => {
    const elsewhere = server.url.replace('127.0.0.1', '127.0.0.2')
    files.set('index.yaml', indexOf(entry('app', '1.2.3', archive, `${elsewhere}/app.tgz`), entry('web', '2.0.0', web)))
    expect(await look()).toMatchObject({ problems: [], notes: [expect.stringContaining('127.0.0.2')], waited: 0 })
  })
})
