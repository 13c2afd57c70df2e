// What a release goes through at one registry, in order.
import { errorsOf, resultsOf } from '../../support/charts/published.ts'
import type { WorkflowRun } from '../../support/run/workflow.ts'
import { type Cell, cell, type Where } from '../cells.ts'
import { predicates } from '../exhibits/forms.ts'
import { formsThere } from '../exhibits/registry-exhibits.ts'
import { mustSucceed, type Publisher, type Release } from '../release.ts'
import { deleteManifest, digestOf, type Repository, readManifest, writeManifest } from './oci.ts'
import { bundlesOf, fallbackTag } from './referrers.ts'
import type { RegistryPlace } from './registry.ts'
import type { Registry } from './requests.ts'

type Refusal = NonNullable<RegistryPlace['refusal']>

interface Step {
  readonly check: string
  readonly run: () => Promise<void>
}

/** Publishes; nothing else can be asked if one of these fails. */
export function publishingSteps(publisher: Publisher): readonly Step[] {
  const expect = async (results: readonly string[]) => expectResults(await publisher.run(), results)
  return [
    {
      check: 'publishes and signs three charts',
      run: () => expect(['app 1.2.3 released', 'common 0.3.0 released', 'meta 0.1.0+build.7 released']),
    },
    {
      check: 'is idle when nothing changed',
      run: () => expect(['app 1.2.3 unchanged', 'common 0.3.0 unchanged', 'meta 0.1.0+build.7 unchanged']),
    },
    {
      check: 'releases a change of one chart',
      async run() {
        await publisher.change()
        await expect(['app 1.2.4 released', 'common 0.3.0 unchanged', 'meta 0.1.0+build.7 unchanged'])
      },
    },
  ]
}

/** The only step where nothing can be released. */
export function refusalStep(registry: Registry, publisher: Publisher, refusal: Refusal): Step {
  return {
    check: `refuses to release, before anything is visible: ${refusal.why}`,
    async run() {
      const ended = await publisher.run()
      const codes = errorsOf(ended)
      if (ended.exitCode === 0 || !codes.includes(refusal.code)) {
        throw new Error(`the run ended with ${ended.exitCode} and ${codes.join(', ') || 'no error'}`)
      }
      for (const [name, version] of [
        ['app', '1.2.3'],
        ['common', '0.3.0'],
        ['meta', '0.1.0_build.7'],
      ] as const)
        if (await readManifest({ ...registry, name: `charts/${name}` }, version)) throw new Error(`${name} is visible`)
    },
  }
}

/** Damages what was published and has the action look at it. */
export function recoverySteps(registry: Registry, publisher: Publisher, { app, before }: Release): readonly Step[] {
  const place: Repository = { ...registry, name: app.repository }
  const legacy = () => deleteManifest(place, `${fallbackTag(app.digest)}.sig`)
  const bundle = async () => {
    for (const { descriptor, predicate } of await bundlesOf(place, app.digest))
      if (predicate === predicates.signature) await deleteManifest(place, descriptor.digest)
  }
  const restores = (check: string, ...losses: readonly (() => Promise<void>)[]): Step => ({
    check,
    async run() {
      for (const lose of losses) await lose()
      await expectRestored(place, app.digest, await publisher.run())
    },
  })
  return [
    restores('restores a lost .sig', legacy),
    restores('restores a lost bundle', bundle),
    restores('restores both', legacy, bundle),
    {
      check: 'refuses and never signs other content under a tag of ours',
      async run() {
        const planted = await plant(place, { tag: app.version, content: before.digest })
        await expectRefused(place, planted, await publisher.run())
      },
    },
  ]
}

/** Runs steps until one fails. */
export async function runSteps(where: Where, steps: readonly Step[]): Promise<readonly Cell[]> {
  const cells: Cell[] = []
  for (const { check, run } of steps) {
    const failed = cells.some(({ outcome }) => outcome !== 'passed')
    if (failed) cells.push({ ...where, check, outcome: 'skipped', detail: 'a step before it failed' })
    else cells.push(await cell(where, check, run))
  }
  return cells
}

function expectResults(run: WorkflowRun, wanted: readonly string[]): void {
  mustSucceed(run)
  const found = resultsOf(run).toSorted().join(', ')
  if (found !== wanted.join(', ')) throw new Error(`the run said ${found}, not ${wanted.join(', ')}`)
}

async function expectRestored(place: Repository, digest: string, run: WorkflowRun): Promise<void> {
  expectResults(run, ['app 1.2.4 completed', 'common 0.3.0 unchanged', 'meta 0.1.0+build.7 unchanged'])
  const wanted = ['the .sig', 'the bundle'] as const
  const found = await formsThere({ repository: place, digest }, wanted)
  if (found.length !== wanted.length) throw new Error(`the chart has ${found.join(' and ') || 'no signature'} after it`)
}

/** Has a tag lead to what another version contains, with the annotations that tell what its own did. Returns its digest. */
async function plant(place: Repository, { tag, content }: { readonly tag: string; readonly content: string }) {
  const [own, other] = await Promise.all([readManifest(place, tag), readManifest(place, content)])
  if (!own || !other) throw new Error(`${place.name} lacks ${tag} or ${content}`)
  const { config, layers } = JSON.parse(other.bytes.toString())
  const bytes = Buffer.from(JSON.stringify({ ...JSON.parse(own.bytes.toString()), config, layers }))
  await writeManifest(place, tag, { mediaType: own.mediaType, bytes })
  return digestOf(bytes)
}

async function expectRefused(place: Repository, planted: string, run: WorkflowRun): Promise<void> {
  const codes = errorsOf(run)
  if (run.exitCode === 0) throw new Error(`the run said ${resultsOf(run).join(', ')}`)
  if (!codes.includes('PUBLISHED_CONTENT_DIFFERS')) throw new Error(`the run failed with ${codes.join(', ')}`)
  const signed = await formsThere({ repository: place, digest: planted }, ['the .sig', 'the bundle'])
  if (signed.length > 0) throw new Error(`it has ${signed.join(' and ')} now`)
}
