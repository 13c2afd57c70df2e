import type { Finding } from '../../../model/finding.ts'
import { someOf } from '../../../model/text.ts'
import type { ChartPair } from '../chart-analysis.ts'
import { createFinding } from '../finding.ts'
import type { ChartSide } from '../side.ts'

/**
 * Helm rewrites Chart.yaml when it packages, and a lock has the time at which it was made: these are compared by
 * content.
 */
const READ = /(?:^|\/)(?:Chart\.yaml|Chart\.lock|requirements\.lock)$/
const NAMED = 3

/** All other differences between the packages of both sides: the lowest level that moves a version. */
export function fileFindings({ old, now }: ChartPair): readonly Finding[] {
  const changed = changedPaths(old.side, now.side)
  const templates = changed.filter((path) => path.startsWith('templates/'))
  const others = changed.filter((path) => !path.startsWith('templates/'))
  return [...pathFinding('templates/changed', templates, now.side), ...pathFinding('files/changed', others, now.side)]
}

/** Paths that only one side has, or that differ. */
function changedPaths(old: ChartSide, now: ChartSide): readonly string[] {
  const paths = new Set([...old.files.keys(), ...now.files.keys()])
  return [...paths].filter((path) => !READ.test(path) && !isSame(old.files.get(path), now.files.get(path))).sort()
}

function isSame(a: Uint8Array | undefined, b: Uint8Array | undefined): boolean {
  return a !== undefined && b !== undefined && Buffer.compare(a, b) === 0
}

function pathFinding(rule: string, paths: readonly string[], { files }: ChartSide): readonly Finding[] {
  const [first] = paths
  if (first === undefined) return []
  const subject = someOf(paths, NAMED)
  const text = `${paths.length === 1 ? 'A file' : `${paths.length} files`} of the package changed: ${subject}.`
  const there = paths.find((path) => files.has(path))
  return [createFinding({ level: 'patch', rule, subject, text, ...(there !== undefined && { at: { file: there } }) })]
}
