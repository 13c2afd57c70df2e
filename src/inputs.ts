import { chartReleaserDefaults } from './inputs/chart-releaser/chart-releaser.ts'
import type { ChartReleaserFile } from './inputs/chart-releaser/file.ts'
import type { ReadConfig } from './inputs/config/config.ts'
import { dependencySettings, perChartSettings } from './inputs/config/per-chart.ts'
import { configFileOf } from './inputs/config/setting-files.ts'
import { conflicts } from './inputs/conflicts.ts'
import { withDependentDefaults } from './inputs/dependent-defaults.ts'
import type { Inputs } from './inputs/table/definition.ts'
import {
  collectProblems,
  type GivenValue,
  givenInput,
  type Problems,
  parseGiven,
  resolveSetting,
} from './inputs/table/given-value.ts'
import { nearest } from './inputs/table/nearest.ts'
import { readInputs, inputs as table } from './inputs/table/table.ts'
import { unsupportedInput } from './inputs/unsupported-inputs.ts'
import { type Location, ReleaseError, ReleaseErrors } from './model/errors.ts'
import type { Mode } from './model/settings.ts'
import type { Environment } from './ports/process.ts'
import type { Settings } from './settings.ts'

export { secretsInFile } from './inputs/chart-releaser/chart-releaser.ts'
export { MAX_FILE_BYTES as MAX_CHART_RELEASER_BYTES } from './inputs/chart-releaser/file.ts'
export { configFileOf, type SettingFiles, settingFiles } from './inputs/config/setting-files.ts'
export type { Inputs } from './inputs/table/definition.ts'
export { secretInputs } from './inputs/table/table.ts'

export interface SettingsSources {
  readonly inputs: Inputs
  /** The text of the config file; `undefined` if there is none. */
  readonly configText?: string | undefined
  /** cr.yaml, if the workspace has one. */
  readonly chartReleaser?: ChartReleaserFile | undefined
  /** Only `GITHUB_*` and chart-releaser's `CR_*` are read, for defaults. */
  readonly environment: Environment
}

/** The mode, which only an input sets. A wrong one counts as `release`, which has the strictest rules; `readSettings` reports it. */
export function modeIn(inputs: Inputs): Mode {
  const parsed = table.mode.parse(givenInput(inputs, 'mode')?.raw ?? '')
  return 'value' in parsed ? parsed.value : 'release'
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
 * The only reader of inputs and config file. An input overrides the config file, which overrides the settings of
 * chart-releaser, which override the default; each setting has its source. Fails with `ReleaseErrors` that contain every
 * problem: `INPUT_*`, `CONFIG_*`, `CHART_RELEASER_*`.
 */
export async function readSettings({
  inputs,
  configText,
  chartReleaser,
  environment,
}: SettingsSources): Promise<Settings> {
  const problems = collectProblems()
  for (const name of Object.keys(inputs)) if (!Object.hasOwn(table, name)) problems.add(unknownInput(name, inputs))
  const config = await configOf(inputs, configText, problems)
  const other = chartReleaserDefaults(chartReleaser, {
    isGiven: (name) => (givenInput(inputs, name) ?? givenInConfig(config, name)) !== undefined,
    environment,
  })
  for (const problem of other.problems) problems.add(problem)
  const read = readInputs((name, entry) => {
    const [input, configured] = [givenInput(inputs, name), givenInConfig(config, name)]
    // A wrong value in the config file is reported even if an input overrides it: the next workflow may not.
    if (input && configured) parseGiven(configured, entry, problems)
    const given = input ?? configured ?? other.defaults.get(name)
    return resolveSetting(given, entry, { problems, environment, inputs })
  })
  const { values, sources, effective } = withDependentDefaults(read)
  const settings: Settings = {
    ...values,
    sources,
    effective,
    perChart: perChartSettings(config, problems),
    dependencies: dependencySettings(config, problems),
    trustedSigners: config.config['trusted-signers'] ?? [],
    remarks: other.remarks,
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
    const { readConfig } = await import('./inputs/config/config.ts')
    return readConfig(text, file, problems)
  }
  const named = givenInput(inputs, 'config')
  if (named !== undefined && 'value' in table.config.parse(named.raw)) {
    problems.add(
      new ReleaseError('CONFIG_FILE_MISSING', `The input \`config\` names ${file}, and there is no such file.`, {
        hint: 'Paths count from the repository root, and the file must be committed: settings are read from the commit that is checked out, or from the base of a change that is not merged.',
      }),
    )
  }
  return NO_CONFIG
}

function givenInConfig({ config, at }: ReadConfig, name: string): GivenValue | undefined {
  const raw = config.defaults?.[name]
  if (raw === undefined) return undefined
  return { raw, origin: { source: 'config', name: `defaults.${name}`, at: at(['defaults', name]) } }
}

function unknownInput(name: string, inputs: Inputs): ReleaseError {
  const counterpart = unsupportedInput(name, inputs[name] ?? '')
  if (counterpart !== undefined) {
    const message = `This action has no input \`${name}\`, which is one of ${counterpart.tool}.`
    return new ReleaseError('INPUT_UNKNOWN', message, { hint: counterpart.hint })
  }
  const near = nearest(name, Object.keys(table))
  return new ReleaseError('INPUT_UNKNOWN', `This action has no input \`${name.slice(0, 60)}\`.`, {
    hint: near === undefined ? `Its inputs are: ${Object.keys(table).join(', ')}.` : `Did you mean \`${near}\`?`,
  })
}
