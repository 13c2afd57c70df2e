import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { parse } from 'yaml'
import { INDEX, INDEX_SIGNATURE, isAbout, pendingName } from '../../../../src/targets/index/state.ts'
import { errorsOf, resultsOf } from '../../../support/charts/published.ts'
import { aChart } from '../../../support/charts/three-charts.ts'
import { aWorld, type World } from '../../../support/run/world.ts'

let world: World
let folder: string

beforeAll(async () => {
  world = await aWorld({ files: aChart('app', '1.0.0', 'first'), run: { entry: 'source' } })
  folder = join(world.repository.root, 'served')
  await mkdir(folder)
})
afterAll(async () => {
  await world[Symbol.asyncDispose]()
})

const release = (inputs = { 'sign-index': 'true' }) =>
  world.release({ inputs: { targets: `dir:${folder}?url=https://charts.example.com`, ...inputs } })
const read = (file: string) => readFile(join(folder, file))
const change = (text: string) => world.repository.commit('fix: app', aChart('app', '1.0.0', text))

async function versions(): Promise<readonly string[]> {
  const { entries } = parse(`${await read(INDEX)}`) as { entries: { app: { version: string }[] } }
  return entries.app.map(({ version }) => version)
}

/** The run that releases `text` refuses before it pushes or shows anything. */
async function expectRefused(text: string, code: string, inputs?: { 'sign-index': string }) {
  await change(text)
  const [head, tags, index] = [await world.repository.remote(), await world.repository.remoteTags(), await read(INDEX)]
  const run = await release(inputs)
  expect([run.exitCode, errorsOf(run)]).toEqual([1, [code]])
  expect(await world.repository.remote()).toBe(head)
  expect(await world.repository.remoteTags()).toEqual(tags)
  expect((await read(INDEX)).equals(index)).toBe(true)
  return run
}

describe('releases with `sign-index`', () => {
  it('put a signature beside the index, and say how to verify it', async () => {
    const run = await release()
    expect(resultsOf(run)).toEqual(['app 1.0.0 released'])
    expect(isAbout(await read(INDEX_SIGNATURE), await read(INDEX))).toBe(true)
    const url = `https://charts.example.com/${INDEX}`
    expect(run.summary).toContain(`Verify who wrote the index:

\`\`\`sh
curl -fsSL -o index.yaml ${url}
curl -fsSL -o index.yaml.sigstore.json ${url}.sigstore.json
cosign verify-blob index.yaml \\
  --bundle index.yaml.sigstore.json \\
`)
    const { charts } = JSON.parse(run.outputs.charts ?? '') as { charts: { references: { signedIndex: string }[] }[] }
    expect(charts[0]?.references.map(({ signedIndex }) => signedIndex)).toEqual([url])
  })

  it('leave both alone where there is nothing to release, and ask for no certificate', async () => {
    const [index, signature] = [await read(INDEX), await read(INDEX_SIGNATURE)]
    const certificates = world.sigstore.count('fulcio')
    expect(resultsOf(await release())).toEqual(['app 1.0.0 unchanged'])
    expect([(await read(INDEX)).equals(index), (await read(INDEX_SIGNATURE)).equals(signature)]).toEqual([true, true])
    expect(world.sigstore.count('fulcio')).toBe(certificates)
  })

  it('write it anew with each release', async () => {
    await change('second')
    expect(resultsOf(await release())).toEqual(['app 1.0.1 released'])
    expect(await versions()).toEqual(['1.0.1', '1.0.0'])
    expect(isAbout(await read(INDEX_SIGNATURE), await read(INDEX))).toBe(true)
  })

  it('put in place what a run left that died behind the index, also where nothing is to be released', async () => {
    const signature = await read(INDEX_SIGNATURE)
    await writeFile(join(folder, pendingName(await read(INDEX))), signature)
    await writeFile(join(folder, INDEX_SIGNATURE), '{"of":"older bytes"}')
    expect(resultsOf(await release())).toEqual(['app 1.0.1 unchanged'])
    expect((await read(INDEX_SIGNATURE)).equals(signature)).toBe(true)
    await expect(read(pendingName(await read(INDEX)))).rejects.toThrow('ENOENT')
  })

  it('are refused where somebody wrote the index without signing it', async () => {
    const index = await read(INDEX)
    await writeFile(join(folder, INDEX), `${index}# by hand\n`)
    const run = await expectRefused('third', 'INDEX_SIGNATURE_INVALID')
    expect(run.summary).toContain(`rm ${join(folder, INDEX_SIGNATURE)}`)
    await writeFile(join(folder, INDEX), index)
  })

  it('are refused without the setting, which would leave a signature that does not fit', async () => {
    const run = await expectRefused('fourth', 'INDEX_SIGNED', { 'sign-index': 'false' })
    expect(run.summary).toContain('sign-index: true')
  })

  it('are told once where no token is given out', async () => {
    await change('fifth')
    const inputs = { targets: `dir:${folder}`, 'sign-index': 'true' }
    const env = { ACTIONS_ID_TOKEN_REQUEST_URL: undefined, ACTIONS_ID_TOKEN_REQUEST_TOKEN: undefined }
    expect(errorsOf(await world.release({ inputs, env }))).toEqual(['OIDC_UNAVAILABLE'])
  })

  it('adopt an index whose signature was taken away, and say so', async () => {
    await rm(join(folder, INDEX_SIGNATURE))
    await change('sixth')
    const run = await release()
    expect(resultsOf(run)).toEqual(['app 1.0.2 released'])
    expect(run.annotations.map(({ message }) => message)).toContainEqual(expect.stringContaining('had no signature'))
    expect(isAbout(await read(INDEX_SIGNATURE), await read(INDEX))).toBe(true)
  })
})

describe('an unsigned chart in a signed index', () => {
  const unsigned = { '.github/release-charts.yaml': 'charts:\n  app:\n    sign: none\n' }

  it('has no signature of its own, and the index that lists it has one', async () => {
    await world.repository.commit('ci: app is not signed', { ...unsigned, ...aChart('app', '7.0.0', 'unsigned') })
    const run = await release()
    expect(resultsOf(run)).toEqual(['app 7.0.0 released'])
    expect(isAbout(await read(INDEX_SIGNATURE), await read(INDEX))).toBe(true)
    expect((await readdir(folder)).filter((name) => name.startsWith('app-7.0.0'))).toEqual(['app-7.0.0.tgz'])
  })

  it('is left alone by the next run', async () => {
    expect(resultsOf(await release())).toEqual(['app 7.0.0 unchanged'])
  })

  it('is not released without the right to sign the index', async () => {
    await world.repository.commit('fix: app', aChart('app', '7.0.0', 'more'))
    const env = { ACTIONS_ID_TOKEN_REQUEST_URL: undefined, ACTIONS_ID_TOKEN_REQUEST_TOKEN: undefined }
    const run = await world.release({ inputs: { targets: `dir:${folder}`, 'sign-index': 'true' }, env })
    expect(errorsOf(run)).toEqual(['OIDC_UNAVAILABLE'])
  })
})
