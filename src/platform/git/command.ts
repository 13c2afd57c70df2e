import { memoizeAsync } from '../../model/async/memoize.ts'
import { diskFull, ReleaseError, saysDiskFull } from '../../model/errors.ts'
import type { Environment, Processes, Ran } from '../../ports/process.ts'
import type { Secrets } from '../../ports/runner.ts'
import { createGitAccess, type GitAccess } from './credentials/access.ts'
import { configEnvironment, type PlainCall, type PlainGit, type Setting } from './credentials/configuration.ts'
import { gitVariables } from './credentials/environment.ts'
import { isStalled, stalled, stallSettings } from './stalls.ts'

export interface GitContext {
  readonly processes: Processes
  readonly environment: Environment
  readonly secrets: Secrets
  /** The checkout, GITHUB_WORKSPACE. */
  readonly workspace: string
  /** e.g. `https://github.com`; the only origin that the token is sent to. */
  readonly serverUrl: string
  readonly token?: string | undefined
  /** The credentials for origin, if they were found out already. */
  readonly access?: GitAccess
  /** A repository of our own to work in instead of the checkout, with the settings it takes over from there. */
  readonly apart?: Apart
}

export interface Apart {
  readonly folder: string
  readonly settings: readonly Setting[]
}

export interface GitCall extends Omit<PlainCall, 'config'> {
  /**
   * Whether it writes the user's work tree, and so must keep its line endings; otherwise every file would look changed.
   */
  readonly workTree?: boolean
  /** Exit codes that are a result. Default 0. */
  readonly accept?: readonly number[]
  /** Whether a time-out is a result, too: after a push the caller checks what became of it. */
  readonly killedToo?: boolean
}

export type GitCommand = (args: readonly string[], call?: GitCall) => Promise<Ran>

const LOCAL_TIMEOUT_MS = 2 * 60_000
const REMOTE_TIMEOUT_MS = 10 * 60_000
const MAX_SAID = 600

/** Settings that keep the user's own git from running programs, asking questions or changing its output. */
const SAFE_CONFIG: readonly Setting[] = [
  ['core.hooksPath', '/dev/null'],
  ['core.fsmonitor', 'false'],
  ['core.quotePath', 'false'],
  ['color.ui', 'false'],
  ['diff.relative', 'false'],
  ['diff.orderFile', '/dev/null'],
  ['fetch.recurseSubmodules', 'false'],
  ['i18n.commitEncoding', 'utf-8'],
  ['i18n.logOutputEncoding', 'utf-8'],
  ['log.diffMerges', 'separate'],
  ['log.follow', 'false'],
  ['log.showRoot', 'true'],
  ['log.showSignature', 'false'],
  ['merge.verifySignatures', 'false'],
  ['push.recurseSubmodules', 'no'],
  ['commit.gpgSign', 'false'],
  ['tag.gpgSign', 'false'],
  ['push.gpgSign', 'false'],
  ['push.followTags', 'false'],
  // An empty one cancels those before it.
  ['push.pushOption', ''],
  ['gc.auto', '0'],
  ['maintenance.auto', 'false'],
]

/** Settings that make the files that we write the same for every user. */
const NO_CONVERSIONS: readonly Setting[] = [
  ['core.attributesFile', '/dev/null'],
  ['core.autocrlf', 'false'],
  ['core.eol', 'lf'],
]

/**
 * A function that runs git in the workspace. Fails as `failure` does (last line of git's output, secrets redacted).
 * Credentials: those in git's configuration for origin are used (they may be stronger than our token); if it has none,
 * `token` is passed by environment for the server's origin only.
 */
export function createGitCommand(context: GitContext): GitCommand {
  const git = plainGit(context)
  const access = context.access ?? createGitAccess(context, git)
  const remoteSettings = memoizeAsync(() => settingsForServer(git, access, context.apart))
  return async (args, call = {}) => {
    await access.ready()
    const ran = await git(args, call.remote ? { ...call, config: await remoteSettings() } : call)
    const isAnswer = (call.accept ?? [0]).includes(ran.exitCode) && !ran.killed
    if (!isAnswer && !(call.killedToo && ran.killed === 'timeout'))
      throw await failure({ git, secrets: context.secrets }, args, ran)
    return ran
  }
}

