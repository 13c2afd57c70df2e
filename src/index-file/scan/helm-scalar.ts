import { parseDocument } from 'yaml'
import { type GoScalar, goScalar } from '../../chart/yaml/go-scalar.ts'
import type { ScalarText } from './reader.ts'
import { notUnderstood, type Source, textBetween } from './source.ts'

export type ScalarKind = GoScalar['kind']

const TAGGED: ReadonlyMap<string, readonly ScalarKind[]> = new Map(
  Object.entries<readonly ScalarKind[]>({
    '!!int': ['int'],
    '!!float': ['int', 'float'],
    '!!bool': ['bool'],
    '!!null': ['null'],
    '!!timestamp': ['string'],
  }),
)
const LONGEST_WORD = 'false'.length

/** The type of a value in Helm's YAML reader. Fails with `INDEX_NOT_UNDERSTOOD` for a tag that does not fit it. */
export function scalarKind(source: Source, text: ScalarText): ScalarKind {
  const { tag, start, end, style, long } = text
  if (tag !== undefined && tag !== '!!str') return taggedKind(source, text, tag)
  if (tag !== undefined || style !== 'plain' || long || isWord(source, start, end)) return 'string'
  return goScalar(textBetween(source.bytes, start, end)).kind
}

function taggedKind(source: Source, { start, end, style, long }: ScalarText, tag: string): ScalarKind {
  // A tag of the document's own means nothing to Helm.
  if (/^!(?!!|<)/.test(tag)) return 'string'
  const kind = style === 'plain' && !long ? goScalar(textBetween(source.bytes, start, end)).kind : 'string'
  if (TAGGED.get(tag)?.includes(kind)) return kind
  throw notUnderstood(source, start, `has a value with the tag ${tag}`)
}

/** Most texts begin with a letter, and are longer than the words with another meaning. */
function isWord({ bytes }: Source, start: number, end: number): boolean {
  return end - start > LONGEST_WORD && (bytes[start] as number) > 0x39
}

/** The text of a scalar on one line as Helm reads it: plain ones as Go's YAML reader converts them for a text field. */
export function textIn(source: Source, text: ScalarText): string {
  const { start, end, style, tag } = text
  if (text.long) throw notUnderstood(source, start, 'has a value over several lines where one is looked at')
  const written = textBetween(source.bytes, start, end)
  return style === 'plain' && tag !== undefined ? written : textAsRead(written)
}

/** The same for a text of one line as it is written. */
export function textAsRead(written: string): string {
  const quote = written[0]
  if (quote !== '"' && quote !== "'") return goScalar(written).text
  const inner = written.slice(1, -1)
  if (quote === "'") return inner.replaceAll("''", "'")
  return inner.includes('\\') ? String(parseDocument(written).contents?.toJSON() ?? '') : inner
}

const TIME = /^(\d{4})-(\d\d)-(\d\d)T(\d\d?):(\d\d):(\d\d)(?:[.,]\d+)?(?:Z|[+-](\d\d):(\d\d))$/

/** Whether Go reads it as a time in JSON. */
export function isGoTime(text: string): boolean {
  const parts = TIME.exec(text)?.slice(1)
  if (!parts) return false
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, zone = 0, rest = 0] = parts.map((part) =>
    Number(part ?? 0),
  )
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  const days = month === 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31
  const isDay = month >= 1 && month <= 12 && day >= 1 && day <= days
  return isDay && hour < 24 && minute < 60 && second < 60 && zone <= 24 && rest <= 60
}
