import type { Location } from '../../../../model/errors.ts'
import type { Render } from '../../../renderer.ts'

export type Failed = Extract<Render, { failed: string }>

/** Failures caused by the machine, not by the chart. */
const ENVIRONMENT = [
  /requires kubeVersion/,
  /missing in charts/,
  /no template "[^"]*" associated with template/,
  /library charts? (?:are|is) not installable/i,
  /schema.*(?:https?|file):\/\//is,
  /dial tcp|no such host|connection refused|proxyconnect/,
]
/** Failures that no value can fix: such a chart is broken, which says nothing about how far its version moves. */
const BROKEN = /parse error at|function "[^"]*" not defined|cannot load /
/** The chart's own refusals; everything else may come from a missing dependency. */
const OWN_WORDS = /execution error at|values don't meet the specifications/
const MAX_TOLD = 300
/** A path of values in a sentence, and no address, file or version. */
const KEY = /(?<![\w./:-])(?:\.Values\.)?[a-z][\w-]{0,60}(?:\.[A-Za-z][\w-]{0,60}){1,6}(?![\w/:-])/g
const LONGEST_KEY = 80
const MAX_SEARCHED = 10_000
const MAX_NAMES = 4
/** Lines that some charts draw around their words. */
const BANNER = /([#=*~_+-])\1{3,}/g

/**
 * Whether a failure says something about the chart's values. A limit of ours, a missing dependency, or a template that
 * can never be rendered does not.
 */
export function isOwnFailure(failed: Failed, isStubbed: boolean): boolean {
  if (failed.stopped || BROKEN.test(failed.failed) || ENVIRONMENT.some((words) => words.test(failed.failed)))
    return false
  return !isStubbed || OWN_WORDS.test(failed.failed)
}

/** Helm's words in one line, limited in length, without advice for its own command line. */
export function wordsOf({ failed }: Failed): string {
  const line = failed
    .replace(BANNER, ' ')
    .replace(/\s+/g, ' ')
    .replace(/ ?Use --debug flag to render out invalid YAML\.?/, '')
    .trim()
  if (line.length <= MAX_TOLD) return line
  // Where it came through is long, and is told as the place; what it says comes last.
  const own = line.replace(/^.*\berror calling \w+: (?=\S)/, '')
  return own.length > MAX_TOLD ? `${own.slice(0, MAX_TOLD)}…${namesIn(own)}` : own
}

/** The keys that stand in the part that is cut off. */
function namesIn(line: string): string {
  const [told, rest] = [line.slice(0, MAX_TOLD), line.slice(MAX_TOLD - LONGEST_KEY, MAX_SEARCHED)]
  const names = [...rest.matchAll(KEY)].map(([name]) => name).filter((name) => !told.includes(name))
  return names.length === 0 ? '' : ` (${[...new Set(names)].slice(0, MAX_NAMES).join(', ')})`
}

/** The template and line that Helm names, from the chart's folder, if that file exists. */
export function placeIn({ failed }: Failed, files: ReadonlyMap<string, unknown>): Location | undefined {
  for (const [, file = '', line] of failed.matchAll(
    /[\w.-]+\/((?:charts\/[^/\s:]+\/)*templates\/[^\s:)]+)(?::(\d+))?/g,
  )) {
    if (files.has(file)) return { file, ...(line && { line: Number(line) }) }
  }
  return undefined
}
