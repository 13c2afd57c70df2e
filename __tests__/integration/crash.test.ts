import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { killCreation } from '../crash/ecr.ts'
import { crashesOf, differences, killAndRepair, runUndisturbed, type Undisturbed } from '../crash/matrix.ts'
import { aScene, EACH_ITS_OWN, openWorld, type Scene } from '../crash/scene.ts'
import { ways } from '../crash/ways.ts'
import { type BundledEntry, bundledEntry } from '../support/run/bundled-entry.ts'

// `npm run crash` kills at every moment; here are those after which most is half done.
const MOMENTS = [
  ['after', /^git push refs\/heads\/main$/],
  ['after', /^PUT second.*\/web\/manifests\/sha256-….sig$/],
  ['after', /^git push refs\/release-charts\/unfinished\//],
  ['after', /^PUT first.*\/lib\/manifests\/0\.3\.1$/],
  ['after', /^PUT second.*\/db\/manifests\/2\.1\.0$/],
  ['before', /^PATCH releases\/\{release_id\} github$/],
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

describe('a release of charts with settings of their own', () => {
  let own: Scene
  let whole: Undisturbed

  beforeAll(async () => {
    own = await aScene(entry.file, EACH_ITS_OWN)
    whole = await runUndisturbed(own)
  })
  afterAll(async () => {
    await own[Symbol.asyncDispose]()
  })

  it('has each chart where it goes, under its own tag', () => {
    expect([...whole.problems, ...whole.unsigned]).toEqual([])
    const names = [...Object.keys(whole.state.versions), ...Object.keys(whole.state.pages)]
    expect(names.filter((name) => name.includes('db'))).toEqual([
      ...['db-2.1.0', 'db-2.0.0', 'db-2.0.0.tgz', 'db-2.1.0.tgz'],
    ])
    expect(Object.keys(whole.state.tags)).toEqual([
      ...['lib-0.3.0', 'lib-0.3.1', 'v2.0.0', 'v2.1.0', 'web-chart_v1.4.2', 'web-chart_v1.4.3'],
    ])
  })

  it.each([/^git push .*refs\/tags\/web-chart_v1\.4\.3/, /^git push .*refs\/heads\/gh-pages/])(
    'is finished by the next run if it was killed after %s',
    async (pattern) => {
      const crash = crashesOf(whole.effects).find(({ moment, effect }) => moment === 'after' && pattern.test(effect))
      if (!crash) throw new Error(`there is no effect ${pattern} among ${whole.effects.join('\n')}`)
      const killed = await killAndRepair(own, whole.state, crash)
      expect([...killed.problems, ...killed.unsigned]).toEqual([])
    },
  )
})

describe('a release that is killed, and made again in another way', () => {
  const moments = [
    ['after', /^git push refs\/heads\/main$/],
    ['after', /^PUT first.*\/lib\/manifests\/0\.3\.1$/],
  ] as const

  it.each(ways.slice(1).flatMap((way) => moments.map((moment) => [way.name, way, ...moment] as const)))(
    '%s, is finished (%#)',
    async (_name, way, moment, pattern) => {
      // It does what one job does, but for what it is told by the first, so that the moments are the same.
      const effect = undisturbed.effects.find((one) => pattern.test(one)) ?? ''
      const killed = await killAndRepair(scene, undisturbed.state, { moment, effect, time: 1 }, way)
      expect(killed.problems).toEqual([])
      expect(killed.unsigned).toEqual([])
      expect(killed.moments).toBeGreaterThan(0)
    },
  )
})

describe('a run that is killed as it creates a repository in ECR', () => {
  it('is finished by the next, with the repository as it was asked for', async () => {
    const place = { entry: entry.file, sigstore: scene.sigstore }
    const effect = 'POST api.ecr.eu-central-1.amazonaws.com/'
    const { problems, unsigned } = await killCreation(place, { moment: 'after', effect, time: 1 })
    expect([problems, unsigned]).toEqual([[], []])
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
