import { configFileOf, inputsIn, readSettings } from './inputs.ts'
import { problemsIn, ReleaseErrors } from './model/errors.ts'
import type { ReleaseReport } from './model/report.ts'
import type { Settings } from './model/settings.ts'
import { openProvenance } from './pipeline/open-provenance.ts'
import { openSigning } from './pipeline/open-signing.ts'
import type { Run } from './pipeline/run.ts'
import { systemClock } from './platform/clock.ts'
import { environmentSnapshot, refusedEvent, runnerFacts } from './platform/environment.ts'
import { encodeData } from './platform/escape.ts'
import { createFiles } from './platform/files.ts'
import { createGit } from './platform/git.ts'
import { createGitHub } from './platform/github.ts'
import { createHelm } from './platform/helm.ts'
import { createHttp } from './platform/http.ts'
import { createLog } from './platform/log.ts'
import { createIdentityProvider } from './platform/oidc.ts'
import type { Environment, Helm, Journal, Platform, RunnerFacts } from './platform/platform.ts'
import { createProcesses } from './platform/processes.ts'
import { createRunner } from './platform/runner.ts'
import { createSecrets } from './platform/secrets.ts'
import { release } from './release.ts'
import { hasFailed } from './report/words.ts'
import { writeReport } from './report/write.ts'
import { openTargets } from './targets/registry.ts'

/** Inputs and variables whose values must never be shown; told before anything can be logged. */
const SECRET_VARIABLES =
  /^(INPUT_(REGISTRY-PASSWORD|GITHUB-TOKEN|GPG-PRIVATE-KEY|GPG-PASSPHRASE)|ACTIONS_(ID_TOKEN_REQUEST|RUNTIME)_TOKEN|GITHUB_TOKEN)$/

/**
 * Runs the action once, in an environment as the runner gives it. Returns the exit code: 0 where nothing failed. `journal`
 * is told every change of state outside this process.
 */
export async function runAction(variables: Environment, journal: Journal): Promise<number> {
  const environment = environmentSnapshot(variables)
  const secrets = createSecrets(maskInRunner)
  for (const [name, value] of Object.entries(environment)) if (SECRET_VARIABLES.test(name)) secrets.add(value ?? '')
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
  await writeReport(report, { log, runner: createRunner(environment, secrets, journal), secrets })
  await files.removeTemporary()
  return hasFailed(report) ? 1 : 0
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
  try {
    return await release(await openRun(base))
  } catch (error) {
    return { mode: 'release', charts: [], problems: problemsIn(error), warnings: [] }
  }
}

async function openRun(base: Base): Promise<Run> {
  const { environment, files, log } = base
  const event = environment.GITHUB_EVENT_PATH && (await files.readIfPresent(environment.GITHUB_EVENT_PATH))
  const facts = runnerFacts(environment, event ? Buffer.from(event).toString() : undefined)
  const inputs = inputsIn(environment)
  const config = await files.readIfPresent(`${facts.workspace}/${configFileOf(inputs)}`)
  const settings = await readSettings({ inputs, configText: config && Buffer.from(config).toString(), environment })
  const refusal = settings.mode.value === 'release' ? refusedEvent(facts) : undefined
  if (refusal) throw new ReleaseErrors([refusal])
  const platform = openPlatform(base, facts, settings)
  const { githubToken: token, registryUsername, registryPassword, plainHttp, tokenRealms } = settings
  return {
    platform,
    facts,
    settings,
    targets: openTargets(settings.targets.value, {
      ...platform,
      newHttp: () => createHttp(platform),
      settings: {
        plainHttp: plainHttp.value,
        tokenRealms: tokenRealms.value,
        registryUsername: registryUsername.value,
        registryPassword: registryPassword.value,
        githubToken: token.value,
      },
    }),
    github: createGitHub({ ...platform, token: token.value, apiUrl: facts.apiUrl, repository: facts.repository }),
    helm: once(() => openHelm(platform, settings)),
    signing: once(async () => (settings.sign.value === 'none' ? undefined : openSigning(platform, settings, facts))),
    provenance: once(() => openProvenance(settings, platform.clock)),
    warn: (text) => log.warning(text),
    built: new Map(),
    compared: new Map(),
  }
}

function openPlatform(base: Base, facts: RunnerFacts, settings: Settings): Platform {
  const { environment, secrets, journal } = base
  const http = createHttp({ environment, clock: systemClock, journal, secrets })
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

function once<T>(work: () => Promise<T>): () => Promise<T> {
  let result: Promise<T> | undefined
  return () => {
    result ??= work()
    return result
  }
}
