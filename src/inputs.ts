import { chartReleaserDefaults } from './inputs/chart-releaser/chart-releaser.ts'
import type { ChartReleaserFile } from './inputs/chart-releaser/file.ts'
import { chartTestingDefaults } from './inputs/chart-testing/chart-testing.ts'
import type { ChartTestingFile } from './inputs/chart-testing/file.ts'
import type { ReadConfig } from './inputs/config/config.ts'
import { dependencySettings, perChartSettings } from './inputs/config/per-chart.ts'
import { configFileOf, ctConfigOf, namedConfigFile } from './inputs/config/setting-files.ts'
import type { SharedConfig, SharedDefault } from './inputs/config/shared-config.ts'
import { conflicts } from './inputs/conflicts.ts'
import { withDependentDefaults } from './inputs/dependent-defaults.ts'
import { idleSettings } from './inputs/idle-settings.ts'
import { sharedFileIn } from './inputs/table/config-place.ts'
import type { Inputs } from './inputs/table/definition.ts'
import {
  collectProblems,
  type GivenValue,
  givenInput,
  type Problems,
  parseGiven,
  resolveSetting,
} from './inputs/table/given-value.ts'
import { readInputs, inputs as table } from './inputs/table/table.ts'
import { unknownInput } from './inputs/unknown-input.ts'
import { type Location, ReleaseError, ReleaseErrors } from './model/errors.ts'
import type { Mode, SharedFile } from './model/settings.ts'
import type { Environment } from './ports/process.ts'
import type { Settings } from './settings.ts'

export { secretsInFile } from './inputs/chart-releaser/chart-releaser.ts'
export { MAX_FILE_BYTES as MAX_CHART_RELEASER_BYTES } from './inputs/chart-releaser/file.ts'
export { MAX_CHART_TESTING_BYTES } from './inputs/chart-testing/file.ts'
export { configFileOf, type SettingFiles, settingFiles } from './inputs/config/setting-files.ts'
export type { Inputs } from './inputs/table/definition.ts'
export { secretInputs } from './inputs/table/table.ts'

export interface SettingsSources {
  readonly inputs: Inputs
  /** The text of the config file; `undefined` if there is none. */
  readonly configText?: string | undefined
  /** The config file of another repository, if the input `config` names one. */
  readonly sharedConfig?: SharedConfig | undefined
  /** cr.yaml, if the workspace has one. */
  readonly chartReleaser?: ChartReleaserFile | undefined
  /** ct.yaml, if the workspace has one. */
  readonly chartTesting?: ChartTestingFile | undefined
  /** Only `GITHUB_*` and chart-releaser's `CR_*` are read, for defaults. */
  readonly environment: Environment
}

/** The mode, which only an input sets. A wrong one counts as `release`, which has the strictest rules; `readSettings` reports it. */
export function modeIn(inputs: Inputs): Mode {
  const parsed = table.mode.parse(givenInput(inputs, 'mode')?.raw ?? '')
  return 'value' in parsed ? parsed.value : 'release'
}

/** Where the checkout is, which only an input says; `readSettings` reports a wrong one. */
export function checkoutPathIn(inputs: Inputs): string | undefined {
  const parsed = table.path.parse(givenInput(inputs, 'path')?.raw ?? '.')
  return 'value' in parsed && parsed.value !== '.' ? parsed.value : undefined
}

/** The config file of another repository that the input `config` names. */
export function sharedConfigIn(inputs: Inputs): SharedFile | undefined {
  const raw = givenInput(inputs, 'config')?.raw
  return typeof raw === 'string' ? sharedFileIn(raw.trim()) : undefined
}

/** The token for git. No file may give it, because git is needed to know which files count. */
export function gitTokenIn(inputs: Inputs, environment: Environment): string | undefined {
  const named = givenInput(inputs, 'github-token')?.raw ?? environment.CR_TOKEN
  return (typeof named === 'string' && named.trim()) || inputs['github-token'] || undefined
}

/** The inputs of a step; the runner passes them as `INPUT_<NAME>`, in upper case. */
export function inputsIn(environment: Environment): Inputs {
  const entries = Object.entries(environment).filter(([name]) => name.startsWith('INPUT_'))
  return Object.fromEntries(entries.map(([name, value]) => [name.slice('INPUT_'.length).toLowerCase(), value]))
}

