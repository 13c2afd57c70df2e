import type { FetchDependency } from '../../chart/dependencies/fetch-dependency.ts'
import type { ChartSource } from '../../chart/source/source.ts'
import { memoizeAsync } from '../../model/async/memoize.ts'
import { chartSettings } from '../../plan/plan.ts'
import { lintRuleOf } from '../../plan/scope/lint-rule.ts'
import type { Relaying } from '../handover/relay.ts'
import type { Run, Uses } from '../run.ts'

/** What all packaging of a run works with. Archives that were built stay in it, so that packaging again builds only what is new. */
export function createBuildContext(
  run: Pick<Run, 'settings'> & Uses<'helm' | 'warn', 'git' | 'files'>,
  fetch: FetchDependency,
  { take }: Pick<Relaying, 'take'> = {},
): Run['buildContext'] {
  const { settings, warn } = run
  const { git, files } = run.platform
  const foreign = {
    ...{ git, fetch, dependencies: settings.dependencies },
    settingsOf: (chart: ChartSource) => chartSettings(chart, settings),
  }
  return memoizeAsync(async () => ({
    ...foreign,
    lintRuleOf: (chart) => lintRuleOf(chart, settings),
    files,
    helm: await run.helm(),
    warn,
    built: new Map(),
    resolved: new WeakMap(),
    ...(take && { handedOver: (request) => take(request, foreign) }),
  }))
}
