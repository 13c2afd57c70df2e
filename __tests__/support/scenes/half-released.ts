import { readFile } from 'node:fs/promises'
import { parse } from 'yaml'
import type { ChartOutcome } from '../../../src/model/report.ts'
import { versionsOf } from '../charts/published.ts'
import { git } from '../git/repository.ts'
import type { WorkflowRun } from '../run/workflow.ts'
import type { World } from '../run/world.ts'

/** Where a run writes down what it is about to promote. */
export const UNFINISHED = 'refs/release-charts/unfinished/'

/** `name version result` of every chart in the output, also where two versions of one chart are in it. */
export function everyResultOf(run: WorkflowRun): readonly string[] {
  const { charts } = JSON.parse(run.outputs.charts ?? '{"charts":[]}') as { charts: readonly ChartOutcome[] }
  return charts.map(({ name, version, result }) => `${name} ${version} ${result}`)
}

export async function recordsIn({ repository }: World): Promise<readonly string[]> {
  const names = await git(repository.origin, ['for-each-ref', '--format=%(refname)', UNFINISHED])
  return names === '' ? [] : names.split('\n')
}

interface Index {
  readonly entries?: Readonly<Record<string, readonly { readonly version: string; readonly digest: string }[]>>
}

/** Digests of a chart's archives by version, as an index.yaml lists them. */
export function digestsIn(index: string, name: string): Readonly<Record<string, string>> {
  const entries = (parse(index) as Index | null)?.entries?.[name] ?? []
  return Object.fromEntries(entries.map(({ version, digest }) => [version, `sha256:${digest}`]))
}

export async function inFolder(folder: string, name: string): Promise<Readonly<Record<string, string>>> {
  return digestsIn(await readFile(`${folder}/index.yaml`, 'utf8').catch(() => ''), name)
}

export async function onPages({ repository }: World, name: string): Promise<Readonly<Record<string, string>>> {
  const index = await repository.remoteFile('index.yaml', 'refs/heads/gh-pages').catch(() => '')
  return digestsIn(index, name)
}

export function inRegistry(world: World, name: string): readonly string[] {
  return [...versionsOf(world.registry, name)].sort()
}
