import type { ReadConfig } from './inputs/config.ts'
import { conflicts } from './inputs/conflicts.ts'
import type { Definition } from './inputs/definition.ts'
import { nearest } from './inputs/nearest.ts'
import { dependencySettings, perChartSettings } from './inputs/per-chart.ts'
import { collectProblems, type Given, judge, type Problems, settle } from './inputs/problems.ts'
import { type InputName, inputs as table } from './inputs/table.ts'
import { type Location, ReleaseError, ReleaseErrors } from './model/errors.ts'
import type { Setting, Settings } from './model/settings.ts'
import type { Environment } from './platform/platform.ts'

/** Inputs by name, e.g. `app-version`; empty ones count as not given, for GitHub can't tell the two apart. */
export type Inputs = Readonly<Record<string, string | undefined>>

export interface SettingsSources {
  readonly inputs: Inputs
  /** The text of the config file; `undefined` where there is none. */
  readonly configText?: string | undefined
  /** Only `GITHUB_*` is read, for defaults. */
  readonly environment: Environment
}

/** The inputs of a step: the runner hands them over as `INPUT_<NAME>`, in upper case. */
export function inputsIn(environment: Environment): Inputs {
  const entries = Object.entries(environment).filter(([name]) => name.startsWith('INPUT_'))
  return Object.fromEntries(entries.map(([name, value]) => [name.slice('INPUT_'.length).toLowerCase(), value]))
}

/** Path of the config file, from the repository root. A bad one is the default here; `readSettings` tells of it. */
export function configFileOf(inputs: Inputs): string {
  const parsed = table.config.parse(given(inputs, 'config')?.raw ?? '')
  return 'value' in parsed ? parsed.value : table.config.fallback({})
}

/**
 * The only reader of inputs and config file. An input wins over the config file, which wins over the default; each
 * setting says where it came from. Fails with `ReleaseErrors` that hold every problem: `INPUT_*`, `CONFIG_*`.
 */
export async function readSettings({ inputs, configText, environment }: SettingsSources): Promise<Settings> {
  const problems = collectProblems()
  for (const name of Object.keys(inputs)) if (!Object.hasOwn(table, name)) problems.add(unknownInput(name))
  const config = await configOf(inputs, configText, problems)
  function setting<T>(name: InputName, entry: Definition<T>): Setting<T> {
    const [input, configured] = [given(inputs, name), givenInConfig(config, name)]
    // A wrong value is told also where an input overrules it: the next workflow may not.
    if (input && configured) judge(configured, entry, problems)
    return settle(input ?? configured, entry, problems, environment)
  }

  const settings: Settings = {
    mode: setting('mode', table.mode),
    charts: setting('charts', table.charts),
    exclude: setting('exclude', table.exclude),
    targets: setting('targets', table.targets),
    bump: setting('bump', table.bump),
    zeroMajor: setting('zero-major', table['zero-major']),
    tooLow: setting('too-low', table['too-low']),
    requireBump: setting('require-bump', table['require-bump']),
    appVersion: setting('app-version', table['app-version']),
    appTagPattern: setting('app-tag-pattern', table['app-tag-pattern']),
    commit: setting('commit', table.commit),
    verifiedCommits: setting('verified-commits', table['verified-commits']),
    releaseNotes: setting('release-notes', table['release-notes']),
    tagTemplate: setting('tag-template', table['tag-template']),
    versionFromTag: setting('version-from-tag', table['version-from-tag']),
    adopt: setting('adopt', table.adopt),
    sign: setting('sign', table.sign),
    publicLog: setting('public-log', table['public-log']),
    sigstoreSigningConfig: setting('sigstore-signing-config', table['sigstore-signing-config']),
    sigstoreTrustedRoot: setting('sigstore-trusted-root', table['sigstore-trusted-root']),
    sigstoreTimeoutMs: setting('sigstore-timeout', table['sigstore-timeout']),
    gpgPrivateKey: setting('gpg-private-key', table['gpg-private-key']),
    gpgPassphrase: setting('gpg-passphrase', table['gpg-passphrase']),
    registryUsername: setting('registry-username', table['registry-username']),
    registryPassword: setting('registry-password', table['registry-password']),
    plainHttp: setting('plain-http', table['plain-http']),
    tokenRealms: setting('token-realms', table['token-realms']),
    helmVersion: setting('helm-version', table['helm-version']),
    githubToken: setting('github-token', table['github-token']),
    configFile: setting('config', table.config),
    perChart: perChartSettings(config, problems),
    dependencies: dependencySettings(config, problems),
    trustedSigners: config.config['trusted-signers'] ?? [],
  }
  const all = [...problems.all, ...conflicts(settings, environment, problems.all.length === 0)]
  // In the order of the file, after those of the inputs.
  const place = ({ at }: ReleaseError): number => at?.line ?? 0
  if (all.length > 0) throw new ReleaseErrors(all.toSorted((a, b) => place(a) - place(b)))
  return settings
}

const nowhere = (): Location => ({ file: '' })
const NO_CONFIG: ReadConfig = { config: {}, at: nowhere, keyAt: nowhere }

async function configOf(inputs: Inputs, text: string | undefined, problems: Problems): Promise<ReadConfig> {
  const file = configFileOf(inputs)
  if (text !== undefined) {
    // Loaded late: most repositories have no config file, and the schema library is not small.
    const { readConfig } = await import('./inputs/config.ts')
    return readConfig(text, file, problems)
  }
  const named = given(inputs, 'config')
  if (named !== undefined && 'value' in table.config.parse(named.raw)) {
    problems.add(
      new ReleaseError('CONFIG_FILE_MISSING', `The input \`config\` names ${file}, and there is no such file.`, {
        hint: 'Paths count from the repository root; is actions/checkout an earlier step?',
      }),
    )
  }
  return NO_CONFIG
}

function given(inputs: Inputs, name: string): Given | undefined {
  const raw = inputs[name]
  return raw === undefined || raw.trim() === '' ? undefined : { raw, origin: { source: 'input', name } }
}

function givenInConfig({ config, at }: ReadConfig, name: string): Given | undefined {
  const raw = config.defaults?.[name]
  if (raw === undefined) return undefined
  return { raw, origin: { source: 'config', name: `defaults.${name}`, at: at(['defaults', name]) } }
}

function unknownInput(name: string): ReleaseError {
  const near = nearest(name, Object.keys(table))
  return new ReleaseError('INPUT_UNKNOWN', `This action has no input \`${name.slice(0, 60)}\`.`, {
    hint: near === undefined ? `Its inputs are: ${Object.keys(table).join(', ')}.` : `Did you mean \`${near}\`?`,
  })
}