/** Git with the settings of every call, and no credentials. */
export function plainGit(context: GitContext): PlainGit {
  const { apart, environment, workspace } = context
  return (args, { remote = false, workTree = false, config = [], env, input }: PlainCall & GitCall = {}) =>
    context.processes.run('git', args, {
      cwd: workspace,
      env: {
        ...gitVariables(environment, { remote }),
        ...(apart && apartEnvironment(apart)),
        ...configEnvironment([...settingsFor(workTree), ...config]),
        ...env,
      },
      timeoutMs: remote ? REMOTE_TIMEOUT_MS : LOCAL_TIMEOUT_MS,
      ...(input !== undefined && { input }),
    })
}

async function settingsForServer(
  git: PlainGit,
  access: GitAccess,
  apart: Apart | undefined,
): Promise<readonly Setting[]> {
  const takenOver = apart?.settings ?? (await access.ofJob())
  const stalls = await stallSettings((args) => git(args, { config: takenOver }))
  return [...takenOver, ...stalls, ...(await access.credentials())]
}

function settingsFor(workTree: boolean): readonly Setting[] {
  return [['safe.directory', '*'], ...SAFE_CONFIG, ...(workTree ? [] : NO_CONVERSIONS)]
}

/** The user's own files were read when the settings were taken over: GitHub refuses a header that comes twice. */
function apartEnvironment({ folder }: Apart): Record<string, string> {
  return { GIT_DIR: folder, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' }
}

/**
 * In git's own words (LC_ALL=C): no credentials to answer a 401 with, a 401 or 403 despite them, an unknown ssh key;
 * and in GitHub's: a deploy key that is read-only.
 */
export const DENIED =
  /could not read (Username|Password) for|Authentication failed for|returned error: 403|Permission denied \(|marked as read only/

/**
 * Git's message about a failure: its own reasons if it gives some, else its last line; secrets redacted, limited in
 * length.
 */
export function reasonIn(stderr: string, secrets: Secrets): string {
  const lines = stderr
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  // The shell's own words if a filter or a helper is not installed.
  const reasons = lines.filter((line) => /^(fatal|error|remote): |: (command )?not found$/.test(line))
  return secrets.redact(reasons.length > 0 ? reasons.join(' ') : (lines.at(-1) ?? '')).slice(0, MAX_SAID)
}

/** The error for git's message: `GIT_DENIED`, `GIT_NOT_A_REPOSITORY`, `GIT_STALLED`, else `GIT_FAILED`. */
export async function failure(
  { git, secrets }: { readonly git: PlainGit; readonly secrets: Secrets },
  args: readonly string[],
  ran: Ran,
): Promise<ReleaseError> {
  if (/not a git repository/.test(ran.stderr)) {
    return new ReleaseError('GIT_NOT_A_REPOSITORY', 'The workspace is no git checkout.', {
      hint: 'Put `- uses: actions/checkout@v5` before this step.',
    })
  }
  const own = ran.stderr.replace(/^remote: .*$/gm, '')
  if (saysDiskFull(own)) return diskFull(`git ${args[0]}: ${reasonIn(own, secrets)}`)
  if (DENIED.test(ran.stderr)) {
    return new ReleaseError('GIT_DENIED', `git ${args[0]} was refused: ${reasonIn(ran.stderr, secrets)}`, {
      hint: 'Give the job `permissions: { contents: write }`. Where origin is not the server that the workflow runs for, let checkout keep its credentials (`persist-credentials: true`): the token goes to no other server.',
    })
  }
  if (isStalled(ran)) {
    const origin = Buffer.from((await git(['ls-remote', '--get-url', 'origin'])).stdout).toString()
    return stalled(args[0] ?? '', origin.trim(), reasonIn(ran.stderr, secrets))
  }
  const details = UNTRUSTED.test(own) ? { hint: CERTIFICATE_HINT } : {}
  return new ReleaseError('GIT_FAILED', `git ${args[0]} ${howEnded(ran)}: ${reasonIn(ran.stderr, secrets)}`, details)
}

/** As OpenSSL, GnuTLS and Schannel say it. */
const UNTRUSTED = /certificate verif|SSL certificate problem|unable to get local issuer|SEC_E_UNTRUSTED_ROOT/i
const CERTIFICATE_HINT =
  'git has its own list of authorities: set GIT_SSL_CAINFO to the PEM file of yours in the `env` of the step, or `git config --global http.sslCAInfo FILE` in a step before it.'

function howEnded({ killed, exitCode }: Ran): string {
  if (killed === 'timeout') return 'took too long and was stopped'
  return killed === 'output' ? 'wrote too much and was stopped' : `ended with ${exitCode}`
}
