import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { crashesOf } from '../../crash/matrix.ts'
import { changesIn, isSigned, publishedVersion, resultsOf } from '../../support/charts/published.ts'
import { aChart } from '../../support/charts/three-charts.ts'
import { helmPush } from '../../support/helm/helm-push.ts'
import { type BundledEntry, bundledEntry } from '../../support/run/bundled-entry.ts'
import { aWorld, type World } from '../../support/run/world.ts'

/** More than an adoption has; each kill needs a version that nobody has adopted yet. */
const COUNT = 12
const nameOf = (index: number) => `kill-${String(index).padStart(2, '0')}`
const COUNTED = 'kill-xx'

let entry: BundledEntry
let world: World

beforeAll(async () => {
  entry = await bundledEntry('__tests__/support/entries/crash-entry.ts')
  const names = [COUNTED, ...Array.from({ length: COUNT }, (_, index) => nameOf(index))]
  world = await aWorld({ files: Object.assign({}, ...names.map((name) => aChart(name, '1.0.0'))) })
  for (const name of names) await helmPush(world, join(world.repository.folder, 'charts', name))
})
afterAll(async () => {
  await world[Symbol.asyncDispose]()
  await entry[Symbol.asyncDispose]()
})

function adopt(name: string, env: Readonly<Record<string, string>> = {}) {
  const hosts = JSON.stringify({ [world.registry.host]: 'registry' })
  return world.release({
    entry: entry.file,
    inputs: { charts: `charts/${name}`, adopt: 'true' },
    env: { CRASH_HOSTS: hosts, ...env },
  })
}

/** What others can see of an adoption: its manifests and tags. */
async function visibleEffects(): Promise<readonly string[]> {
  const log = join(world.repository.root, 'effects')
  expect(resultsOf(await adopt(COUNTED, { CRASH_LOG: log }))).toEqual([`${COUNTED} 1.0.0 completed`])
  return (await readFile(log, 'utf8')).trimEnd().split('\n')
}

it('leaves an adoption that the next run finishes, wherever the first one was killed', async () => {
  const crashes = crashesOf(await visibleEffects()).filter(
    ({ moment, effect }) => moment === 'after' && effect.includes('/manifests/'),
  )
  expect(crashes.length).toBeGreaterThan(2)
  expect(crashes.length).toBeLessThanOrEqual(COUNT)
  for (const [index, crash] of crashes.entries()) {
    const name = nameOf(index)
    const digest = publishedVersion(world.registry, name, '1.0.0')?.digest ?? ''
    const at = { ...crash, effect: crash.effect.replaceAll(COUNTED, name) }
    expect([at.effect, (await adopt(name, { CRASH_AT: JSON.stringify(at) })).exitCode]).toEqual([at.effect, null])
    const next = await adopt(name)
    expect([at.effect, next.exitCode]).toEqual([at.effect, 0])
    expect(publishedVersion(world.registry, name, '1.0.0')?.digest).toBe(digest)
    expect([at.effect, isSigned(world.registry, `acme/charts/${name}`, digest)]).toEqual([at.effect, true])
    const from = world.registry.requests.length
    expect(resultsOf(await adopt(name))).toEqual([`${name} 1.0.0 unchanged`])
    expect(changesIn(world.registry, from)).toEqual([])
    // Without the record it would download the package, too: of all blobs only that of a signature is read.
    const { archiveDigest = '' } = publishedVersion(world.registry, name, '1.0.0') ?? {}
    const blobs = world.registry.requests.slice(from).filter(({ path }) => path.includes('/blobs/'))
    expect(blobs).toHaveLength(1)
    expect(blobs.filter(({ path }) => path.endsWith(archiveDigest))).toEqual([])
  }
})
