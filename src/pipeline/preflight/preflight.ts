import { versionNotice } from '../../chart/manifest/version.ts'
import { shared } from '../../model/async/memoize.ts'
import { problemsIn, type ReleaseError, ReleaseErrors } from '../../model/errors.ts'
import type { Target } from '../../model/target.ts'
import { someOf } from '../../model/text.ts'
import type { ChartDecision } from '../../plan/decision/decision.ts'
import { isSigned, targetsOf } from '../../plan/plan.ts'
import { isVerified } from '../bump/push-bump.ts'
import { headProblem } from '../checkout/untrusted-checkout.ts'
import type { PlannedRun } from '../planned-run.ts'
import { proposes } from '../proposal/proposal.ts'
import { type Uses, versionsStayOutOfGit } from '../run.ts'
import { branchFindings } from './branch-rules.ts'
import { clockFindings } from './clock-findings.ts'
import { bumps, gitRightProblems } from './git-rights.ts'
import { nameConflicts } from './name-conflicts.ts'
import { needsSigning } from './needs-signing.ts'
import { offlineProblems } from './offline-problems.ts'

/** Names in one sentence. */
const SHOWN = 10

/** What all checks together take of a run. */
type Checked = Parameters<typeof offlineProblems>[0] &
  Parameters<typeof gitRightProblems>[0] &
  Uses<
    'targets' | 'signing' | 'checkout' | 'warn',
    'serverTime',
    'targets' | 'sign' | 'signIndex' | 'perChart' | 'pullRequests'
  >

/**
 * Everything that can refuse, asked before anything is done. First what is known without the network: nobody should wait for
 * a server to hear of a missing line of YAML. Then the right to write to each target and to git, the rules of the branch, the
 * token, and the certificate. The findings of each half are reported together, as `ReleaseErrors`. Only when there are none is
 * created what a target lacks and may have.
 */
export async function preflight(
  run: Checked,
  plannedRun: PlannedRun,
  releases: readonly ChartDecision[],
): Promise<void> {
  const signs = needsSigning(run, releases)
  const known = await offlineProblems(run, { signs })
  if (known.length > 0) throw new ReleaseErrors(known)
  const signed = releases.filter(({ chart }) => isSigned(chart, run.settings))
  // Where nothing has to be created first, this is asked beside the rest.
  const signable = shared(signs ? signatureProblems(run, signed, { creates: false }) : Promise.resolve([]))
  const findings = await Promise.all([
    ...wanted(run, releases).map((target) => target.preflight(refsToWrite(releases, target.address)).catch(problemsIn)),
    place(run),
    branch(run, releases).catch(problemsIn),
    gitRightProblems(run, plannedRun, releases),
    nameConflicts(run, plannedRun, releases).catch(problemsIn),
    signs ? identity(run) : [],
    run.helm().then(() => [], problemsIn),
    run.provenance().then(() => [], problemsIn),
  ])
  // Last, when servers have told their time, and first in the list: the others may come from it.
  const all = [...clock(run), ...findings.flat()]
  // What keeps signatures from being made also keeps those of indexes from being judged.
  const problems = distinct(all)
  if (problems.length > 0) throw new ReleaseErrors(problems)
  const signing = signs ? await run.signing() : undefined
  await createMissing(run, releases)
  const unsignable = [...(await signable), ...(signing ? await signatureProblems(run, signed, { creates: true }) : [])]
  if (unsignable.length > 0) throw new ReleaseErrors(unsignable)
  const { log } = run.platform
  for (const decision of releases) noticeVersion(run, decision)
  log.info(`Packaging with Helm ${(await run.helm()).version}.`)
  if (signing) log.info(`Signing as ${signing.identity.subject}.`)
  const unsigned = releases.filter((release) => !signed.includes(release)).map(({ chart }) => chart.manifest.name)
  if (unsigned.length > 0) log.info(`Not signing${signing ? ` ${someOf(unsigned, SHOWN)}` : ''}: \`sign: none\`.`)
}

/** What two of them met is one problem, such as a registry that is down for two targets. */
function distinct(problems: readonly ReleaseError[]): readonly ReleaseError[] {
  const byText = new Map<string, ReleaseError>()
  for (const problem of problems) {
    const key = JSON.stringify([problem.code, problem.message, problem.at])
    if (!byText.has(key)) byText.set(key, problem)
  }
  return [...byText.values()]
}

async function createMissing(run: Checked, releases: readonly ChartDecision[]): Promise<void> {
  const found = await Promise.all(
    wanted(run, releases).map((target) => target.createMissing?.(refsToWrite(releases, target.address))),
  )
  const problems = found.flatMap((each) => each ?? [])
  if (problems.length > 0) throw new ReleaseErrors(problems)
}

/** Of the targets that create what they lack, or of the others. */
async function signatureProblems(
  run: Checked,
  releases: readonly ChartDecision[],
  { creates }: { readonly creates: boolean },
): Promise<readonly ReleaseError[]> {
  const asked = await Promise.all(
    wanted(run, releases)
      .filter((target) => (target.mayCreate === true) === creates)
      .map((target) => target.signatureProblem?.(refsToWrite(releases, target.address))),
  )
  return asked.filter((problem) => problem !== undefined)
}

/** Targets that some chart to be released is published to; others are not asked. */
function wanted(run: Checked, releases: readonly ChartDecision[]): readonly Target[] {
  const all = new Set(releases.flatMap(({ chart }) => targetsOf(chart, run.targets, run.settings)))
  return run.targets.filter((target) => all.has(target))
}

function noticeVersion(run: Checked, { chart, version }: ChartDecision): void {
  const notice = versionNotice(version)
  const { file, versionSpan } = chart.manifest
  if (notice !== undefined)
    run.platform.log.warning(notice, { title: chart.manifest.name, at: { file, line: versionSpan.line } })
}

function refsToWrite(releases: readonly ChartDecision[], target: string) {
  const stays = ['same', 'unadopted']
  return releases
    .filter(({ sightings }) =>
      sightings.some(({ evidence }) => evidence.target === target && !stays.includes(evidence.state)),
    )
    .map(({ chart, version }) => ({ name: chart.manifest.name, version }))
}

function clock({ platform, warn }: Checked): readonly ReleaseError[] {
  const { problem, warning } = clockFindings(platform.serverTime, platform.clock.now())
  if (warning !== undefined) warn(warning)
  return problem ? [problem] : []
}

function place({ facts, checkout }: Checked): readonly ReleaseError[] {
  const problem = headProblem(facts, checkout)
  return problem ? [problem] : []
}

async function branch(run: Checked, releases: readonly ChartDecision[]): Promise<readonly ReleaseError[]> {
  if (!bumps(releases) || versionsStayOutOfGit(run) || proposes(run)) return []
  const name = run.facts.refName
  const rules = await run.github.branchRules(name)
  // What GitHub commits is the token's own; git may have other credentials.
  const signs = await isVerified(run, name)
  const withToken = signs || (await run.platform.git.pushesWithToken())
  const { problem, warning, note } = branchFindings(name, rules, { signs, withToken })
  if (warning !== undefined) run.warn(warning)
  if (note !== undefined) run.platform.log.info(note)
  return problem ? [problem] : []
}

async function identity(run: Checked): Promise<readonly ReleaseError[]> {
  try {
    await run.signing()
    return []
  } catch (error) {
    return problemsIn(error)
  }
}
