import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { errorsOf, publishedVersion, resultsOf, versionsOf } from '../../../support/charts/published.ts'
import { aChart } from '../../../support/charts/three-charts.ts'
import { fullyParsed } from '../../../support/index/index-release.ts'
import type { SeenRequest } from '../../../support/registry/registry.ts'
import { aWorld, type World } from '../../../support/run/world.ts'

let world: World
let folder: string
let targets: readonly string[]
let patch = -1

beforeAll(async () => {
  world = await aWorld({ files: aChart('app', '1.0.0', 'first'), run: { entry: 'source' } })
  folder = join(world.repository.root, 'served')
  await mkdir(folder)
  targets = [world.target, `dir:${folder}?url=https://charts.example.com`]
})
afterAll(async () => {
  await world[Symbol.asyncDispose]()
})

const release = (order = targets) => world.release({ inputs: { targets: order.join('\n') } })

async function inIndex(): Promise<ReadonlyMap<string, string>> {
  const text = await readFile(join(folder, 'index.yaml'), 'utf8').catch(() => 'entries: {}')
  const entries = fullyParsed(text).get('app') ?? []
  return new Map(entries.map(({ version, digest }) => [`${version}`, `sha256:${digest}`]))
}

/** The same bytes in both, signed in both, and the index says so. */
async function expectInBoth(version: string) {
  const inRegistry = publishedVersion(world.registry, 'app', version)
  const archive = await readFile(join(folder, `app-${version}.tgz`))
  expect(inRegistry?.archive.equals(archive)).toBe(true)
  expect((await inIndex()).get(version)).toBe(inRegistry?.archiveDigest)
  expect(inRegistry?.signed).toBe(true)
  const bundle = JSON.parse(await readFile(join(folder, `app-${version}.tgz.sigstore.json`), 'utf8'))
  const signed = Buffer.from(bundle.messageSignature.messageDigest.digest, 'base64').toString('hex')
  expect(`sha256:${signed}`).toBe(inRegistry?.archiveDigest)
}

/** One more change; returns the version that it is to be released as. */
async function change(): Promise<string> {
  patch += 1
  if (patch > 0) await world.repository.commit('fix: app', aChart('app', `1.0.${patch - 1}`, `change ${patch}`))
  return `1.0.${patch}`
}

/** The share is gone from the first such request to the registry on. */
function goneAt(isMoment: (request: SeenRequest) => boolean): { readonly back: () => Promise<void> } {
  let gone: Promise<void> | undefined
  world.registry.disturb((request) => {
    if (isMoment(request)) gone ??= rename(folder, `${folder}-away`)
    return undefined
  })
  return {
    async back() {
      world.registry.disturb(undefined)
      if (!gone) throw new Error('that moment never came')
      await gone
      await rename(`${folder}-away`, folder)
    },
  }
}

const isUpload = ({ method, path }: SeenRequest) => method === 'PUT' && path.includes('/blobs/uploads/')
const isTag = ({ method, path }: SeenRequest) => method === 'PUT' && /\/manifests\/\d/.test(path)

describe('a registry and a folder in one run', () => {
  it('get the same bytes, and are shown in the order given after both are verified', async () => {
    const version = await change()
    const run = await release()
    expect(resultsOf(run)).toEqual([`app ${version} released`])
    await expectInBoth(version)
    const told = [/read back and verified/, /^\S*oci:\S+: visible now/m, /charts\.example\.com\S+: visible now/]
    const places = told.map((words) => run.stdout.search(words))
    expect(places).not.toContain(-1)
    expect(places.toSorted((a, b) => a - b)).toEqual(places)
    const { charts } = JSON.parse(run.outputs.charts ?? '') as { charts: { references: { reference: string }[] }[] }
    expect(charts[0]?.references.map(({ reference }) => reference)).toEqual([
      `${world.target}/app:${version}`,
      `https://charts.example.com/app-${version}.tgz`,
    ])
  })

  it('are left alone by the next run', async () => {
    const before = await readFile(join(folder, 'index.yaml'))
    expect(resultsOf(await release())).toEqual(['app 1.0.0 unchanged'])
    expect((await readFile(join(folder, 'index.yaml'))).equals(before)).toBe(true)
  })

  it('show nothing, neither of them, where the folder goes away while the registry is staged', async () => {
    const version = await change()
    const tags = await world.repository.remoteTags()
    const share = goneAt(isUpload)
    const run = await release()
    await share.back()
    expect([run.exitCode, errorsOf(run)]).toEqual([1, ['INDEX_UNREACHABLE']])
    expect(versionsOf(world.registry, 'app')).not.toContain(version)
    expect((await inIndex()).has(version)).toBe(false)
    expect(await world.repository.remoteTags()).toEqual(tags)
    expect(resultsOf(await release())).toEqual([`app ${version} released`])
    await expectInBoth(version)
  })

  it('end with the same bytes where the folder goes away when the registry shows them already', async () => {
    const version = await change()
    const share = goneAt(isTag)
    const run = await release()
    await share.back()
    expect([run.exitCode, errorsOf(run)]).toEqual([1, ['INDEX_UNREACHABLE']])
    const shown = publishedVersion(world.registry, 'app', version)
    expect(shown?.signed).toBe(true)
    expect((await inIndex()).has(version)).toBe(false)
    expect(resultsOf(await release())).toEqual([`app ${version} released`])
    expect(publishedVersion(world.registry, 'app', version)?.digest).toBe(shown?.digest)
    await expectInBoth(version)
  })

  it('show nothing, neither of them, where the folder is first and the registry goes away', async () => {
    const version = await change()
    world.registry.disturb((request) => (isUpload(request) ? { status: 403, body: 'no' } : undefined))
    const run = await release(targets.toReversed())
    world.registry.disturb(undefined)
    expect(run.exitCode).toBe(1)
    expect((await inIndex()).has(version)).toBe(false)
    expect(await readdir(folder)).not.toContain(`app-${version}.tgz`)
    expect(resultsOf(await release(targets.toReversed()))).toEqual([`app ${version} released`])
    await expectInBoth(version)
  })

  it('fill a folder that was lost with the bytes that the registry holds', async () => {
    await rm(folder, { recursive: true })
    await mkdir(folder)
    await writeFile(join(folder, 'index.html'), 'hello')
    const version = `1.0.${patch}`
    expect(resultsOf(await release())).toEqual([`app ${version} released`])
    await expectInBoth(version)
    expect([...(await inIndex()).keys()]).toEqual([version])
  })
})
