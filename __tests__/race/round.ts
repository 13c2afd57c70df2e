import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createJudge, watchSignatures } from '../support/run/signature-watch.ts'
import type { RunOptions, WorkflowRun } from '../support/run/workflow.ts'
import { aWorld, type World } from '../support/run/world.ts'
import { buildPart, releasePart } from '../support/scenes/two-parts.ts'
import type { Sigstore } from '../support/sigstore/sigstore.ts'
import { openBarrier } from './barrier.ts'
import { badLoser, type Problems, problemsAfter } from './checks.ts'
import { aLine, type Constellation, type Entrant, firstFiles } from './constellations.ts'
import { reportOf } from './report.ts'

/** Where runs wait for each other: before git is changed, before versions are claimed, before they become visible. */
const GATES = ['^git push refs/heads/', '^git push refs/tags/', '/manifests/v?\\d']

/** Eight runs at once on a machine that may have other things to do. */
const TIMEOUT_MS = 15 * 60_000

export interface Round extends Problems {
  /** What was seen of a conflict, e.g. `rejected push`. */
  readonly conflicts: readonly string[]
  /** The most runs that waited at one gate together. */
  readonly together: number
  readonly runs: readonly WorkflowRun[]
}

/** One cell of the matrix: rounds on one repository and registry, each ended by a quiet run. */
export interface Arena extends AsyncDisposable {
  round(number: number): Promise<Round>
}

export interface ArenaOptions {
  readonly constellation: Constellation
  /** Processes at once. */
  readonly count: number
  readonly entry: string
  readonly sigstore: Sigstore
}

export async function openArena({ constellation, count, entry, sigstore }: ArenaOptions): Promise<Arena> {
  const written = new Map<string, string[]>()
  const watch = watchSignatures(createJudge(sigstore))
  const onTag = (repository: string, tag: string, digest: string) => {
    watch.onTag(repository, tag, digest)
    if (tag.startsWith('sha256-')) return
    const version = `${repository}:${tag}`
    written.set(version, [...(written.get(version) ?? []), digest])
  }
  const registry = { onTag, onRequest: watch.onRequest }
  const run = { entry, inputs: constellation.inputs, timeoutMs: TIMEOUT_MS }
  const world = await aWorld({ files: { ...firstFiles, ...constellation.files }, sigstore, registry, run })
  watch.watch(world.registry)
  await world.release()
  const line = aLine(world.repository)
  const seen = new Set<string>()

  async function round(number: number): Promise<Round> {
    const entrants = await constellation.prepare(line, number, count)
    const before = rewrites(written)
    const { runs, rejected, together } = await runTogether(
      world,
      entrants,
      Math.ceil(number / 2) % 2 === 1 ? 'together' : 'in turn',
    )
    const rewritten = Array.from({ length: rewrites(written) - before }, () => 'tag written again')
    const quiet = await world.release()
    const losers = (await Promise.all(runs.map(badLoser))).flat()
    const conflicts = [...rejected, ...rewritten, ...(await Promise.all(runs.map(told))).flat()]
    const isMeant = (what: string) => constellation.unsigned?.some((chart) => what.startsWith(`acme/charts/${chart}:`))
    const unsigned = (await watch.unsigned()).filter((what) => !isMeant(what))
    return {
      runs: [...runs, quiet],
      conflicts,
      together,
      losers,
      ...(await problemsAfter(world, line, written, seen, constellation)),
      others: [
        ...unsigned,
        ...(quiet.exitCode === 0 ? [] : ['the quiet run failed']),
        ...(together < 2 ? ['no two runs met at a gate'] : []),
        ...(conflicts.length === 0 ? ['no conflict was seen'] : []),
      ],
    }
  }

  return { round, [Symbol.asyncDispose]: () => world[Symbol.asyncDispose]() }
}

/** How often a version's tag was written after its first time. */
function rewrites(written: ReadonlyMap<string, readonly string[]>): number {
  return [...written.values()].reduce((sum, { length }) => sum + length - 1, 0)
}

async function runTogether(world: World, entrants: readonly Entrant[], pace: 'together' | 'in turn') {
  const names = entrants.map((_, index) => `${index}`)
  await using barrier = await openBarrier(names, pace)
  const log = join(world.repository.root, 'refused')
  await writeFile(log, '')
  const gates = JSON.stringify(GATES)
  const runs = await Promise.all(
    entrants.map(async (entrant, index) => {
      const name = names[index] ?? ''
      const env = { RACE_URL: barrier.url, RACE_RUN: name, RACE_GATES: gates, RACE_LOG: log }
      return enter(world, entrant, env).finally(() => barrier.leave(name))
    }),
  )
  const refused = (await readFile(log, 'utf8')).split('\n').filter((line) => line !== '')
  const rejected = refused.map(kindOf)
  return { runs, rejected, together: Math.max(0, ...barrier.met.values()) }
}

async function enter(
  world: World,
  { isInParts, ...options }: Entrant,
  env: NonNullable<RunOptions['env']>,
): Promise<WorkflowRun> {
  if (!isInParts) return world.release({ ...options, env })
  const built = await buildPart(world, options)
  return built.digest === '' ? built.run : releasePart(world, built, { ...options, env })
}

function kindOf(refused: string): string {
  if (refused.startsWith('push refs/heads/')) return 'rejected push'
  return refused.startsWith('push ') ? 'rejected claim' : 'rejected tag'
}

/** Conflicts that a run tells of. */
async function told(run: WorkflowRun): Promise<readonly string[]> {
  const { reasons, problems, superseded } = await reportOf(run)
  return [
    ...(superseded ? ['superseded'] : []),
    ...problems.filter(({ kind }) => kind === 'conflict').map(({ code }) => code),
    ...reasons
      .filter((reason) => /the git tag of \S+ stands for other content/.test(reason))
      .map(() => 'tag found taken'),
  ]
}
