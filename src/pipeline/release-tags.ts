import type { ChartRef } from '../model/chart.ts'
import { tagOf } from '../model/git/tag-template.ts'
import { type NamedChart, settingsOf } from '../plan/plan.ts'
import type { Settings } from '../settings.ts'

/** Git tags of releases for those who know a chart by its name alone, such as a target. */
export interface ReleaseTags {
  /** `undefined` if the chart gets no tags. */
  tagOf(ref: ChartRef): string | undefined
  /** Tells the folders of charts, which settings may go by; the last word counts. */
  know(charts: readonly NamedChart[]): void
  /** The same for charts that the branch may not have any more: what it has counts. */
  remember(charts: readonly NamedChart[]): void
}

export function createReleaseTags(settings: Pick<Settings, 'tagTemplate' | 'perChart'>): ReleaseTags {
  const folders = new Map<string, string>()
  return {
    tagOf: (ref) => {
      const chart = { name: ref.name, path: folders.get(ref.name) ?? '' }
      return tagOf(settingsOf(chart, settings).tagTemplate, ref)
    },
    know(charts) {
      for (const { name, path } of charts) folders.set(name, path)
    },
    remember(charts) {
      for (const { name, path } of charts) if (!folders.has(name)) folders.set(name, path)
    },
  }
}
