import { CHART_RELEASER_PLACES, type ChartReleaserFile, isChartReleasers } from '../chart-releaser/file.ts'
import { type ChartTestingFile, isChartTestings } from '../chart-testing/file.ts'
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
  readonly chartTesting: ChartTestingFile | undefined
}

/** Read a file of the workspace; `undefined` if there is none. */
export interface FileReaders {
  /** The config file of this action. */
  readonly config: (path: string) => Promise<string | undefined>
  /** cr.yaml: fails unless it is a small file inside the workspace. */
  readonly chartReleaser: (path: string) => Promise<string | undefined>
  /** ct.yaml: likewise. */
  readonly chartTesting: (path: string) => Promise<string | undefined>
}

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
 * Finds the files that hold settings. In workflows written for another tool, `config` may name that tool's file: it is
 * read as such, and our config file is looked for at its default path.
 */
export async function settingFiles(inputs: Inputs, read: FileReaders): Promise<SettingFiles> {
  const file = configFileOf(inputs)
  const text = await read.config(file)
  const isNamed = text !== undefined && namedConfigFile(inputs) !== undefined
  const { config: _, ...others } = inputs
  if (isNamed && isChartReleasers({ file, text })) {
    const named = { file, text: (await read.chartReleaser(file)) ?? '', named: true as const }
    const configText = await read.config(configFileOf(others))
    return { inputs: others, configText, chartReleaser: named, chartTesting: await chartTestingFile(others, read) }
  }
  const chartReleaser = await firstOf(CHART_RELEASER_PLACES, read.chartReleaser)
  if (isNamed && isChartTestings({ file, text })) {
    const named = { file, text: (await read.chartTesting(file)) ?? '', named: true as const }
    return { inputs: others, configText: await read.config(configFileOf(others)), chartReleaser, chartTesting: named }
  }
  return { inputs, configText: text, chartReleaser, chartTesting: await chartTestingFile(inputs, read) }
}

/** Where chart-testing looks for it in a repository, unless an input names another place. */
const CT_PLACES = ['ct.yaml', 'ct.yml'] as const

async function chartTestingFile(inputs: Inputs, read: FileReaders): Promise<ChartTestingFile | undefined> {
  const named = ctConfigOf(inputs)
  if (named === 'none') return undefined
  return firstOf(named === undefined ? CT_PLACES : [named], read.chartTesting)
}

/** The input `ct-config`. A wrong one counts as none; `readSettings` reports it. */
export function ctConfigOf(inputs: Inputs): string | undefined {
  const given = givenInput(inputs, 'ct-config')
  if (given === undefined) return undefined
  const parsed = table['ct-config'].parse(given.raw)
  return 'value' in parsed ? parsed.value : 'none'
}

async function firstOf(
  places: readonly string[],
  read: (path: string) => Promise<string | undefined>,
): Promise<{ readonly file: string; readonly text: string } | undefined> {
  for (const file of places) {
    const text = await read(file)
    if (text !== undefined) return { file, text }
  }
  return undefined
}
