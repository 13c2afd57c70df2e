import type { FetchDependency } from '../../chart/dependencies/fetch-dependency.ts'
import { memoizeAsync } from '../../model/async/memoize.ts'
import { chartSettings } from '../../plan/plan.ts'
import type { Run, Uses } from '../run.ts'

/** What all packaging of a run works with. Archives that were built stay in it, so that packaging again builds only what is new. */
export function createBuildContext(
  run: Pick<Run, 'settings'> & Uses<'helm' | 'warn', 'git' | 'files'>,
  fetch: FetchDependency,
): Run['buildContext'] {
  const { settings, warn } = run
  const { git, files } = run.platform
  return memoizeAsync(async () => ({
    git,
    files,
    helm: await run.helm(),
    fetch,
    warn,
    dependencies: settings.dependencies,
    built: new Map(),
    resolved: new WeakMap(),
    settingsOf: (chart) => chartSettings(chart, settings),
  }))
}
