import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import { errorsOf, publishedVersion, resultsOf, versionsOf } from '../../support/charts/published.ts'
import { aChart, aTemplate, db } from '../../support/charts/three-charts.ts'
import type { SeenRequest, TestRegistry } from '../../support/registry/registry.ts'
import { aWorld, type World } from '../../support/run/world.ts'

let world: World
let first: TestRegistry
let second: TestRegistry
let patch = 0

beforeAll(async () => {
  world = await aWorld({ files: aChart('db', '2.0.0'), others: [{}], run: { entry: 'source' } })
  const [one, two] = world.registries
  if (!one || !two) throw new Error('two registries are needed')
  first = one
  second = two
  await world.release()
})
afterEach(() => second.disturb(undefined))
afterAll(async () => {
  await world[Symbol.asyncDispose]()
})

const isUpload = ({ method, path }: SeenRequest) => method === 'PUT' && path.includes('/blobs/uploads/')
const isManifest = ({ method, path }: SeenRequest) => method === 'PUT' && path.includes('/manifests/sha256:')
const isSignature = ({ method, path }: SeenRequest) => method === 'PUT' && path.endsWith('.sig')
/** Nothing reads blobs before what was stored and signed is read back. */
const isReadBack = ({ method, path }: SeenRequest) => method === 'GET' && path.includes('/blobs/sha256:')

/** From the first such request on the connection to the second registry breaks. */
function breakAt(isMoment: (request: SeenRequest) => boolean, applied: boolean) {
  let isDown = false
  second.disturb((request) => {
    const isNow = isMoment(request)
    const was = isDown
    isDown ||= isNow
    if (isNow && !was && applied) return undefined
    return isDown ? { reset: true } : undefined
  })
}

describe('one target of two that goes away', () => {
  it.each([
    ['with the first upload', isUpload, false],
    ['before the chart is stored', isManifest, false],
    ['when the chart is stored', isManifest, true],
    ['before it is signed', isSignature, false],
    ['when it is signed', isSignature, true],
    ['when it is read back', isReadBack, false],
  ] as const)(
    '%s: the other shows nothing either, and the next run gives both the same bytes',
    async (_, isMoment, applied) => {
      patch += 1
      await world.repository.commit('fix: db', { [db]: aTemplate(`number ${patch}`) })
      const versions = versionsOf(first, 'db')
      const tags = await world.repository.remoteTags()
      breakAt(isMoment, applied)
      const run = await world.release()
      expect(run.exitCode).toBe(1)
      expect(errorsOf(run)).toEqual(['REMOTE_UNREACHABLE'])
      expect([versionsOf(first, 'db'), versionsOf(second, 'db')]).toEqual([versions, versions])
      expect(await world.repository.remoteTags()).toEqual(tags)
      second.disturb(undefined)
      expect(resultsOf(await world.release())).toEqual([`db 2.0.${patch} released`])
      const [one, two] = [first, second].map((registry) => publishedVersion(registry, 'db', `2.0.${patch}`))
      expect([one?.signed, two?.signed]).toEqual([true, true])
      expect(two?.digest).toBe(one?.digest)
      // What the first target had stored by then was not made again.
      const charts = [...(first.content().get('acme/charts/db')?.manifests.values() ?? [])].filter(({ bytes }) =>
        bytes.includes('application/vnd.cncf.helm.config.v1+json'),
      )
      expect(charts).toHaveLength(patch + 1)
    },
  )
})
