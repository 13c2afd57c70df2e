import { inputsIn, MAX_FOREIGN_BYTES, readSettings, secretsInFile, settingFiles } from './inputs.ts'
import { problemsIn, ReleaseErrors } from './model/errors.ts'
import { once } from './model/once.ts'
import type { ReleaseReport } from './model/report.ts'
import type { Settings } from './model/settings.ts'
import { dependencyFetch } from './pipeline/dependencies.ts'
import { createFileSigner } from './pipeline/file-signer.ts'
import { openProvenance } from './pipeline/open-provenance.ts'
import { openSigning } from './pipeline/open-signing.ts'
import type { Run } from './pipeline/run.ts'
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
import type { Environment, Helm, Journal, Log, Platform, RunnerFacts, Workspace } from './platform/platform.ts'
import { createProcesses } from './platform/processes.ts'
import { createRunner } from './platform/runner.ts'
import { createSecrets, ordinarySecretsIn, secretsIn } from './platform/secrets.ts'
import { createWorkspace } from './platform/workspace.ts'
import { release } from './release.ts'
import { hasFailed, problemText } from './report/words.ts'
import { writeReport } from './report/write.ts'
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
    removeNow(files)
    process.exit(143)
  }
  process.once('SIGTERM', stop).once('SIGINT', stop)
  const report = await releaseSafely({ environment, secrets, log, files, processes, journal })
  // First, so that a report finds room on a disk that the run filled.
  await files.removeTemporary()
  const runner = createRunner(environment, secrets, journal)
  const whole = { ...report, warnings: [...ordinarySecretsIn(environment).map(ordinarySecret), ...report.warnings] }
  const told = await writeReport(whole, { log, runner, secrets }).then(() => true, untold(log))
  return hasFailed(report) || !told ? 1 : 0
}

/** What can't be removed must not keep the process from ending. */
function removeNow(files: Base['files']): void {
  try {
    files.removeTemporaryNow()
  } catch {
    // A child may have written once more while it was killed.
  }
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
  const settings = await settingsOf(base, facts, workspace)
  const refusal = settings.mode.value === 'release' ? refusedEvent(facts) : undefined
  if (refusal) throw new ReleaseErrors([refusal])
  const shared: Shared = {
    throttle: createThrottle({ clock: systemClock, log }),
    serverTime: createServerTime(systemClock),
  }
  const platform = openPlatform({ ...base, ...shared, workspace }, facts, settings)
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
    built: new Map(),
    compared: new Map(),
  }
}

/** Reads all settings; what cr.yaml holds and nobody may see is told to `secrets` before anything else is done with it. */
async function settingsOf({ environment, files, secrets }: Base, facts: RunnerFacts, workspace: Workspace) {
  const found = await settingFiles(inputsIn(environment), {
    own: async (path) => asText(await files.readIfPresent(`${facts.workspace}/${path}`)),
    foreign: async (path) => asText(await workspace.read(path, MAX_FOREIGN_BYTES)),
  })
  for (const value of found.chartReleaser ? secretsInFile(found.chartReleaser) : []) secrets.add(value)
  return readSettings({ ...found, environment })
}

function asText(bytes: Uint8Array | undefined): string | undefined {
  return bytes && Buffer.from(bytes).toString()
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

function openPlatform(
  base: Base & Shared & Pick<Platform, 'workspace'>,
  facts: RunnerFacts,
  settings: Settings,
): Platform {
  const { environment, secrets } = base
  const http = createHttp({ ...base, clock: systemClock })
  const identity = createIdentityProvider({ environment, http, secrets })
  const { workspace, serverUrl } = facts
  const git = createGit({ ...base, workspace, serverUrl, token: settings.githubToken.value })
  return { ...base, clock: systemClock, http, identity, git }
}

async function openHelm(platform: Platform, settings: Settings): Promise<Helm> {
  const version = settings.helmVersion.value
  if (version === undefined) return createHelm(platform)
  // Loaded late: most runs take the Helm that is there.
  const { installHelm } = await import('./platform/helm-install.ts')
  return createHelm(platform, await installHelm({ ...platform, version }))
}
