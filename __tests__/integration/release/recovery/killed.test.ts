import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { isSigned, publishedVersion, resultsOf, versionsOf } from '../../../support/charts/published.ts'
import { threeCharts } from '../../../support/charts/three-charts.ts'
import { git } from '../../../support/git/repository.ts'
import type { SeenRequest } from '../../../support/registry/registry.ts'
import { aWorld, type World } from '../../../support/run/world.ts'

const labels = 'charts/lib/templates/_labels.tpl'
/** Tags that were written while a signature was missing. */
const unsigned: string[] = []
let world: World

beforeAll(async () => {
  const onTag = (repository: string, tag: string, digest: string) => {
    if (!tag.endsWith('.sig') && !isSigned(world.registry, repository, digest)) unsigned.push(`${repository}:${tag}`)
  }
  world = await aWorld({ files: threeCharts, registry: { onTag }, run: { entry: 'source' } })
})
afterAll(async () => {
  await world[Symbol.asyncDispose]()
})

interface Moment {
  readonly at: (request: SeenRequest) => boolean
  /** Which of those requests, from 1. */
  readonly time?: number
  /** Whether the registry still does what it was asked for. */
  readonly applied?: boolean
}

/** Runs the action and kills it from outside, at a request. */
async function killedAt({ at, time = 1, applied = false }: Moment): Promise<void> {
  const killer = new AbortController()
  let seen = 0
  world.registry.disturb((request) => {
    if (killer.signal.aborted) return { reset: true }
    if (!at(request)) return undefined
    seen += 1
    if (seen < time) return undefined
    killer.abort()
    return { reset: true, ...(applied && { applied }) }
  })
  const run = await world.release({ signal: killer.signal })
  world.registry.disturb(undefined)
  expect(run.exitCode).toBeNull()
}

const isPut = (what: RegExp) => (request: SeenRequest) => request.method === 'PUT' && what.test(request.path)
const versionTag = isPut(/\/manifests\/\d/)
const moments: Readonly<Record<string, Moment>> = {
  'the first upload': { at: isPut(/\/blobs\/uploads\//) },
  'the third upload, which got through': { at: isPut(/\/blobs\/uploads\//), time: 3, applied: true },
  'the first manifest': { at: isPut(/\/manifests\/sha256:/) },
  'the first signature': { at: isPut(/\.sig$/) },
  'a bundle that got through': { at: isPut(/\/manifests\/sha256:/), time: 3, applied: true },
  'the first version, which stays invisible': { at: versionTag },
  'the first version, which is visible': { at: versionTag, applied: true },
}

describe('a first release that was killed', () => {
  it('ends as one that was not, to the byte', async () => {
    await killedAt({ at: versionTag, time: 2, applied: true })
    const run = await world.release()
    expect(run.exitCode).toBe(0)
    await using undisturbed = await aWorld({ files: threeCharts, run: { entry: 'source' } })
    await undisturbed.release()
    for (const [name, version] of [
      ['db', '2.0.0'],
      ['lib', '0.3.0'],
      ['web', '1.4.2'],
    ] as const) {
      const [ours, theirs] = [world, undisturbed].map(({ registry }) => publishedVersion(registry, name, version))
      expect(ours?.digest).toMatch(/^sha256:/)
      expect({ ...ours, digest: '' }).toEqual({ ...theirs, digest: '' })
      expect(ours?.digest).toBe(theirs?.digest)
    }
    expect(await world.repository.remoteTags()).toEqual(await undisturbed.repository.remoteTags())
  })
})

describe('a run with a bump', () => {
  let round = 0

  it.each(Object.entries(moments))('that was killed at %s is finished by the next', async (_, moment) => {
    round += 1
    const [lib, web] = [`0.3.${round}`, `1.4.${2 + round}`]
    const changed = await world.repository.commit('fix: lib', {
      [labels]: `${threeCharts[labels]}# ${round}\n`,
    })
    await killedAt(moment)
    const shown = versionsOf(world.registry, 'lib').length + versionsOf(world.registry, 'web').length
    expect(shown).toBe(2 * round + (moment.at === versionTag && moment.applied ? 1 : 0))

    const run = await world.release()
    expect(run.exitCode).toBe(0)
    expect(resultsOf(run)).toEqual(['db 2.0.0 unchanged', expect.stringMatching(`lib ${lib}`), `web ${web} released`])
    // One bump, on top of the change.
    expect(await git(world.repository.origin, ['rev-parse', 'main^'])).toBe(changed)
    const bump = await world.repository.remote()
    for (const [name, version] of [
      ['lib', lib],
      ['web', web],
    ] as const) {
      const published = publishedVersion(world.registry, name, version)
      expect(published?.annotations['org.opencontainers.image.revision']).toBe(bump)
      expect(published?.signed).toBe(true)
      expect(await world.repository.remote(`refs/tags/${name}-${version}`)).toBe(bump)
      expect(versionsOf(world.registry, name)).toHaveLength(1 + round)
    }
  })

  it('leaves nothing to do in the end', async () => {
    expect(resultsOf(await world.release()).every((result) => result.endsWith('unchanged'))).toBe(true)
  })

  it('never showed a version without both signatures', () => {
    expect(unsigned).toEqual([])
  })
})
