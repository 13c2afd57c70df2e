import { type ErrorCode, errorCodes } from '../model/error-codes.ts'
import type { Location } from '../model/errors.ts'
import type { PlannedChart } from '../model/plan.ts'
import { cut, someOf } from '../model/text.ts'

/** A chart with what stops it. Texts from outside. */
export interface StoppedChart {
  readonly name: string
  readonly path: string
  readonly version: string
  readonly problem: { readonly code: string; readonly message: string; readonly at?: Location | undefined }
}

/** A problem of one chart, with the others that the same stops. */
export interface SharedProblem<T extends StoppedChart> {
  readonly chart: T
  readonly others: readonly T[]
}

/** More names would hide what happened. */
const MAX_NAMES = 10

/**
 * One cause is reported once, however many charts it stops: a target that is down, a credential, an index that is damaged. Such
 * problems say the same but for the name and version of the chart. What is wrong with a chart itself stays a problem of its own.
 */
export function sharedProblems<T extends StoppedChart>(charts: readonly T[]): readonly SharedProblem<T>[] {
  const byCause = new Map<string, { readonly chart: T; readonly others: T[] }>()
  const groups = new Set<SharedProblem<T>>()
  for (const chart of charts) {
    const keys = causesOf(chart)
    const first = keys.map((key) => byCause.get(key)).find((group) => group !== undefined)
    const group = first ?? { chart, others: [] }
    if (first) first.others.push(chart)
    else for (const key of keys) byCause.set(key, group)
    groups.add(group)
  }
  return [...groups]
}

/** For each chart that is stopped by the same as one before it, the name of that. */
export function sameCauses(charts: readonly StoppedChart[]): ReadonlyMap<string, string> {
  return new Map(
    sharedProblems(charts).flatMap(({ chart, others }) => others.map(({ path }) => [path, chart.name] as const)),
  )
}

/** Those of a plan that a problem stops. */
export function stoppedInPlan(charts: readonly PlannedChart[]): readonly StoppedChart[] {
  return charts.flatMap(({ name, path, version, problem }) => {
    if (!problem) return []
    const { code, message, file, line } = problem
    const at = file === undefined ? undefined : { file, ...(line !== undefined && { line }) }
    return [{ name, path, version, problem: { code, message, at } }]
  })
}

/** Why a plan does with a chart what it does; `same` is what `sameCauses` says of the plan. */
export function plannedReason({ path, problem, reason }: PlannedChart, same: ReadonlyMap<string, string>): string {
  const first = problem && same.get(path)
  return first === undefined ? (problem?.message ?? reason) : sameAs(first)
}

/** Instead of what is said of that chart. */
export function sameAs(name: string): string {
  return `the same as for ${name}`
}

/** `app-b, app-c and 12 more`, to follow `The same stops `. */
export function chartNames(charts: readonly Pick<StoppedChart, 'name'>[]): string {
  const names = charts.map(({ name }) => cut(name, 100))
  return someOf(names, MAX_NAMES)
}

/** What charts with the same cause have in common: all words, or all but their own; nothing for what is a chart's own. */
function causesOf({ name, path, version, problem }: StoppedChart): readonly string[] {
  const { code, message, at } = problem
  if (!isErrorCode(code) || ['chart', 'conflict'].includes(errorCodes[code].kind)) return []
  const own = [path, name, version]
    .filter((text) => text !== '')
    .map((text) => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'))
  const words = new RegExp(`(?<!\\w)(?:${own.join('|')})(?!\\w)`, 'g')
  return [message, message.replace(words, '')].map((text) =>
    JSON.stringify([code, text, at?.file, at?.line, at?.column]),
  )
}

function isErrorCode(code: string): code is ErrorCode {
  return Object.hasOwn(errorCodes, code)
}
