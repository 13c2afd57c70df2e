import {
  type Inputs,
  inputsIn,
  MAX_CHART_RELEASER_BYTES,
  MAX_CHART_TESTING_BYTES,
  modeIn,
  readSettings,
  secretsInFile,
  settingFiles,
  sharedConfigIn,
} from './inputs.ts'
import { problemsIn, ReleaseError, ReleaseErrors } from './model/errors.ts'
import type { SharedFile } from './model/settings.ts'
import { type Checkout, openCheckout } from './pipeline/checkout/checkout.ts'
import { settledRemarks, untrustedReason } from './pipeline/checkout/settled-files.ts'
import { untrustedProblem } from './pipeline/checkout/untrusted-checkout.ts'
import type { Workspace } from './ports/files.ts'
import type { Git } from './ports/git.ts'
import type { Environment } from './ports/process.ts'
import type { Log, RunnerFacts, Secrets } from './ports/runner.ts'
import type { Settings } from './settings.ts'

/** As much as is read of any file; what a config file may hold is far less. */
const MAX_CONFIG_BYTES = 16 * 1024 * 1024

interface SettledContext {
  readonly environment: Environment
  readonly secrets: Pick<Secrets, 'add'>
  readonly log: Pick<Log, 'info'>
  readonly facts: RunnerFacts
  readonly workspace: Workspace
  readonly git: Git
  /** The text of a file; fails with `FILE_UNREADABLE` if it is not UTF-8. */
  readonly asText: (path: string, content: Uint8Array | undefined) => string | undefined
  /** The content of a file of another repository. */
  readonly sharedFile: (file: SharedFile) => Promise<Uint8Array>
  /** Why nothing is released under this event. */
  readonly eventProblem: ReleaseError | undefined
}

interface SettledSettings {
  readonly settings: Settings
  readonly checkout: Checkout
}

/**
 * The settings of a run, with files only from the commit that counts (see `Checkout`), never from the work tree. A run that
 * must not work on what is checked out is refused before any file is read: `EVENT_REFUSED`, `HEAD_NOT_ON_REF`.
 */
export async function settledSettings(context: SettledContext): Promise<SettledSettings> {
  const { environment, facts, git, eventProblem } = context
  const mode = modeIn(inputsIn(environment))
  if (mode === 'release' && eventProblem) throw new ReleaseErrors([eventProblem])
  const checkout = await openCheckout(git, facts).catch(withInputProblems(environment))
  const problem = untrustedProblem(facts, checkout, mode)
  if (problem) throw new ReleaseErrors([problem])
  return { checkout, settings: await settingsAt(checkout, context) }
}

/** What is wrong with the inputs is reported together with a checkout that can't be used. */
export function withInputProblems(environment: Environment): (thrown: unknown) => Promise<never> {
  return async (thrown) => {
    const { config: _, 'ct-config': __, ...inputs }: Inputs = inputsIn(environment)
    const problems = await readSettings({ inputs, environment }).then(() => [], problemsIn)
    throw new ReleaseErrors([...problems, ...problemsIn(thrown)])
  }
}

/** The config file of another repository, which must have the same owner: others are neither asked nor followed. */
async function sharedConfigOf({ environment, facts, sharedFile, asText }: SettledContext) {
  const file = sharedConfigIn(inputsIn(environment))
  if (file === undefined) return undefined
  const [owner = ''] = file.repository.split('/')
  if (owner.toLowerCase() !== facts.owner.toLowerCase()) throw otherOwner(file, facts)
  return { ...file, text: asText(`${file.repository}/${file.path}`, await sharedFile(file)) ?? '' }
}

function otherOwner({ repository }: SharedFile, facts: RunnerFacts): ReleaseError {
  const text = `\`config\` names a file of ${repository}, and settings are taken only from repositories of ${facts.owner}.`
  return new ReleaseError('SHARED_CONFIG_REFUSED', text, {
    hint: `Copy the file into a repository of ${facts.owner}, and name that one.`,
  })
}

/** What cr.yaml holds and nobody may see is given to `secrets` before anything else is done with it. */
async function settingsAt(checkout: Checkout, context: SettledContext): Promise<Settings> {
  const { environment, secrets, log, facts, workspace, asText } = context
  const asked: string[] = []
  const upTo = (maxBytes: number) => async (path: string) => {
    asked.push(path)
    return asText(path, await checkout.read(path, maxBytes))
  }
  const readers = {
    config: upTo(MAX_CONFIG_BYTES),
    chartReleaser: upTo(MAX_CHART_RELEASER_BYTES),
    chartTesting: upTo(MAX_CHART_TESTING_BYTES),
  }
  const found = await settingFiles(inputsIn(environment), readers)
  for (const value of found.chartReleaser ? secretsInFile(found.chartReleaser) : []) secrets.add(value)
  if (checkout.shownOn === undefined)
    log.info(`The settings of commit ${checkout.settled} apply: ${untrustedReason(checkout, facts)}`)
  const remarks = await settledRemarks(asked, { checkout, workspace, facts }, MAX_CONFIG_BYTES)
  const sharedConfig = await sharedConfigOf(context).catch(withInputProblems(environment))
  const settings = await readSettings({ ...found, sharedConfig, environment })
  return { ...settings, remarks: [...settings.remarks, ...remarks] }
}
