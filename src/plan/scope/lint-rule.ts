import type { ChartSource } from '../../chart/source/source.ts'
import type { LintRule } from '../../model/linting.ts'
import type { PlannedLint } from '../../model/plan.ts'
import { someOf } from '../../model/text.ts'
import type { Settings } from '../../settings.ts'
import { chartSettings } from './chart-settings.ts'

type LintSettings = Pick<Settings, 'perChart' | 'lint' | 'lintValues' | 'lintValuesAt' | 'kubeVersion'>

const NAMED = 5

/** How a chart is linted: what is said for it goes before what is said for the run. */
export function lintRuleOf(chart: ChartSource, settings: LintSettings): LintRule {
  const own = chartSettings(chart, settings)
  const kubeVersion = own.kubeVersion ?? settings.kubeVersion
  const isOwn = own.lintValues !== undefined
  const { lintValues: values, lintValuesAt: valuesAt } = isOwn ? own : settings
  return {
    mode: own.lint ?? settings.lint,
    ...(isOwn && { isOwn }),
    ...(values && { values }),
    ...(valuesAt && { valuesAt }),
    ...(kubeVersion !== undefined && { kubeVersion }),
    ...(own.undeclaredSubcharts === 'allow' && { acceptsUndeclared: true }),
  }
}

/** What is said of linting a chart alone, for the plan. */
export function ownLinting(chart: ChartSource, settings: LintSettings): { readonly lint?: PlannedLint } {
  const { lint, lintValues, kubeVersion, undeclaredSubcharts } = chartSettings(chart, settings)
  const isOwn = [lint, lintValues, kubeVersion, undeclaredSubcharts].some((value) => value !== undefined)
  if (!isOwn) return {}
  const { mode, values, ...rule } = lintRuleOf(chart, settings)
  const version = rule.kubeVersion !== undefined && { kubeVersion: rule.kubeVersion }
  return {
    lint: { mode, ...(values && { values }), ...version, ...(undeclaredSubcharts && { undeclaredSubcharts }) },
  }
}

/** What `lint: off` gives up, for charts that are released with it. */
export function notLinted(charts: readonly ChartSource[], settings: LintSettings): readonly string[] {
  const names = charts
    .filter((chart) => lintRuleOf(chart, settings).mode === 'off')
    .map(({ manifest }) => manifest.name)
  if (names.length === 0) return []
  return [
    `Not linted, as \`lint: off\` says: ${someOf(names, NAMED)}. A template that does not render, and values that the chart's own schema refuses, would reach users.`,
  ]
}
