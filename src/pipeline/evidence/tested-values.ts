import type { ChartSide } from '../../bump/registry.ts'
import { readLintings } from '../../chart/lint/values-files.ts'
import type { ChartSource, Sources } from '../../chart/source/source.ts'
import { ReleaseError } from '../../model/errors.ts'
import type { LintRule } from '../../model/linting.ts'
import type { Baseline } from '../../plan/published/baseline.ts'
import type { Uses } from '../run.ts'

type Texts = ReadonlyMap<string, string>

interface Compared {
  readonly old: ChartSide
  readonly now: ChartSide
  readonly since: Baseline
}

/**
 * The values files that a chart is linted with, now and at its release, and that not both packages hold, as where
 * .helmignore keeps `ci/` out; with what they said at the release. A chart that does not render with its defaults shows
 * what changed only with these. A file that is new says nothing: the old chart may not know its values.
 */
export async function testedValues(
  run: Uses<'history' | 'buildContext', 'git'>,
  sources: Sources,
  chart: ChartSource,
  { old, now, since }: Compared,
): Promise<Texts> {
  const { lintRuleOf } = await run.buildContext()
  const rule = lintRuleOf?.(chart) ?? { mode: 'on' }
  const isPackaged = (path: string) => old.files.has(path) && now.files.has(path)
  const texts = await textsAt(run, { sources, chart, rule })
  if (since.commit === undefined || [...texts.keys()].every(isPackaged)) return new Map()
  const before = await run.history.chartAt({ path: chart.path, name: chart.manifest.name }, since.commit)
  const earlier = before ? await textsAt(run, { ...before, rule }) : new Map<string, string>()
  return new Map([...earlier].filter(([path]) => texts.has(path) && !isPackaged(path)))
}

interface At {
  readonly sources: Sources
  readonly chart: ChartSource
  readonly rule: LintRule
}

async function textsAt({ platform: { git } }: Uses<never, 'git'>, { sources, chart, rule }: At): Promise<Texts> {
  const { path, manifest } = chart
  const one = { name: manifest.name, path, tree: sources.tree, rule }
  const linting = (await readLintings([one], git)).get(path)
  if (linting === undefined || linting instanceof ReleaseError) return new Map()
  return new Map(
    linting.values.flatMap(({ path: file, content }) => (content ? [[file, Buffer.from(content).toString()]] : [])),
  )
}
