import { tagOf } from '../../model/git/tag-template.ts'
import type { ChartDecision } from '../../plan/decision/decision.ts'
import { settingsOf } from '../../plan/plan.ts'
import type { Settings } from '../../settings.ts'

/** The git tag of a decided version, if its chart gets tags. */
export function tagsIn(
  settings: Pick<Settings, 'tagTemplate' | 'perChart'>,
): (decision: ChartDecision) => readonly string[] {
  return ({ chart, version }) => {
    const tag = tagOf(settingsOf(chart, settings).tagTemplate, { name: chart.manifest.name, version })
    return tag === undefined ? [] : [tag]
  }
}
