import type { Location } from '../../model/errors.ts'

/** A template with its line, as Go and Helm name it: `(app/templates/a.yaml:3)`, `app/charts/db/templates/a.yaml:3:10`. */
const TEMPLATE = /[\w.-]+\/((?:charts\/[^/\s:]+\/)*templates\/[^\s:)"]+):(\d+)/g
/** The file whose rule failed. */
const FILE = /^(values\.yaml|(?:templates|crds)\/[^\s:]+): /
/** In a file that is read as it is, unlike a template, the parser's line is a line of the file. */
const READ_AS_IS = /^(?:values\.yaml|crds\/)/
/** Helm reports values.yaml when the schema itself is wrong. */
const SCHEMA = /values\.schema\.json|metaschema/
const YAML_LINE = /\byaml: line (\d+)/
/**
 * Longest part of Helm's message that is searched: a template can put anything into it, and backtracking takes time.
 */
const MAX_READ = 4000

/**
 * The place that `helm lint` names first in its errors, from the chart's folder; of templates that include each other
 * the innermost. Only files of the repository (`isOwn`) are places.
 */
export function lintPlace(errors: readonly string[], isOwn = isOwnByDefault): Location | undefined {
  for (const error of errors.map((one) => one.slice(0, MAX_READ))) {
    const place = templateIn(error, isOwn) ?? fileIn(error, isOwn)
    if (place) return place
  }
  return undefined
}

/** Subcharts may come from anywhere. */
function isOwnByDefault(path: string): boolean {
  return !path.startsWith('charts/')
}

function templateIn(error: string, isOwn: (path: string) => boolean): Location | undefined {
  const places = [...error.matchAll(TEMPLATE)].map(([, file = '', line]) => ({ file, line: Number(line) }))
  return places.findLast(({ file }) => isOwn(file))
}

function fileIn(error: string, isOwn: (path: string) => boolean): Location | undefined {
  const named = FILE.exec(error)?.[1]
  const file = named === 'values.yaml' && SCHEMA.test(error) ? 'values.schema.json' : named
  if (file === undefined || !isOwn(file)) return undefined
  const line = READ_AS_IS.test(file) ? YAML_LINE.exec(error)?.[1] : undefined
  return { file, ...(line !== undefined && { line: Number(line) }) }
}
