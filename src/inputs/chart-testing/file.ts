import { type Field, fieldsOf, isNull, itemsOf, scalarOf } from '../../chart/yaml/fields.ts'
import { parseYaml, spanOf, type YamlText } from '../../chart/yaml/text.ts'
import { type Location, ReleaseError } from '../../model/errors.ts'
import type { Remark } from '../../model/settings.ts'
import { nearest } from '../table/nearest.ts'
import { quotedValue } from '../table/parse.ts'
import { chartTestingKeys, isKey, type KeyKind } from './keys.ts'

/** ct.yaml as found in the workspace. */
export interface ChartTestingFile {
  /** From the repository root, e.g. `.github/ct.yaml`. */
  readonly file: string
  readonly text: string
  /** Set if the input `config` names it, which is for a file of this action. */
  readonly named?: true
}

/** One setting of chart-testing. */
export interface Entry {
  readonly key: string
  /** A list has each of its entries; a text that stands for one, those between its commas. */
  readonly values: readonly string[]
  /** For messages: `chart-dirs` in ct.yaml. */
  readonly words: string
  readonly at: Location
}

export interface ReadFile {
  readonly entries: ReadonlyMap<string, Entry>
  readonly remarks: readonly Remark[]
  readonly problems: readonly ReleaseError[]
}

/** chart-testing has four dozen settings; a larger file is something else. */
export const MAX_CHART_TESTING_BYTES = 65_536
const MAX_UNKNOWN = 10
const NOTHING: ReadFile = { entries: new Map(), remarks: [], problems: [] }

/**
 * Reads ct.yaml: its settings, and a remark for each key that chart-testing does not know. A file that can't be read is
 * a problem with its line (`CHART_TESTING_FILE_INVALID`). Never throws, whatever the text.
 */
export function readChartTestingFile({ file, text }: ChartTestingFile): ReadFile {
  if (isResource(text)) return NOTHING
  try {
    const yaml = parseYaml(text, { file, code: 'CHART_TESTING_FILE_INVALID', maxLength: MAX_CHART_TESTING_BYTES })
    return isNull(yaml, yaml.root) ? NOTHING : readFields(yaml)
  } catch (error) {
    if (!(error instanceof ReleaseError)) throw error
    return { ...NOTHING, problems: [unreadable(error, file)] }
  }
}

/** Whether a file that `config` names is chart-testing's: it has keys of its own, and none of ours. */
export function isChartTestings({ text }: ChartTestingFile): boolean {
  const keys = [...text.slice(0, MAX_CHART_TESTING_BYTES).matchAll(/^["']?([\w-]+)["']?\s*:/gm)].map(
    ([, key = '']) => key,
  )
  const own = keys.filter((key) => isKey(key) && key !== 'charts')
  return own.length > 0 && !keys.some((key) => ['defaults', 'dependencies', 'trusted-signers'].includes(key))
}

/** A short name that a Kubernetes resource could have, too. */
function isResource(text: string): boolean {
  return /^apiVersion:/m.test(text) && /^kind:/m.test(text)
}

function unreadable({ message, hint, at, cause }: ReleaseError, file: string): ReleaseError {
  return new ReleaseError('CHART_TESTING_FILE_INVALID', message, {
    hint:
      hint ??
      `${file} is read as the settings of chart-testing; correct it, or say \`ct-config: none\` if it is none of this action's business.`,
    at: at ?? { file },
    cause,
  })
}

function readFields(yaml: YamlText): ReadFile {
  const entries = new Map<string, Entry>()
  const unknown: Remark[] = []
  for (const field of fieldsOf(yaml, yaml.root, 'settings').values()) {
    const key = field.name.toLowerCase()
    if (!isKey(key)) unknown.push(unknownKey(yaml, field))
    else {
      const values = valuesOf(yaml, field, chartTestingKeys[key])
      const words = `\`${field.name}\` in ${yaml.file}`
      if (values.length > 0) entries.set(key, { key, values, words, at: placeOf(yaml, field) })
    }
  }
  return { entries, remarks: bounded(unknown, yaml.file), problems: [] }
}

function valuesOf(yaml: YamlText, { name, value }: Field, kind: KeyKind): readonly string[] {
  if (isNull(yaml, value)) return []
  if (kind !== 'list') return kind === 'ignored' ? [''] : [scalarOf(yaml, value, `\`${name}\``).text.trim()]
  const texts =
    value && 'items' in value
      ? itemsOf(yaml, value, `\`${name}\``).map((item) => scalarOf(yaml, item, `an entry of \`${name}\``).text)
      : scalarOf(yaml, value, `\`${name}\``).text.split(',')
  return texts.map((text) => text.trim()).filter((text) => text !== '')
}

function placeOf(yaml: YamlText, { key }: Field): Location {
  const { line, column } = spanOf(yaml, key)
  return { file: yaml.file, line, column }
}

function unknownKey(yaml: YamlText, field: Field): Remark {
  const near = nearest(field.name, Object.keys(chartTestingKeys))
  const guess = near === undefined ? '' : ` Did you mean \`${near}\`?`
  const text = `${quotedValue(field.name)} in ${yaml.file} is not a setting of chart-testing and does nothing.${guess}`
  return { text, at: placeOf(yaml, field) }
}

function bounded(remarks: readonly Remark[], file: string): readonly Remark[] {
  const left = remarks.length - MAX_UNKNOWN
  if (left <= 0) return remarks
  return [...remarks.slice(0, MAX_UNKNOWN), { text: `${left} more keys of ${file} do nothing.`, at: { file } }]
}
