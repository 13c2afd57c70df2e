import type { BuildContext } from '../../chart/package/build.ts'
import { chartSettings } from '../../plan/plan.ts'
import type { Run } from '../run.ts'

/** What packaging works with; finds Helm at first use. */
export async function buildContext(run: Run): Promise<BuildContext> {
  const { git, files } = run.platform
  return {
    git,
    files,
    helm: await run.helm(),
    fetch: run.fetchDependency,
    warn: run.warn,
    dependencies: run.settings.dependencies,
    built: run.built,
    settingsOf: (chart) => chartSettings(chart, run.settings),
  }
}
