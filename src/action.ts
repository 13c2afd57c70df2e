import { gitTokenIn, inputsIn, secretInputs } from './inputs.ts'
import { memoizeAsync, withoutRepeats } from './model/async/memoize.ts'
import { asReleaseError, problemsIn, type ReleaseError } from './model/errors.ts'
import { tagOf } from './model/git/tag-template.ts'
import type { ReleaseReport } from './model/report.ts'
import { filesFor } from './pipeline/checkout/settled-files.ts'
import { dependencyFetch } from './pipeline/package/dependencies.ts'
import { createProgress } from './pipeline/progress.ts'
import { createFileSigner } from './pipeline/publish/file-signer.ts'
import { openProvenance } from './pipeline/publish/open-provenance.ts'
import { openSigning } from './pipeline/publish/open-signing.ts'
import { reportSoFar } from './pipeline/report/run-report.ts'
import { ownRepositories, type Run } from './pipeline/run.ts'
import { ownCommits } from './plan/history/own-commits.ts'
import { asText, createFiles } from './platform/files/files.ts'
import { createWorkspace } from './platform/files/workspace.ts'
import { createGit } from './platform/git/git.ts'
import { createGitHub } from './platform/github/github.ts'
import { createHelm } from './platform/helm/helm.ts'
import { createHttp } from './platform/http/http.ts'
import { createServerTime, type ServerTimeListener } from './platform/http/server-time.ts'
import { createThrottle, type Throttle } from './platform/http/throttle.ts'
import { systemClock } from './platform/process/clock.ts'
import { guardClock, guardGitHub, guardHttp, guardProcesses } from './platform/process/guarded.ts'
import { watchProcess } from './platform/process/process-watch.ts'
import { createProcesses } from './platform/process/processes.ts'
import { createSteps, setAlarm } from './platform/process/steps.ts'
import { createStop, type Meet, type Stop } from './platform/process/stop.ts'
import { environmentSnapshot, refusedEvent } from './platform/runner/environment.ts'
import { encodeData } from './platform/runner/escape.ts'
import { createLog } from './platform/runner/log.ts'
import { createIdentityProvider } from './platform/runner/oidc.ts'
import { createRunner } from './platform/runner/runner.ts'
import { readRunnerFacts } from './platform/runner/runner-paths.ts'
import { openStandardOutput } from './platform/runner/standard-output.ts'
import { createSecrets, ordinarySecretsIn, secretsIn } from './platform/secrets/secrets.ts'
import type { Helm } from './ports/helm.ts'
import type { Platform } from './ports/platform.ts'
import type { Environment, Journal } from './ports/process.ts'
import type { Log } from './ports/runner.ts'
import { release } from './release.ts'
import { hasFailed, problemText } from './report/words.ts'
import { writeReport } from './report/write.ts'
import type { Settings } from './settings.ts'
import { settledSettings } from './settled-settings.ts'
import { openTargets } from './targets/registry.ts'
import type { TargetSettings } from './targets/target.ts'

/**
 * Runs the action once, in an environment as the runner gives it. Returns the exit code: 0 if nothing failed. `journal`
 * is told every change of state outside this process, `meet` every call that a run waits for, before it is made.
 */
