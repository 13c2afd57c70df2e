import { type Location, placeText, type ReleaseError } from '../../model/errors.ts'
import type { PlanProblem } from '../../model/plan.ts'
import type { ChartOutcome, ReleaseReport } from '../../model/report.ts'
import { cut } from '../../model/text.ts'
import { chartNames, placeIn, sharedProblems, stoppedCharts } from '../wording/problems.ts'
import { code, fenced, prose } from './markdown.ts'
import { words } from './words.ts'

/** More would push the table out of sight; all are annotations, too. */
const MAX_SHOWN = 8
const ERRORS = 'https://github.com/release-charts/release-charts/blob/v0/docs/errors.md'

/** What went wrong and what to do, each cause once, in a box before everything else. */
export function problemBox(report: ReleaseReport): string {
  const all = [...report.problems.map((problem) => ofRun(problem)), ...ofCharts(report), ...ofPlan(report)]
  if (all.length === 0) return ''
  const left = all.length - MAX_SHOWN
  const shown = [
    ...all.slice(0, MAX_SHOWN),
    ...(left > 0 ? [`*${left} more are in the log and in the report file.*`] : []),
  ]
  return `> [!CAUTION]\n${shown.join('\n\n').replace(/^/gm, '> ').replace(/ +$/gm, '')}`
}

function ofRun(problem: ReleaseError): string {
  return paragraph(problem, '', problem.at)
}

function ofCharts({ charts, mode }: ReleaseReport): readonly string[] {
  const verb = mode === 'release' ? 'was not released' : 'can’t be released'
  return sharedProblems(stoppedCharts(charts)).map(({ chart, others }) => {
    const { problem } = chart
    if (others.length === 0) return paragraph(problem, `**${prose(chart.name, 100)}** ${verb}. `, problem.at)
    const message = `${problem.message} The same stops ${chartNames(others)}.`
    return paragraph(
      { code: problem.code, message, hint: problem.hint },
      `**${prose(chart.name, 100)}** ${verb}. `,
      problem.at,
    )
  })
}

function ofPlan({ mode, plan, charts }: ReleaseReport): readonly string[] {
  if (mode !== 'plan') return []
  const reported = new Set(charts.flatMap(({ path, problem }: ChartOutcome) => (problem ? [path] : [])))
  return (plan?.charts ?? []).flatMap(({ name, path, problem }) => {
    if (!problem || reported.has(path)) return []
    return [paragraph(problem, `**${prose(name, 100)}** can’t be released. `, placeIn(problem))]
  })
}

type Told = Pick<PlanProblem, 'code' | 'message'> & { readonly hint?: string | undefined }

/** What happened and where, what to do, and the entry in docs/errors.md; lines to type are a block of their own. */
function paragraph({ code: name, message, hint = '' }: Told, who: string, at: Location | undefined): string {
  const place = at ? ` ${code(placeText(at))}` : ''
  const link = /^[A-Z_]+$/.test(name)
    ? `[${code(name)}](${ERRORS}#${name.toLowerCase().replaceAll('_', '-')})`
    : code(name)
  const first = `${who}${words(message, 1000)}${place} · ${link}`
  if (hint === '') return first
  if (!hint.includes('\n')) return `${first}<br>**What to do:** ${words(hint, 1000)}`
  return `${first}<br>**What to do:**\n\n${fenced(cut(hint, 2000))}`
}
