import { ENTRY, type Field, type Shape, type Struct } from './fields.ts'
import { compareKeys } from './order.ts'

/** Columns of an entry as Helm writes it: its dash, and how much deeper than their key its lists are. */
export interface HelmStyle {
  readonly dash: number
  readonly inset: number
}

/** An entry that does not match is scanned instead: each pattern must accept only what the scan accepts, too. */
const EOL = '\\r?\\n'
const GAP = '[ \\t\\r\\n]'
const FIRST = `(?:(?!${GAP})[^-?:,[\\]{}#&*!|>'"%@\`]|[-?:](?!${GAP}))`
/** The rest of a line of plain text: no `: `, no ` #`, no blank at its end. */
const REST = '(?:[^ \\t\\r\\n:]|:(?=[^ \\t\\r\\n])| +(?=[^ \\t\\r\\n#]))*'
const HEX = '[0-9a-fA-F]'
const ESCAPE = `\\\\(?:[0abtnvfre "/\\\\N_LP]|x${HEX}{2}|u${HEX}{4}|U${HEX}{8})`
const PLAIN = `${FIRST}${REST}`
/** A text on one line. */
const LINE = `(?:${PLAIN}|"(?:[^"\\\\\\r\\n]|${ESCAPE})*"|'(?:[^'\\r\\n]|'')*')`
/** Not a number, a boolean or null to Helm's YAML reader: all of those, and some more, are left to the scan. */
const NUMBER = '[-+]?(?:0[xXbBoO][\\da-fA-F_]+|[\\d_]*\\.?[\\d_]*(?:[eE][-+\\d_]*)?|\\.(?:inf|Inf|INF|nan|NaN|NAN))'
const OTHER = '~|[nN]ull|NULL|[yYnN]|[yY]es|YES|[nN]o|NO|[tT]rue|TRUE|[fF]alse|FALSE|[oO]n|ON|[oO]ff|OFF'
const TEXT_ONLY = `(?!(?:${NUMBER}|${OTHER})${EOL})`
const TEXT_LINE = `${TEXT_ONLY}${LINE}`
/** A time that Go reads, except for the 29th of February. */
const DAY = '(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1\\d|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)'
const ZONE = '(?:Z|[+-](?:[01]\\d|2[0-3]):[0-5]\\d)'
const TIME = `\\d{4}-${DAY}T(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?${ZONE}`
/** A name or version: printable ASCII without blanks. */
const WORD = `${TEXT_ONLY}(?=[!-~]+\\r?\\n)(?:${FIRST}(?:[^:\\r\\n]|:(?!${EOL}))*|"[^"\\\\\\r\\n]*"|'[^'\\r\\n]*')`
const MOST_ANNOTATIONS = 24
const ANNOTATION = '[A-Za-z][A-Za-z0-9./_-]{0,200}'

/**
 * Matches entries as Helm writes them, one after the other, from the start of the first line to the start of the line
 * after the last, in text with one unit per byte. Helm sorts fields, so that in this order none of them occurs twice.
 * The time for an entry grows linearly with its length: at each byte there is one way to go on.
 */
export function helmPattern({ dash, inset }: HelmStyle): RegExp {
  const column = dash + 2
  const fields = sorted(ENTRY).map((field) => {
    const begin = `(?:^ {${column}}|(?<=^ {${dash}}- ))`
    return `(?:${begin}${field.name}:${fieldValue(field, column, inset)}${EOL})?`
  })
  const goesOn = `(?<=\\n)(?= {0,${dash}}(?!${GAP}|#)[^])`
  return new RegExp(`(?:^ {${dash}}- ${fields.join('')}${goesOn})+`, 'my')
}

function sorted({ fields }: Struct): readonly Field[] {
  return fields.toSorted((a, b) => compareKeys(a.name, b.name))
}

function fieldValue({ name, shape }: Field, column: number, inset: number): string {
  if (name === 'name' || name === 'version') return ` ${WORD}`
  if (name === 'description') return ` ${text(column)}`
  if (shape.kind === 'map') return annotations(column + 2)
  if (shape.kind === 'list' && shape.of.kind === 'struct') return mappings(shape.of, column, inset)
  return lineOrList(shape, column + inset)
}

/** They may have any keys: each is searched for in the lines after it, so there must not be many. */
function annotations(column: number): string {
  const below = `(?:[^\\n]*\\n(?=${EOL}| {${column}}))*?[^\\n]*\\n {${column}}`
  return `(?:${EOL} {${column}}(?<key>${ANNOTATION}): (?!${below}\\k<key>:)${text(column)}){1,${MOST_ANNOTATIONS}}`
}

function lineOrList(shape: Shape, dash: number): string {
  if (shape.kind !== 'list') return ` ${line(shape)}`
  return `(?: \\[\\]|(?:${EOL} {${dash}}- ${line(shape.of)})+)`
}

/** A value on one line that Helm takes as it is. */
function line({ kind }: Shape): string {
  if (kind === 'bool') return '(?:true|false)'
  if (kind === 'time') return `(?:"${TIME}"|${TIME})`
  return kind === 'converted' ? LINE : TEXT_LINE
}

function mappings(struct: Struct, column: number, inset: number): string {
  const dash = column + inset
  const fields = sorted(struct).map(({ name, shape }) => {
    const begin = `(?:(?<=^ {${dash}}- )|${EOL} {${dash + 2}})`
    return `(?:${begin}${name}:${lineOrList(shape, dash + 2 + inset)})?`
  })
  return `(?: \\[\\]|(?:${EOL} {${dash}}- (?=[a-z])${fields.join('')})+)`
}

/** A text that begins on the line of its key at `column` and may continue below, indented by two blanks or more. */
function text(column: number): string {
  const below = `${EOL} {${column + 2}}`
  const plain = `${TEXT_ONLY}${PLAIN}(?:${below} *(?=[^ \\t\\r\\n#])${REST})*`
  const quoted = `"(?:[^"\\\\\\r\\n]|${ESCAPE}|\\\\?${below})*"|'(?:[^'\\r\\n]|''|${below})*'`
  const block = `[|>]-?${below}[^ \\t\\r\\n][^\\r\\n]*(?:(?:${EOL})*${below} *[^ \\r\\n][^\\r\\n]*)*`
  return `(?:${plain}|${quoted}|${block})`
}