export async function runAction(variables: Environment, journal: Journal, meet?: Meet): Promise<number> {
  const environment = environmentSnapshot(variables)
  const output = openStandardOutput()
  // The runner's own command, see https://docs.github.com/actions (workflow commands, masking).
  const secrets = createSecrets((value) => output.write(`::add-mask::${encodeData(value)}\n`))
  // Before anything can be logged.
  for (const value of secretsIn(environment, secretInputs)) secrets.add(value)
  const log = createLog({ write: output.write, debugging: environment.RUNNER_DEBUG === '1', secrets })
  const stop = createStop(systemClock, meet)
  const watch = watchProcess(log, stop)
  const files = createFiles(environment.RUNNER_TEMP)
  const children = createProcesses()
  const runner = createRunner(environment, secrets, journal)
  const guarded = { processes: guardProcesses(children, stop), journal: stop.guard(journal) }
  const own = await releaseSafely({ environment, secrets, log, files, stop, ...guarded })
  children.killAll()
  // First, so that a report finds room on a disk that the run filled.
  await files.removeTemporary().catch((error: unknown) => log.warning(asReleaseError(error).message))
  const warned = {
    ...own,
    warnings: [...ordinarySecretsIn(environment, secretInputs).map(ordinarySecret), ...own.warnings],
  }
  const report = withLosses(warned, watch.problems(), output.lost())
  const told = await writeReport(report, { log, runner, secrets }).then(() => true, untold(log))
  const isWell = told && !hasFailed(report) && watch.problems().length === 0
  return watch.exit(isWell ? 0 : 1)
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

type Base = Pick<Platform, 'environment' | 'secrets' | 'log' | 'processes' | 'journal'> & {
  readonly files: ReturnType<typeof createFiles>
  readonly stop: Stop
}

/** Whatever is thrown becomes a report, and so does a run that is stopped: the summary and the outputs are always written. */
async function releaseSafely(base: Base): Promise<ReleaseReport> {
  const { stop } = base
  let run: Run | undefined
  const soFar = (problems: readonly ReleaseError[]): ReleaseReport =>
    run
      ? { ...reportSoFar(run, problems), remarks: run.settings.remarks }
      : { mode: 'release', charts: [], problems, warnings: [], remarks: [] }
  const work = async (): Promise<ReleaseReport> => {
    run = await openRun(base)
    return { ...(await release(run)), remarks: run.settings.remarks }
  }
  const ended = await Promise.race([
    work().catch((error: unknown) => soFar(problemsIn(error))),
    stop.over.then((reason) => soFar([reason])),
  ])
  return stop.reason && hasFailed(ended) ? soFar([stop.reason]) : ended
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
  return { ...report, problems, warnings: [...report.warnings, ...lost] }
}

async function openRun(base: Base): Promise<Run> {
  const { environment, files } = base
  const facts = await readRunnerFacts(environment, files)
  const workspace = createWorkspace(facts.workspace, base.journal)
  const { workspace: folder, serverUrl } = facts
  const git = createGit({
    ...base,
    workspace: folder,
    serverUrl,
    token: gitTokenIn(inputsIn(environment), environment),
  })
  const { settings, checkout } = await settledSettings({
    ...base,
    facts,
    workspace,
    git,
    asText,
    eventProblem: refusedEvent(facts),
  })
  const clock = guardClock(systemClock, base.stop)
  const shared: Shared = {
    throttle: createThrottle({ clock: systemClock, log: base.log }),
    serverTime: createServerTime(systemClock),
  }
  const platform = openPlatform({ ...base, ...shared, clock, workspace, git, files: filesFor(files, checkout, facts) })
  const token = settings.githubToken
  const newHttp = (ca?: string) =>
    guardHttp(createHttp({ ...platform, ...shared, clock: systemClock, ...(ca !== undefined && { ca }) }), base.stop)
  const registries = registrySettings(settings)
  const { apiUrl, repository } = facts
  const github = guardGitHub(createGitHub({ ...platform, token: token, apiUrl, repository }), base.stop, apiUrl)
  const places = { ...platform, newHttp, github, facts, settings: registries }
  const signing = memoizeAsync(async () =>
    settings.sign === 'none' ? undefined : openSigning(platform, settings, facts),
  )
  const indexSigner = settings.signIndex && { indexSigner: createFileSigner(signing) }
  const targets = openTargets(settings.targets, { ...places, ...indexSigner })
  const { log } = base
  const timeoutMs = settings.timeout
  return {
    platform,
    steps: createSteps({ log, stop: base.stop, setAlarm, timeoutMs }),
    progress: createProgress(),
    facts,
    checkout,
    settings,
    targets,
    fetchDependency: dependencyFetch({
      ...places,
      ...settings.dependencies,
      ownHosts: targets.flatMap(({ address }) => (address.startsWith('oci://') ? [new URL(address).host] : [])),
    }),
    github,
    helm: memoizeAsync(() => openHelm(platform, settings)),
    signing,
    provenance: memoizeAsync(() => openProvenance(settings, platform.clock)),
    warn: withoutRepeats(log.warning),
    ownCommits: ownCommits(git, ownRepositories({ targets })),
    built: new Map(),
    compared: new Map(),
  }
}

function registrySettings(settings: Settings): TargetSettings {
  const { githubToken, registryUsername, registryPassword, plainHttp, tokenRealms } = settings
  return {
    plainHttp: plainHttp,
    tokenRealms: tokenRealms,
    registryUsername: registryUsername,
    registryPassword: registryPassword,
    githubToken: githubToken,
    verifiedCommits: settings.verifiedCommits,
    tagOf: (ref) => tagOf(settings.tagTemplate, ref),
  }
}

/** What all clients of the network have in common. */
interface Shared {
  readonly throttle: Throttle
  readonly serverTime: ServerTimeListener
}

function openPlatform(
  base: Omit<Base, 'files'> & Shared & Pick<Platform, 'workspace' | 'clock' | 'files' | 'git'>,
): Platform {
  const { environment, secrets } = base
  const http = guardHttp(createHttp({ ...base, clock: systemClock }), base.stop)
  const identity = createIdentityProvider({ environment, http, secrets })
  return { ...base, http, identity }
}

async function openHelm(platform: Platform, settings: Settings): Promise<Helm> {
  const version = settings.helmVersion
  if (version === undefined) return createHelm(platform)
  // Loaded late: most runs take the Helm that is there.
  const { installHelm } = await import('./platform/helm/install.ts')
  return createHelm(platform, await installHelm({ ...platform, version }))
}
