import { type ChartReleaserFile, isChartReleasers } from '../chart-releaser/file.ts'
import { sharedFileIn } from '../table/config-place.ts'
import type { Inputs } from '../table/definition.ts'
import { givenInput } from '../table/given-value.ts'
import { inputs as table } from '../table/table.ts'

/** The files that settings are read from, and the inputs without `config` if it names another tool's file. */
export interface SettingFiles {
  readonly inputs: Inputs
  /** The text of the config file; `undefined` if there is none. */
  readonly configText: string | undefined
  readonly chartReleaser: ChartReleaserFile | undefined
}

/** Read a file of the workspace; `undefined` if there is none. */
export interface FileReaders {
  /** The config file of this action. */
  readonly config: (path: string) => Promise<string | undefined>
  /** cr.yaml: fails unless it is a small file inside the workspace. */
  readonly chartReleaser: (path: string) => Promise<string | undefined>
}

const PLACES = ['cr.yaml', 'cr.yml'] as const

/** Path of the config file of this repository, from its root. A wrong one counts as the default; `readSettings` reports it. */
export function configFileOf(inputs: Inputs): string {
  return namedConfigFile(inputs) ?? table.config.fallback({}, inputs)
}

/** The file of this repository that the input `config` names, if it does. */
export function namedConfigFile(inputs: Inputs): string | undefined {
  const given = givenInput(inputs, 'config')
  const parsed = given && table.config.parse(given.raw)
  return parsed && 'value' in parsed && sharedFileIn(parsed.value) === undefined ? parsed.value : undefined
}

/**
 * Finds the files that hold settings. In workflows written for chart-releaser's action, `config` names chart-releaser's
 * file: it is read as such, and our config file is looked for at its default path.
 */
export async function settingFiles(inputs: Inputs, read: FileReaders): Promise<SettingFiles> {
  const file = configFileOf(inputs)
  const text = await read.config(file)
  if (text !== undefined && namedConfigFile(inputs) !== undefined && isChartReleasers({ file, text })) {
    const { config: _, ...others } = inputs
    const named = { file, text: (await read.chartReleaser(file)) ?? '', named: true as const }
    return { inputs: others, configText: await read.config(configFileOf(others)), chartReleaser: named }
  }
  for (const place of PLACES) {
    const found = await read.chartReleaser(place)
    if (found !== undefined) return { inputs, configText: text, chartReleaser: { file: place, text: found } }
  }
  return { inputs, configText: text, chartReleaser: undefined }
}
