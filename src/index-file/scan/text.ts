import { parseDocument } from 'yaml'
import { goScalar } from '../../chart/yaml/go-scalar.ts'
import type { ScalarText } from './reader.ts'
import { notUnderstood, type Source, textBetween } from './source.ts'

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
