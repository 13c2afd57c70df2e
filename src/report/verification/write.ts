import { problemsIn, type ReleaseError, ReleaseErrors } from '../../model/errors.ts'
import type { VerificationReport } from '../../model/verification.ts'
import type { Log } from '../../ports/runner.ts'
import { redacted } from '../redact.ts'
import { problemText } from '../wording/problems.ts'
import type { ReportTo } from '../write.ts'
import { verificationOutputs } from './outputs.ts'
import { headline, verificationSummary, whose } from './summary.ts'

/** Reports the verification once, at its end. Fails with everything that could not be written, as `ReleaseErrors`. */
export async function writeVerification(whole: VerificationReport, { log, runner, secrets }: ReportTo): Promise<void> {
  const report = redacted(whole, secrets)
  logVerification(report, log)
  const failures: ReleaseError[] = []
  const attempt = (work: () => Promise<void>) =>
    work().catch((thrown: unknown) => void failures.push(...problemsIn(thrown)))
  for (const [name, value] of Object.entries(verificationOutputs(report)))
    await attempt(() => runner.setOutput(name, value))
  await attempt(() => runner.addSummary(verificationSummary(report)))
  if (failures.length > 0) throw new ReleaseErrors(failures)
}

function logVerification(report: VerificationReport, log: Log): void {
  log.info(headline(report))
  for (const { requirement, accepted, refused } of report.verification?.checks ?? []) {
    if (accepted) log.info(`${requirement}: ${accepted.form} by ${whose(accepted)}`, { isData: true })
    for (const { form, why } of refused) log.info(`${requirement}: ${form} is refused: ${why}`)
  }
  for (const problem of report.problems) log.error(problemText(problem), { title: problem.code })
}
