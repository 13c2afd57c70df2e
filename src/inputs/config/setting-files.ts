import { type ForeignFile, isChartReleasers } from '../chart-releaser/file.ts'
import type { Inputs } from '../table/definition.ts'
import { givenInput } from '../table/given-value.ts'
import { inputs as table } from '../table/table.ts'

/** The files that settings are read from, and the inputs without one that names another tool's file. */
export interface SettingFiles {
  readonly inputs: Inputs
  /** The text of our own config file; `undefined` where there is none. */
  readonly configText: string | undefined
  readonly chartReleaser: ForeignFile | undefined
}

/** Reads a file of the workspace; `undefined` where there is none. */
export interface ReadsFiles {
  /** Our own config file. */
  readonly own: (path: string) => Promise<string | undefined>
  /** cr.yaml: a small file inside the workspace, else it fails. */
  readonly foreign: (path: string) => Promise<string | undefined>
}

const PLACES = ['cr.yaml', 'cr.yml'] as const

/** Path of the config file, from the repository root. A bad one is the default here; `readSettings` tells of it. */
export function configFileOf(inputs: Inputs): string {
  const parsed = table.config.parse(givenInput(inputs, 'config')?.raw ?? '')
  return 'value' in parsed ? parsed.value : table.config.fallback({}, inputs)
}

/**
 * Finds the files that settings stand in. `config` names chart-releaser's file in workflows that were written for its
 * action: then that is read as what it is, and ours where it always stands.
 */
export async function settingFiles(inputs: Inputs, { own, foreign }: ReadsFiles): Promise<SettingFiles> {
  const file = configFileOf(inputs)
  const text = await own(file)
  if (text !== undefined && givenInput(inputs, 'config') !== undefined && isChartReleasers({ file, text })) {
    const { config: _, ...others } = inputs
    const named = { file, text: (await foreign(file)) ?? '', named: true as const }
    return { inputs: others, configText: await own(configFileOf(others)), chartReleaser: named }
  }
  for (const place of PLACES) {
    const found = await foreign(place)
    if (found !== undefined) return { inputs, configText: text, chartReleaser: { file: place, text: found } }
  }
  return { inputs, configText: text, chartReleaser: undefined }
}
