import { secretInputs } from './inputs.ts'
import { problemsIn, type ReleaseError } from './model/errors.ts'
import { hasFailed, type ReleaseReport } from './model/report.ts'
import { openRun, type RunBase } from './open-run.ts'
import { createProgress } from './pipeline/progress.ts'
import { reportSoFar } from './pipeline/report/run-report.ts'
import type { Run } from './pipeline/run.ts'
import { openStep } from './platform/open-step.ts'
import type { Meet } from './platform/process/stop.ts'
import { ordinarySecretsIn } from './platform/secrets/secrets.ts'
import type { Environment, Journal } from './ports/process.ts'
import type { Log } from './ports/runner.ts'
import { release } from './release.ts'
import { runAdvice, settingsAdvice } from './report/wording/advice.ts'
import { problemText } from './report/wording/problems.ts'
import { writeReport } from './report/write.ts'

/**
 * Runs the action once, in an environment as the runner gives it. Returns the exit code: 0 if nothing failed. `journal`
 * is told every change of state outside this process, `meet` every call that a run waits for, before it is made.
 */
export async function runAction(variables: Environment, journal: Journal, meet?: Meet): Promise<number> {
  const step = openStep({ variables, journal, secretInputs, meet })
  const { environment, secrets, log, runner } = step
  const own = await releaseSafely(step)
  await step.cleanUp()
  const warned = {
    ...own,
    advice: [...runAdvice(ordinarySecretsIn(environment, secretInputs).map(ordinarySecret)), ...own.advice],
  }
  const report = withLosses(warned, step.problems(), step.lostLog())
  const told = await writeReport(report, { log, runner, secrets }).then(() => true, untold(log))
  const isWell = told && !hasFailed(report) && step.problems().length === 0
  return step.exit(isWell ? 0 : 1)
}

/** Nothing of the value, not even its length. */
function ordinarySecret(name: string): string {
  return `The value of ${name} is short or an ordinary word, so it stays readable where names and references hold it. If it comes from a GitHub secret, GitHub drops every job output that holds it. Choose a long random value.`
}

/** The log has everything; files of the runner that can't be written must not hide it behind a stack trace. */
function untold(log: Log): (thrown: unknown) => false {
  return (thrown) => {
    for (const problem of problemsIn(thrown)) log.error(problemText(problem), { title: problem.code })
    return false
  }
}

/** Whatever is thrown becomes a report, and so does a run that is stopped: the summary and the outputs are always written. */
async function releaseSafely(base: RunBase): Promise<ReleaseReport> {
  const { stop } = base
  let run: Run | undefined
  const progress = createProgress()
  const soFar = (problems: readonly ReleaseError[]): ReleaseReport =>
    run
      ? withSettingsAdvice(run, reportSoFar(run, progress, problems))
      : { mode: 'release', charts: [], problems, advice: [] }
  const work = async (): Promise<ReleaseReport> => {
    run = await openRun(base)
    return withSettingsAdvice(run, await release(run, progress))
  }
  const ended = await Promise.race([
    work().catch((error: unknown) => soFar(problemsIn(error))),
    stop.over.then((reason) => soFar([reason])),
  ])
  return stop.reason && hasFailed(ended) ? soFar([stop.reason]) : ended
}

function withSettingsAdvice({ settings }: Pick<Run, 'settings'>, report: ReleaseReport): ReleaseReport {
  return { ...report, advice: [...settingsAdvice(settings.remarks), ...report.advice] }
}

/** The report with what went wrong beside the run's own code. */
function withLosses(
  report: ReleaseReport,
  unhandled: readonly ReleaseError[],
  lostLog: string | undefined,
): ReleaseReport {
  const known = new Set([...report.problems, ...report.charts.map(({ problem }) => problem)])
  const problems = [...report.problems, ...unhandled.filter((problem) => !known.has(problem))]
  const lost =
    lostLog === undefined ? [] : [`Some of the log of this step is lost: it could not be written (${lostLog}).`]
  return { ...report, problems, advice: [...report.advice, ...runAdvice(lost)] }
}
