import type { Span } from '../../model/chart.ts'
import { ReleaseError } from '../../model/errors.ts'
import { goScalar } from '../yaml/go-scalar.ts'
import { requireNoTabBelow } from './tab-lines.ts'

// Letters, digits and the punctuation of versions: nothing that YAML could read as anything but text.
const PLAIN = /^[A-Za-z0-9^~](?:[A-Za-z0-9._+@/^~-]|:(?=[A-Za-z0-9]))*$/
/** Text to Helm, but a number, a time or a date to other readers of YAML. */
const NUMBER_ELSEWHERE = /^(?:[\d_]+[eE][-+]?\d+|0[xXoObB].*|\d{4}-\d\d?-\d\d?.*|\d[\d_]*(?::\d+)+.*)$/

/**
 * `text` with the scalar at `span` replaced, quoted as the old one was; a value that YAML would not read as text gets
 * double quotes. An alias is replaced by the value; an anchor before it stays. Nothing outside the span changes. Fails
 * with `CHART_EDIT_REFUSED` if the old scalar spans more than one line, or Helm could not read the lines below the new
 * one.
 */
export function replaceScalar(text: string, span: Span, value: string, file: string): string {
  const old = text.slice(span.start, span.end)
  if (/^[|>]/.test(old) || old.includes('\n')) {
    throw new ReleaseError('CHART_EDIT_REFUSED', `${file} has a value over several lines where one is to be set`, {
      hint: 'Write the value on the line of its key.',
      at: { file, line: span.line, column: span.column },
    })
  }
  const written = inStyleOf(old, value)
  if (written !== value) requireNoTabBelow(text, span.end, file)
  const gap = old === '' && /\S/.test(text[span.start - 1] ?? ' ') ? ' ' : ''
  return text.slice(0, span.start) + gap + written + text.slice(span.end)
}

/** A value as a scalar of its own, in quotes if it needs them. */
export function scalarText(value: string): string {
  const plain = PLAIN.test(value) && goScalar(value).kind === 'string' && !NUMBER_ELSEWHERE.test(value)
  return plain ? value : doubleQuoted(value)
}

function inStyleOf(old: string, value: string): string {
  if (old.startsWith("'")) return `'${value.replaceAll("'", "''")}'`
  return old.startsWith('"') ? doubleQuoted(value) : scalarText(value)
}

function doubleQuoted(value: string): string {
  return `"${value.replace(/["\\]/g, '\\$&')}"`
}
