import { type Document, isMap, isNode, isScalar, LineCounter, type Node, parseDocument } from 'yaml'
import { type Location, ReleaseError } from '../../model/errors.ts'
import type { Problems } from '../table/given-value.ts'
import { issueProblems, type Path, type Places } from './config-issues.ts'
import { type Config, configSchema } from './config-schema.ts'
import { braceHint, type Issue } from './issue-hints.ts'

/** A larger config file is a mistake; a few hundred charts need a tenth of this. */
const MAX_CHARACTERS = 1_000_000
const MAX_ALIASES = 50
const MAX_YAML_PROBLEMS = 10
const MAX_WRITTEN = 40

export type { Config } from './config-schema.ts'

export interface ReadConfig {
  readonly config: Config
  /** Where the value at a path of keys is; the file alone if that is not known. */
  readonly at: (path: Path) => Location
  /** Where the key itself is. */
  readonly keyAt: (path: Path) => Location
}

/**
 * Reads the config file. Problems (invalid YAML, duplicate or unknown keys, wrong types) are added with line and column;
 * wrong parts are left out of the result, so that the rest can be checked too.
 */
export function readConfig(text: string, file: string, problems: Problems): ReadConfig {
  const lines = new LineCounter()
  const place = placer(file, lines)
  if (text.length > MAX_CHARACTERS) {
    problems.add(
      new ReleaseError(
        'CONFIG_FILE_INVALID',
        `The config file has ${text.length} characters; allowed: ${MAX_CHARACTERS}.`,
        { at: { file } },
      ),
    )
    return { config: {}, at: () => ({ file }), keyAt: () => ({ file }) }
  }
  const document = parseDocument(text, {
    version: '1.2',
    lineCounter: lines,
    prettyErrors: false,
    // Its warnings go to stderr by themselves; what is wrong is reported here.
    logLevel: 'error',
  })
  const at = (path: Path): Location => place(nodeAt(document, path))
  const keyAt = (path: Path): Location => place(keyNodeAt(document, path))
  const written = (path: Path): string | undefined => {
    const node: unknown = document.getIn(path, true)
    return isScalar(node) && typeof node.value !== 'string' ? node.source?.slice(0, MAX_WRITTEN) : undefined
  }
  const places = { at, keyAt, written }
  for (const error of document.errors.slice(0, MAX_YAML_PROBLEMS)) {
    problems.add(notYaml(error.message, place({ range: error.pos }), { cause: error, hint: quotesHint(text) }))
  }
  if (document.errors.length > 0) return { config: {}, ...places }
  try {
    const data: unknown = document.toJS({ maxAliasCount: MAX_ALIASES }) ?? {}
    return { config: validated(data, places, problems), ...places }
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error
    problems.add(notYaml(error.message, { file }, { cause: error, hint: quotesHint(text) }))
    return { config: {}, ...places }
  }
}

/** Removes what the schema refuses, with a problem for each, until the rest is valid. */
function validated(data: unknown, places: Places, problems: Problems): Config {
  for (let rest: unknown = data; ; ) {
    const result = configSchema.safeParse(rest)
    if (result.success) return result.data
    for (const problem of issueProblems(result.error.issues, rest, places)) problems.add(problem)
    const smaller = result.error.issues.reduce<unknown>(without, rest)
    if (smaller === undefined) return {}
    rest = smaller
  }
}

function without(data: unknown, issue: Issue): unknown {
  const paths = issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [issue.path]
  return paths.reduce<unknown>(remove, data)
}

/** A copy without the value at `path`; an array is removed as a whole, or its other entries would change their indexes. */
function remove(data: unknown, path: Path): unknown {
  const [key, ...rest] = path
  if (key === undefined || Array.isArray(data) || typeof data !== 'object' || data === null) return undefined
  const { [key]: value, ...others } = data as Record<PropertyKey, unknown>
  const left = rest.length === 0 ? undefined : remove(value, rest)
  return left === undefined ? others : { ...others, [key]: left }
}

/** `*-operator:` names an alias in YAML, and `{{` begins a map. */
function quotesHint(text: string): string | undefined {
  const [, key, template] = /^[ \t]*([\w-]+):[ \t]+(\{\{[^"'#\n]*?)[ \t]*$/m.exec(text) ?? []
  if (key !== undefined) return braceHint(key, template?.slice(0, 80))
  const [, glob] = /^[ \t]*(\*[^\s"'#:]*)[ \t]*:/m.exec(text) ?? []
  return glob === undefined ? undefined : `A name that begins with \`*\` needs quotes: \`"${glob.slice(0, 80)}":\`.`
}

interface Why {
  readonly cause: unknown
  readonly hint: string | undefined
}

function notYaml(message: string, at: Location, { cause, hint }: Why): ReleaseError {
  const sentence = message.replace(/\s+/g, ' ').trim()
  return new ReleaseError(
    'CONFIG_FILE_INVALID',
    `The config file is not valid YAML: ${sentence}${/[.!?]$/.test(sentence) ? '' : '.'}`,
    { at, cause, hint },
  )
}

type Ranged = Pick<Node, 'range'> | { readonly range: readonly [number, number] }

function placer(file: string, lines: LineCounter): (node: Ranged | undefined) => Location {
  return (node) => {
    const start = node?.range?.[0]
    if (start === undefined) return { file }
    const { line, col } = lines.linePos(start)
    return { file, line, column: col }
  }
}

/** The node at a path, or the nearest one above it that has a range. */
function nodeAt(document: Document, path: Path): Node | undefined {
  for (let length = path.length; length >= 0; length--) {
    const node: unknown = length === 0 ? document.contents : document.getIn(path.slice(0, length), true)
    if (isNode(node) && node.range && node.range[1] > node.range[0]) return node
    const key = length === 0 ? undefined : keyNodeAt(document, path.slice(0, length))
    if (key !== undefined) return key
  }
  return undefined
}

function keyNodeAt(document: Document, path: Path): Node | undefined {
  const parent: unknown = path.length <= 1 ? document.contents : document.getIn(path.slice(0, -1), true)
  if (!isMap(parent)) return undefined
  const key = parent.items
    .map((pair) => pair.key)
    .find((node) => isScalar(node) && String(node.value) === String(path.at(-1)))
  return isNode(key) ? key : undefined
}
