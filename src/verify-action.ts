import { readVerificationSettings, type VerificationSettings } from './inputs/verification/settings.ts'
import { secretVerificationInputs } from './inputs/verification/table.ts'
import { inputsIn } from './inputs.ts'
import { archiveNames } from './model/chart.ts'
import { problemsIn } from './model/errors.ts'
import type { Identity } from './model/signature.ts'
import type { VerificationReport } from './model/verification.ts'
import { createHttp } from './platform/http/http.ts'
import { createThrottle } from './platform/http/throttle.ts'
import { type ActionStep, openStep } from './platform/open-step.ts'
import { systemClock } from './platform/process/clock.ts'
import { guardClock, guardHttp } from './platform/process/guarded.ts'
import { createSteps, setAlarm } from './platform/process/steps.ts'
import type { Environment, Journal } from './ports/process.ts'
import { writeVerification } from './report/verification/write.ts'
import { problemText } from './report/wording/problems.ts'
import { identityProblem } from './signing/policy/expected-identity.ts'
import type { RegistryContext } from './targets/target.ts'
import { findChart } from './verification/find-chart.ts'
import { openJudges } from './verification/open-judges.ts'
import { verifyChart } from './verification/verify-chart.ts'
import { untilThere } from './verification/wait.ts'

/**
 * Runs the action in `verify/` once, in an environment as the runner gives it: pulls a chart and checks it before a deploy.
 * Returns the exit code: 0 only if every requirement is met.
 */
export async function runVerifyAction(variables: Environment, journal: Journal): Promise<number> {
  const step = openStep({ variables, journal, secretInputs: secretVerificationInputs })
  const { stop, log, runner, secrets } = step
  const ended = await Promise.race([
    verifyAndKeep(step).catch(failed),
    stop.over.then((reason): VerificationReport => failed(reason)),
  ])
  await step.cleanUp()
  const own = stop.reason ? failed(stop.reason) : ended
  const report = { ...own, problems: [...own.problems, ...step.problems()] }
  const isTold = await writeVerification(report, { log, runner, secrets }).then(
    () => true,
    (thrown: unknown) => {
      for (const problem of problemsIn(thrown)) log.error(problemText(problem), { title: problem.code })
      return false
    },
  )
  return step.exit(isTold && report.problems.length === 0 && report.archive !== undefined ? 0 : 1)
}

function failed(thrown: unknown): VerificationReport {
  return { problems: problemsIn(thrown) }
}

/** The archive is left for later steps only if everything holds. */
async function verifyAndKeep(step: ActionStep): Promise<VerificationReport> {
  const { environment, log, stop, runner } = step
  const settings = readVerificationSettings(inputsIn(environment), environment)
  const timeoutMs = settings.timeout + settings.wait
  const steps = createSteps({ log, stop, setAlarm, timeoutMs, shareOfStep: 1 })
  const { chart, verification } = await steps.during('Pull and verify the chart', () => verified(step, settings))
  const problems = verification.checks.flatMap(({ problem }) => problem ?? [])
  if (problems.length > 0) return { verification, problems }
  const archive = await runner.saveBytes(archiveNames(verification).archive, chart.archive)
  return { verification, archive, problems: [] }
}

async function verified(step: ActionStep, settings: VerificationSettings) {
  const clock = guardClock(systemClock, step.stop)
  const context = contextOf(step, settings, clock)
  const { trustedRoot, keyring, timeout } = settings
  const judges = openJudges({ ...context, trustedRoot, keyring, timeoutMs: timeout / 2 })
  const { require: required, expected } = settings
  const policy = { required, refusal: expected && ((identity: Identity) => identityProblem(identity, expected)) }
  const look = async () => {
    const chart = await findChart(settings, context)
    return { chart, verification: await verifyChart(chart, policy, judges) }
  }
  return untilThere(look, { clock, log: step.log, waitMs: settings.wait })
}

function contextOf(step: ActionStep, settings: VerificationSettings, clock: RegistryContext['clock']): RegistryContext {
  const throttle = createThrottle({ clock: systemClock, log: step.log })
  const newHttp = (ca?: string) =>
    guardHttp(createHttp({ ...step, throttle, clock: systemClock, ...(ca !== undefined && { ca }) }), step.stop)
  const { githubToken, registryUsername, registryPassword, plainHttp, tokenRealms } = settings
  const registries = { githubToken, registryUsername, registryPassword, plainHttp, tokenRealms }
  return { ...step, clock, http: newHttp(), newHttp, settings: registries }
}
