import { type Alias, isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, type YAMLMap } from 'yaml'
import type { Span } from '../../model/chart.ts'
import type { ErrorCode } from '../../model/error-codes.ts'
import { ReleaseError } from '../../model/errors.ts'
import { textProblem } from './guard.ts'

const MAX_TEXT_LENGTH = 1024 * 1024
/** Limit for nodes that are read, aliases followed: it stops a document that unfolds to millions. */
const MAX_NODES = 200_000

/** The kind of file that is read. */
export interface Place {
  /** From the repository root. */
  readonly file: string
  /** The error code for problems in this kind of file. */
  readonly code: ErrorCode
  /** In UTF-16 units; 1 MiB if it is absent. */
  readonly maxLength?: number
  /** Whether it is known to nest no deeper than 60 levels. */
  readonly isShallow?: true
  /** Whether a duplicate key is allowed, and the last one counts: that is how Helm reads values. */
  readonly lastKeyWins?: true
}

/** A YAML file of a chart, parsed with positions; every scalar is text as written. */
export interface YamlText extends Place {
  readonly text: string
  /** Absent in an empty file. */
  readonly root: Node | undefined
  /** The target of each alias. */
  readonly aliases: ReadonlyMap<Alias, Node>
  readonly lines: LineCounter
  /** Nodes that may still be read. */
  readonly budget: { nodes: number }
  /** Values that were read as text, and are something else in YAML. */
  readonly retyped: RetypedValue[]
}

/** A value that is a number, a boolean or null in YAML, or is not there (`absent`), although Helm expects text. */
export interface RetypedValue {
  /** Its place, as a sentence names it: "`appVersion`", "an entry of `keywords`". */
  readonly what: string
  readonly written: string
  /** The text that Helm makes of it. */
  readonly read: string
  readonly kind: 'absent' | 'null' | 'bool' | 'int' | 'float'
  readonly line: number
  readonly column: number
}

/**
 * Parses one YAML document, with limits for length, depth and the nodes that aliases unfold to. Conflict markers
 * (`CHART_CONFLICT_MARKERS`), several documents, a duplicate key and every syntax error (`place.code`) are thrown with
 * their line.
 */
export function parseYaml(text: string, place: Place): YamlText {
  const problem = textProblem(text, place.maxLength ?? MAX_TEXT_LENGTH, place.isShallow)
  if (problem?.conflict) throw conflict(place.file, problem.what, problem.line)
  if (problem) throw failureAt(place, problem.what, { line: problem.line })
  const lines = new LineCounter()
  // Unique keys are checked below: the parser compares each with all before it, which takes 18 s for one hostile
  // megabyte.
  const options = { schema: 'failsafe', lineCounter: lines, prettyErrors: false, uniqueKeys: false }
  const document = parseDocument(text, options)
  const [error] = document.errors
  if (error) {
    const several = error.code === 'MULTIPLE_DOCS'
    const what = several ? 'holds several YAML documents' : `is not valid YAML: ${error.message}`
    throw failureAt(place, what, lines.linePos(error.pos[0]))
  }
  const aliases = new Map<Alias, Node>()
  const root = document.contents ?? undefined
  const yaml: YamlText = { ...place, text, root, aliases, lines, budget: { nodes: MAX_NODES }, retyped: [] }
  link(yaml, root, { anchors: new Map(), aliases })
  return yaml
}

/** A problem at a node, with the file's code, for `throw`. `what` continues a sentence that begins with the file. */
export function failure(yaml: YamlText, node: Node | undefined, what: string, hint?: string): ReleaseError {
  return failureAt(yaml, what, node?.range ? yaml.lines.linePos(node.range[0]) : { line: 1 }, hint)
}

/** The position of a node's own text: without anchor and tag, with quotes. */
export function spanOf(yaml: YamlText, node: Node): Span {
  const [start, end] = node.range ?? [0, 0]
  const { line, col } = yaml.lines.linePos(start)
  return { line, column: col, start, end }
}

function failureAt(place: Place, what: string, at: { line: number; col?: number }, hint?: string): ReleaseError {
  const location = { file: place.file, line: at.line, ...(at.col === undefined ? {} : { column: at.col }) }
  return new ReleaseError(place.code, `${place.file} ${what}`, { at: location, hint })
}

function conflict(file: string, what: string, line: number): ReleaseError {
  const hint = 'Resolve the merge: keep one side and delete the lines of <, = and >.'
  return new ReleaseError('CHART_CONFLICT_MARKERS', `${file} ${what}`, { at: { file, line }, hint })
}

interface Links {
  readonly anchors: Map<string, Node>
  readonly aliases: Map<Alias, Node>
}

// In document order, so that an alias means the last anchor of its name, and one inside its own anchor means nothing.
function link(yaml: YamlText, node: unknown, links: Links): void {
  if (isAlias(node)) {
    const target = links.anchors.get(node.source)
    if (!target) throw failure(yaml, node, `uses *${node.source}, which no anchor before it names`)
    links.aliases.set(node, target)
  } else if (isMap(node)) {
    if (!yaml.lastKeyWins) refuseDuplicateKeys(yaml, node)
    for (const { key, value } of node.items) for (const part of [key, value]) link(yaml, part, links)
  } else if (isSeq(node)) {
    for (const item of node.items) link(yaml, item, links)
  }
  if ((isScalar(node) || isMap(node) || isSeq(node)) && node.anchor) links.anchors.set(node.anchor, node)
}

function refuseDuplicateKeys(yaml: YamlText, map: YAMLMap): void {
  const seen = new Map<string, Node>()
  for (const { key } of map.items) {
    if (!isScalar(key)) continue
    const name = String(key.value)
    const first = seen.get(name)
    if (first && name !== '<<') {
      throw failure(yaml, key, `has the key ${name} twice, first in line ${spanOf(yaml, first).line}`)
    }
    seen.set(name, key)
  }
}
