import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { crashesOf, differences, killAndRepair, runUndisturbed, type Undisturbed } from '../crash/matrix.ts'
import { aScene, openWorld, type Scene } from '../crash/scene.ts'
import { type BundledEntry, bundledEntry } from '../support/run/bundled-entry.ts'

// `npm run crash` kills at every moment; here are those after which most is half done.
const MOMENTS = [
  ['after', /^git push refs\/heads\/main$/],
  ['after', /^PUT second.*\/web\/manifests\/sha256-….sig$/],
  ['after', /^git push refs\/release-charts\/unfinished\//],
  ['after', /^PUT first.*\/lib\/manifests\/0\.3\.1$/],
  ['after', /^PUT second.*\/db\/manifests\/2\.1\.0$/],
  ['before', /^PATCH .*releases\/… github$/],
] as const

let entry: BundledEntry
let scene: Scene
let undisturbed: Undisturbed

beforeAll(async () => {
  entry = await bundledEntry('__tests__/support/entries/crash-entry.ts')
  scene = await aScene(entry.file)
  undisturbed = await runUndisturbed(scene)
})
afterAll(async () => {
  await scene[Symbol.asyncDispose]()
  await entry[Symbol.asyncDispose]()
})

describe('a release that nothing stops', () => {
  it('tells its journal of everything that others see, and shows no version before it is signed', () => {
    expect(undisturbed.problems).toEqual([])
    expect(undisturbed.unsigned).toEqual([])
    expect(undisturbed.effects.length).toBeGreaterThan(80)
    expect(Object.keys(undisturbed.state.versions)).toHaveLength(12)
  })
})

describe('a release that is killed', () => {
  it.each(MOMENTS)('%s %s, is finished by the next run', async (moment, pattern) => {
    const crash = crashesOf(undisturbed.effects).find(
      (one) => one.moment === moment && pattern.test(one.effect) && one.time === 1,
    )
    if (!crash) throw new Error(`there is no effect ${pattern}`)
    const killed = await killAndRepair(scene, undisturbed.state, crash)
    expect(killed.problems).toEqual([])
    expect(killed.unsigned).toEqual([])
    expect(killed.moments).toBeGreaterThan(0)
  })
})

describe('what watches the crash tests', () => {
  it('sees a version that is visible before its signatures are there', async () => {
    const { world, watches } = await openWorld(scene)
    await using _ = world
    const { registry } = world
    const published = registry.manifest('acme/charts/db', '2.0.0')
    const changed = JSON.stringify({ ...JSON.parse(`${published?.bytes}`), annotations: {} })
    const url = `${registry.url}/v2/acme/charts/db/manifests/9.9.9`
    const headers = { 'content-type': 'application/vnd.oci.image.manifest.v1+json' }
    const response = await fetch(url, { method: 'PUT', headers, body: changed })
    expect(response.status).toBe(201)
    const seen = await Promise.all(watches.map((watch) => watch.unsigned()))
    expect(seen).toEqual([['acme/charts/db:9.9.9 was visible without legacy and bundle and provenance'], []])
  })

  it('names where two end states differ', () => {
    expect(differences({ a: { b: 1 }, c: [2] }, { a: { b: 3 }, c: [2], d: 4 })).toEqual([
      'a › b: 1 was expected, found is 3',
      'd: undefined was expected, found is 4',
    ])
  })
})
