import { ENTRY_FIELDS } from './fields.ts'
import { compareKeys } from './order.ts'

/** Columns of an entry as Helm writes it: its dash, and how much deeper than their key its lists stand. */
export interface HelmStyle {
  readonly dash: number
  readonly inset: number
}

/** Where these differ from what is matched, an entry is walked over instead: each may only take what the walk takes too. */
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
/** A name or version: printed ASCII without blanks. */
const WORD = `(?=[!-~]+\\r?\\n)(?:${FIRST}(?:[^:\\r\\n]|:(?!${EOL}))*|"[^"\\\\\\r\\n]*"|'[^'\\r\\n]*')`
const MOST_ANNOTATIONS = 24
const ANNOTATION = '[A-Za-z][A-Za-z0-9./_-]{0,200}'

const DEPENDENCY = ['alias', 'condition', 'enabled', 'import-values', 'name', 'repository', 'tags', 'version']
const MAINTAINER = ['email', 'name', 'url']
const LISTS = new Set(['import-values', 'keywords', 'sources', 'tags', 'urls'])

/**
 * Matches entries as Helm writes them, one behind the other, from the start of the first line to that of the line behind the
 * last, in text of one unit a byte. Helm sorts fields, so that in this order none of them stands twice. An entry takes a time
 * that grows with its length: at each byte one way leads on.
 */
export function helmPattern({ dash, inset }: HelmStyle): RegExp {
  const column = dash + 2
  const fields = ENTRY_FIELDS.toSorted(compareKeys).map((field) => {
    const begin = `(?:^ {${column}}|(?<=^ {${dash}}- ))`
    return `(?:${begin}${field}:${fieldValue(field, column, inset)}${EOL})?`
  })
  const goesOn = `(?<=\\n)(?= {0,${dash}}(?!${GAP}|#)[^])`
  return new RegExp(`(?:^ {${dash}}- ${fields.join('')}${goesOn})+`, 'my')
}

function fieldValue(field: string, column: number, inset: number): string {
  if (field === 'name' || field === 'version') return ` ${WORD}`
  if (field === 'annotations') return annotations(column + 2)
  if (field === 'description') return ` ${text(column)}`
  if (field === 'dependencies') return mappings(DEPENDENCY, column, inset)
  if (field === 'maintainers') return mappings(MAINTAINER, column, inset)
  return lineOrList(field, column + inset)
}

/** They may have any keys: each is looked for in the lines behind it, so there may not be many. */
function annotations(column: number): string {
  const below = `(?:[^\\n]*\\n(?=${EOL}| {${column}}))*?[^\\n]*\\n {${column}}`
  return `(?:${EOL} {${column}}(?<key>${ANNOTATION}): (?!${below}\\k<key>:)${text(column)}){1,${MOST_ANNOTATIONS}}`
}

function lineOrList(field: string, dash: number): string {
  return LISTS.has(field) ? `(?: \\[\\]|(?:${EOL} {${dash}}- ${LINE})+)` : ` ${LINE}`
}

function mappings(keys: readonly string[], column: number, inset: number): string {
  const dash = column + inset
  const fields = keys.map((key) => {
    const begin = `(?:(?<=^ {${dash}}- )|${EOL} {${dash + 2}})`
    return `(?:${begin}${key}:${lineOrList(key, dash + 2 + inset)})?`
  })
  return `(?: \\[\\]|(?:${EOL} {${dash}}- (?=[a-z])${fields.join('')})+)`
}

/** A text that begins on the line of its key at `column` and may go on below, two blanks or more deeper. */
function text(column: number): string {
  const below = `${EOL} {${column + 2}}`
  const plain = `${PLAIN}(?:${below} *(?=[^ \\t\\r\\n#])${REST})*`
  const quoted = `"(?:[^"\\\\\\r\\n]|${ESCAPE}|\\\\?${below})*"|'(?:[^'\\r\\n]|''|${below})*'`
  const block = `[|>]-?${below}[^ \\t\\r\\n][^\\r\\n]*(?:(?:${EOL})*${below} *[^ \\r\\n][^\\r\\n]*)*`
  return `(?:${plain}|${quoted}|${block}|\\[\\]|\\{\\})`
}
