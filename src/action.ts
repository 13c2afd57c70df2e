import { gitTokenIn, inputsIn } from './inputs.ts'
import { problemsIn } from './model/errors.ts'
import { once } from './model/once.ts'
import type { ReleaseReport } from './model/report.ts'
import type { Settings } from './model/settings.ts'
import { dependencyFetch } from './pipeline/dependencies.ts'
import { createFileSigner } from './pipeline/file-signer.ts'
import { openProvenance } from './pipeline/open-provenance.ts'
import { openSigning } from './pipeline/open-signing.ts'
import { ownRepositories, type Run } from './pipeline/run.ts'
import { filesFor } from './pipeline/settled-files.ts'
import { ownCommits } from './plan/own-commits.ts'
import { tagOf } from './plan/tag-template.ts'
import { systemClock } from './platform/clock.ts'
import { environmentSnapshot, refusedEvent, runnerFacts } from './platform/environment.ts'
import { encodeData } from './platform/escape.ts'
import { createFiles } from './platform/files.ts'
import { createGit } from './platform/git.ts'
import { createGitHub } from './platform/github.ts'
import { createHelm } from './platform/helm.ts'
import { createServerTime, type ServerTimeListener } from './platform/http/server-time.ts'
import { createThrottle, type Throttle } from './platform/http/throttle.ts'
import { createHttp } from './platform/http.ts'
import { createLog } from './platform/log.ts'
import { createIdentityProvider } from './platform/oidc.ts'
import type { Environment, Helm, Journal, Log, Platform } from './platform/platform.ts'
import { createProcesses } from './platform/processes.ts'
import { createRunner } from './platform/runner.ts'
import { createSecrets, secretsIn } from './platform/secrets.ts'
import { createWorkspace } from './platform/workspace.ts'
import { release } from './release.ts'
import { hasFailed, problemText } from './report/words.ts'
import { writeReport } from './report/write.ts'
import { settledSettings } from './settled-settings.ts'
import { openTargets } from './targets/registry.ts'
import type { TargetSettings } from './targets/target.ts'

/**
 * Runs the action once, in an environment as the runner gives it. Returns the exit code: 0 where nothing failed. `journal`
 * is told every change of state outside this process.
 */
export async function runAction(variables: Environment, journal: Journal): Promise<number> {
  const environment = environmentSnapshot(variables)
  const secrets = createSecrets(maskInRunner)
  // Before anything can be logged.
  for (const value of secretsIn(environment)) secrets.add(value)
  const log = createLog({
    write: (text) => process.stdout.write(text),
    debugging: environment.RUNNER_DEBUG === '1',
    secrets,
  })
  const files = createFiles(environment.RUNNER_TEMP)
  const processes = createProcesses()
  const stop = () => {
    processes.killAll()
    process.exit(143)
  }
  process.once('SIGTERM', stop).once('SIGINT', stop)
  const report = await releaseSafely({ environment, secrets, log, files, processes, journal })
  // First, so that a report finds room on a disk that the run filled.
  await files.removeTemporary()
  const runner = createRunner(environment, secrets, journal)
  const told = await writeReport(report, { log, runner, secrets }).then(() => true, untold(log))
  return hasFailed(report) || !told ? 1 : 0
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
}

/** The runner's own command, see https://docs.github.com/actions (workflow commands, masking); `@actions/core` costs 100 ms more. */
function maskInRunner(value: string): void {
  process.stdout.write(`::add-mask::${encodeData(value)}\n`)
}

/** Whatever is thrown becomes a report: the summary and the outputs are written in any case. */
async function releaseSafely(base: Base): Promise<ReleaseReport> {
  let remarks: Settings['remarks'] = []
  try {
    const run = await openRun(base)
    remarks = run.settings.remarks
    return { ...(await release(run)), remarks }
  } catch (error) {
    return { mode: 'release', charts: [], problems: problemsIn(error), warnings: [], remarks }
  }
}

async function openRun(base: Base): Promise<Run> {
  const { environment, files, log } = base
  const event = environment.GITHUB_EVENT_PATH && (await files.readIfPresent(environment.GITHUB_EVENT_PATH))
  const facts = runnerFacts(environment, event ? Buffer.from(event).toString() : undefined)
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
    eventProblem: refusedEvent(facts),
  })
  const shared: Shared = {
    throttle: createThrottle({ clock: systemClock, log }),
    serverTime: createServerTime(systemClock),
  }
  const platform = openPlatform({ ...base, ...shared, workspace, git, files: filesFor(files, checkout, facts) })
  const token = settings.githubToken
  const newHttp = (ca?: string) => createHttp({ ...platform, ...shared, ...(ca !== undefined && { ca }) })
  const registries = registrySettings(settings)
  const { apiUrl, repository } = facts
  const github = createGitHub({ ...platform, token: token.value, apiUrl, repository })
  const places = { ...platform, newHttp, github, facts, settings: registries }
  const signing = once(async () =>
    settings.sign.value === 'none' ? undefined : openSigning(platform, settings, facts),
  )
  const indexSigner = settings.signIndex.value && { indexSigner: createFileSigner(signing) }
  const targets = openTargets(settings.targets.value, { ...places, ...indexSigner })
  return {
    platform,
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
    helm: once(() => openHelm(platform, settings)),
    signing,
    provenance: once(() => openProvenance(settings, platform.clock)),
    warn: (text) => log.warning(text),
    ownCommits: ownCommits(git, ownRepositories({ targets })),
    built: new Map(),
    compared: new Map(),
  }
}

function registrySettings(settings: Settings): TargetSettings {
  const { githubToken, registryUsername, registryPassword, plainHttp, tokenRealms } = settings
  return {
    plainHttp: plainHttp.value,
    tokenRealms: tokenRealms.value,
    registryUsername: registryUsername.value,
    registryPassword: registryPassword.value,
    githubToken: githubToken.value,
    verifiedCommits: settings.verifiedCommits.value,
    tagOf: (ref) => tagOf(settings.tagTemplate.value, ref),
  }
}

/** What all clients of the network have in common. */
interface Shared {
  readonly throttle: Throttle
  readonly serverTime: ServerTimeListener
}

function openPlatform(base: Omit<Base, 'files'> & Shared & Pick<Platform, 'workspace' | 'files' | 'git'>): Platform {
  const { environment, secrets } = base
  const http = createHttp({ ...base, clock: systemClock })
  const identity = createIdentityProvider({ environment, http, secrets })
  return { ...base, clock: systemClock, http, identity }
}

async function openHelm(platform: Platform, settings: Settings): Promise<Helm> {
  const version = settings.helmVersion.value
  if (version === undefined) return createHelm(platform)
  // Loaded late: most runs take the Helm that is there.
  const { installHelm } = await import('./platform/helm-install.ts')
  return createHelm(platform, await installHelm({ ...platform, version }))
}
