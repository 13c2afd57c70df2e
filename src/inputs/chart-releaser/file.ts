import { type Field, fieldsOf, isNull, scalarOf } from '../../chart/yaml/fields.ts'
import { failure, parseYaml, spanOf, type YamlText } from '../../chart/yaml/text.ts'
import { ReleaseError } from '../../model/errors.ts'
import type { Remark } from '../../model/settings.ts'
import { nearest } from '../table/nearest.ts'
import { quotedValue } from '../table/parse.ts'
import { chartReleaserKeys, type Entry, type EntrySource, keyOf, type ReadEntries, readEntry } from './entries.ts'

/** cr.yaml as found in the workspace. */
export interface ChartReleaserFile {
  /** From the repository root, e.g. `.github/configs/cr.yaml`. */
  readonly file: string
  readonly text: string
  /** Set if the input `config` names it, so the workflow was written for chart-releaser's action. */
  readonly named?: true
}

/** Where the file is read without being named. */
export const CHART_RELEASER_PLACES = ['cr.yaml', 'cr.yml'] as const

/** chart-releaser has two dozen settings; a larger file is something else. */
export const MAX_FILE_BYTES = 65_536
const MAX_UNKNOWN = 10

/**
 * Reads cr.yaml: its settings, problems with their line (`CHART_RELEASER_FILE_INVALID`, `CHART_RELEASER_REFUSED`), and a
 * remark for each key that chart-releaser does not know. Never throws, whatever the text.
 */
export function readChartReleaserFile({ file, text }: ChartReleaserFile): ReadEntries {
  if (isResource(text)) return { entries: [], remarks: [], problems: [] }
  try {
    const yaml = parseYaml(text, { file, code: 'CHART_RELEASER_FILE_INVALID', maxLength: MAX_FILE_BYTES })
    return isNull(yaml, yaml.root) ? { entries: [], remarks: [], problems: [] } : readFields(yaml)
  } catch (error) {
    if (!(error instanceof ReleaseError)) throw error
    return { entries: [], remarks: [], problems: [unreadable(error, file)] }
  }
}

/** Whether a file that `config` names is chart-releaser's: by its name, or because it has chart-releaser's keys and none of ours. */
export function isChartReleasers({ file, text }: ChartReleaserFile): boolean {
  const keys = [...text.slice(0, MAX_FILE_BYTES).matchAll(/^["']?([\w-]+)["']?\s*:/gm)].map(([, key = '']) => key)
  if (keys.some((key) => CONFIG_KEYS.includes(key))) return false
  return /(^|\/)cr\.ya?ml$/.test(file) || keys.some((key) => keyOf(key) !== undefined)
}

const CONFIG_KEYS: readonly string[] = ['defaults', 'charts', 'dependencies', 'trusted-signers']

/** `cr.yaml` is also a common name for a Kubernetes custom resource. */
function isResource(text: string): boolean {
  return /^apiVersion:/m.test(text) && /^kind:/m.test(text)
}

function unreadable({ message, hint, at, cause }: ReleaseError, file: string): ReleaseError {
  return new ReleaseError('CHART_RELEASER_FILE_INVALID', message, {
    hint: hint ?? `${file} is read as the settings of chart-releaser; correct it, or delete it if nothing needs it.`,
    at: at ?? { file },
    cause,
  })
}

function readFields(yaml: YamlText): ReadEntries {
  const entries: Entry[] = []
  const problems: ReleaseError[] = []
  const unknown: Remark[] = []
  for (const field of fieldsOf(yaml, yaml.root, 'settings').values()) {
    const key = keyOf(field.name)
    if (key === undefined) unknown.push(unknownKey(yaml, field))
    else {
      const read = readEntry(key, textOf(yaml, field), fromOf(yaml, field))
      if (read instanceof ReleaseError) problems.push(read)
      else if (read !== undefined) entries.push(read)
    }
  }
  return { entries, remarks: bounded(unknown, yaml.file), problems }
}

function textOf(yaml: YamlText, field: Field): string {
  if (isNull(yaml, field.value)) return ''
  try {
    return scalarOf(yaml, field.value, `\`${field.name}\``).text
  } catch (error) {
    // The line of the key, because a list begins on the next one.
    throw error instanceof ReleaseError
      ? failure(yaml, field.key, `has \`${field.name}\` that is not plain text`)
      : error
  }
}

function fromOf(yaml: YamlText, { name, key }: Field): EntrySource {
  const { line, column } = spanOf(yaml, key)
  return { words: `\`${name}\` in ${yaml.file}`, at: { file: yaml.file, line, column } }
}

function unknownKey(yaml: YamlText, field: Field): Remark {
  const near = nearest(field.name, Object.keys(chartReleaserKeys))
  const guess = near === undefined ? '' : ` Did you mean \`${near}\`?`
  const { line, column } = spanOf(yaml, field.key)
  const text = `${quotedValue(field.name)} in ${yaml.file} is not a setting of chart-releaser and does nothing.${guess}`
  return { text, at: { file: yaml.file, line, column } }
}

function bounded(remarks: readonly Remark[], file: string): readonly Remark[] {
  const left = remarks.length - MAX_UNKNOWN
  if (left <= 0) return remarks
  return [...remarks.slice(0, MAX_UNKNOWN), { text: `${left} more keys of ${file} do nothing.`, at: { file } }]
}