/**
 * The only reader of inputs and config files. An input overrides the config file, which overrides a shared one, which
 * overrides the settings of chart-releaser and chart-testing (which are about different inputs), which override the default;
 * each setting has its source. Fails with `ReleaseErrors` that contain every problem: `INPUT_*`, `CONFIG_*`,
 * `CHART_RELEASER_*`, `CHART_TESTING_*`.
 */
export async function readSettings({
  inputs,
  configText,
  sharedConfig,
  chartReleaser,
  chartTesting,
  environment,
}: SettingsSources): Promise<Settings> {
  const problems = collectProblems()
  for (const name of Object.keys(inputs)) if (!Object.hasOwn(table, name)) problems.add(unknownInput(name, inputs))
  const config = await configOf(inputs, configText, problems)
  const shared = await sharedDefaults(sharedConfig, problems)
  const ours = (name: string) => givenInput(inputs, name) ?? givenInConfig(config, name) ?? shared(name)
  const releaser = chartReleaserDefaults(chartReleaser, { isGiven: (name) => ours(name) !== undefined, environment })
  const testing = chartTestingDefaults(chartTesting, { given: ours, environment })
  for (const problem of [...missingCtConfig(inputs, chartTesting), ...releaser.problems, ...testing.problems]) {
    problems.add(problem)
  }
  const read = readInputs((name, entry) => {
    const [input, configured] = [givenInput(inputs, name), givenInConfig(config, name)]
    // A wrong value in the config file is reported even if an input overrides it: the next workflow may not.
    if (input && configured) parseGiven(configured, entry, problems)
    const given = input ?? configured ?? shared(name) ?? releaser.defaults.get(name) ?? testing.defaults.get(name)
    return resolveSetting(given, entry, { problems, environment, inputs })
  })
  const { values, sources, effective } = withDependentDefaults(read)
  const settings: Settings = {
    ...values,
    sources,
    effective,
    perChart: perChartSettings(config, problems),
    dependencies: dependencySettings(config, problems),
    ...(sources.lintValues === 'config' && { lintValuesAt: config.at(['defaults', 'lint-values']) }),
    trustedSigners: config.config['trusted-signers'] ?? [],
    remarks: [...releaser.remarks, ...testing.remarks],
  }
  const remarks = problems.all.length > 0 ? [] : idleSettings(settings, environment)
  const all = [...problems.all, ...conflicts(settings, environment, problems.all.length === 0)]
  // In the order of the file, after those of the inputs.
  const place = ({ at }: ReleaseError): number => at?.line ?? 0
  if (all.length > 0) throw new ReleaseErrors(all.toSorted((a, b) => place(a) - place(b)))
  return { ...settings, remarks: [...settings.remarks, ...remarks] }
}

const nowhere = (): Location => ({ file: '' })
const NO_CONFIG: ReadConfig = { config: {}, at: nowhere, keyAt: nowhere }

async function sharedDefaults(shared: SharedConfig | undefined, problems: Problems): Promise<SharedDefault> {
  if (shared === undefined) return () => undefined
  const { readSharedConfig } = await import('./inputs/config/shared-config.ts')
  return readSharedConfig(shared, problems)
}

async function configOf(inputs: Inputs, text: string | undefined, problems: Problems): Promise<ReadConfig> {
  const file = configFileOf(inputs)
  if (text !== undefined) {
    // Loaded late: most repositories have no config file, and the schema library is not small.
    const { readConfig } = await import('./inputs/config/config.ts')
    return readConfig(text, file, problems)
  }
  if (namedConfigFile(inputs) !== undefined) {
    problems.add(
      new ReleaseError('CONFIG_FILE_MISSING', `The input \`config\` names ${file}, and there is no such file.`, {
        hint: 'Paths count from the repository root, and the file must be committed: settings are read from the commit that is checked out, or from the base of a change that is not merged.',
      }),
    )
  }
  return NO_CONFIG
}

function missingCtConfig(inputs: Inputs, found: ChartTestingFile | undefined): readonly ReleaseError[] {
  const named = ctConfigOf(inputs)
  if (named === undefined || named === 'none' || found !== undefined) return []
  return [
    new ReleaseError('CONFIG_FILE_MISSING', `The input \`ct-config\` names ${named}, and there is no such file.`, {
      hint: 'Paths count from the repository root, and the file must be committed; `ct-config: none` reads no file of chart-testing.',
    }),
  ]
}

function givenInConfig({ config, at }: ReadConfig, name: string): GivenValue | undefined {
  const raw = config.defaults?.[name]
  if (raw === undefined) return undefined
  return { raw, origin: { source: 'config', name: `defaults.${name}`, at: at(['defaults', name]) } }
}
