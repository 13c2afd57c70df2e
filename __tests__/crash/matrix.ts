import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import type { Crash } from '../support/entries/crash.ts'
import { effectName } from '../support/entries/effects.ts'
import { watchPushes } from '../support/git/watch.ts'
import type { TestRegistry } from '../support/registry/registry.ts'
import { notInJournal } from './coverage.ts'
import { type EndState, endStateOf, type Judged } from './end-state.ts'
import { type CrashWorld, openWorld, type Scene } from './scene.ts'
import { type Way, ways } from './ways.ts'

/** How the undisturbed run went. */
export interface Undisturbed extends Judged {
  /** Names of all effects, in their order. */
  readonly effects: readonly string[]
  readonly unsigned: readonly string[]
}

/** What became of one kill. */
export interface Killed {
  readonly crash: Crash
  /** Everything that is wrong; empty where the next run finished the work. */
  readonly problems: readonly string[]
  readonly unsigned: readonly string[]
  readonly moments: number
  readonly signatures: number
}

const TRIES = 3
const [WHOLE] = ways as readonly [Way, ...Way[]]

/** One run that nothing stops: the list of its effects, and where the others must arrive. */
export async function runUndisturbed(scene: Scene, way: Way = WHOLE): Promise<Undisturbed> {
  const opened = await openWorld(scene)
  await using world = opened.world
  const begun = await way.begin(world, scene)
  const log = join(world.repository.root, 'effects')
  const pushes = await watchPushes(world.repository)
  const logged = () => scene.sigstore.count('fulcio') + scene.sigstore.count('rekor')
  const before = logged()
  const run = await begun.run({ CRASH_LOG: log, CRASH_HOSTS: JSON.stringify(opened.hosts) })
  if (run.exitCode !== 0) throw new Error(`the undisturbed run failed:\n${run.stdout}${run.stderr}`)
  const effects = (await readFile(log, 'utf8')).trimEnd().split('\n')
  const judged = await endStateOf(scene, world)
  const requests = world.registries.flatMap((registry) => registry.requests)
  const tried = world.registries.reduce((sum, registry) => sum + uploadsTried(registry), 0)
  const pushed = (await pushes()).map((ref) => effectName(ref, opened.hosts))
  const hidden = notInJournal(effects, { requests, tried, logged: logged() - before, pushed, run })
  return { ...judged, problems: [...judged.problems, ...hidden], effects, unsigned: await unsignedIn(opened) }
}

function uploadsTried({ requests }: TestRegistry): number {
  return new Set(requests.filter(({ method }) => method === 'POST').map(({ path }) => path)).size
}

/** Every moment at which a run can be killed: before and after each of its effects. */
export function crashesOf(effects: readonly string[]): readonly Crash[] {
  const times = new Map<string, number>()
  return effects.flatMap((effect) => {
    const time = (times.get(effect) ?? 0) + 1
    times.set(effect, time)
    return [
      { moment: 'before', effect, time },
      { moment: 'after', effect, time },
    ] as const
  })
}

/** Kills a run there, runs once more, and compares with the undisturbed run. */
export async function killAndRepair(scene: Scene, expected: EndState, crash: Crash, way: Way = WHOLE): Promise<Killed> {
  for (let attempt = 1; ; attempt += 1) {
    const killed = await tryToKill(scene, expected, { crash, way })
    if (killed) return killed
    // Requests go side by side: where one chart's blob is there already for another, one effect can be missing.
    if (attempt === TRIES)
      return { crash, problems: ['this moment never came'], unsigned: [], moments: 0, signatures: 0 }
  }
}

async function tryToKill(
  scene: Scene,
  expected: EndState,
  { crash, way }: { readonly crash: Crash; readonly way: Way },
): Promise<Killed | undefined> {
  const opened = await openWorld(scene)
  await using world = opened.world
  const begun = await way.begin(world, scene)
  const died = await begun.run({ CRASH_AT: JSON.stringify(crash), CRASH_HOSTS: JSON.stringify(opened.hosts) })
  if (died.exitCode !== null) return undefined
  const repair = await begun.repair()
  const { state, problems, signatures } = await endStateOf(scene, world)
  const failed = repair.exitCode === 0 ? [] : [`the next run ended with ${repair.exitCode}:\n${repair.stdout}`]
  return {
    crash,
    problems: [...failed, ...problems, ...differences(expected, state)],
    unsigned: await unsignedIn(opened),
    moments: opened.watches.reduce((sum, { moments }) => sum + moments, 0),
    signatures,
  }
}

async function unsignedIn({ watches }: CrashWorld): Promise<readonly string[]> {
  return (await Promise.all(watches.map((watch) => watch.unsigned()))).flat()
}

/** Where two values differ, by path. */
export function differences(expected: unknown, found: unknown, at = ''): readonly string[] {
  if (isDeepStrictEqual(expected, found)) return []
  if (!isObject(expected) || !isObject(found))
    return [`${at}: ${JSON.stringify(expected)} was expected, found is ${JSON.stringify(found)}`]
  const keys = new Set([...Object.keys(expected), ...Object.keys(found)])
  return [...keys].flatMap((key) => differences(expected[key], found[key], at === '' ? key : `${at} › ${key}`))
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
