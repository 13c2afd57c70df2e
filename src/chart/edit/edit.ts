import type { ChartManifest, Dependency, Lock, Span } from '../../model/chart.ts'
import { ReleaseError } from '../../model/errors.ts'
import { readChartYaml } from '../manifest/chart-yaml.ts'
import { isConstraint } from '../manifest/constraints.ts'
import { parseVersion } from '../manifest/version.ts'
import { sanitise } from '../yaml/fields.ts'
import { hasOddCharacter } from '../yaml/guard.ts'
import { requireOnly, type Tree, treeOf } from './only-change.ts'
import { replaceScalar, scalarText } from './splice.ts'
import { requireNoTabBelow } from './tab-lines.ts'

/**
 * Chart.yaml with another version: only that scalar's bytes change. Fails with `CHART_VERSION_INVALID` (the new one)
 * and `CHART_EDIT_REFUSED`.
 */
export function setVersion(manifest: ChartManifest, version: string): string {
  if (!parseVersion(version)) {
    const what = `${JSON.stringify(version.slice(0, 140))} is not a version that a chart can have`
    throw new ReleaseError('CHART_VERSION_INVALID', what, { at: { file: manifest.file } })
  }
  const text = replaced(manifest, [[manifest.versionSpan, version]])
  return verified(text, manifest, (read) => read.version === version)
}

/**
 * Chart.yaml with another appVersion: only that scalar's bytes change, or one line is added after `version` if there is
 * none. Fails with `APP_VERSION_INVALID` (the new one can't be written or would be changed by Helm) and
 * `CHART_EDIT_REFUSED`.
 */
export function setAppVersion(manifest: ChartManifest, value: string): string {
  if (value === '' || sanitise(value) !== value || hasOddCharacter(value)) {
    const what = `${JSON.stringify(value.slice(0, 80))} can't be an appVersion: it is empty or holds what can't be printed`
    throw new ReleaseError('APP_VERSION_INVALID', what, { at: { file: manifest.file } })
  }
  const span = manifest.appVersionSpan
  const text = span ? replaced(manifest, [[span, value]]) : withAppVersion(manifest, value)
  return verified(text, manifest, (read) => read.appVersion === value && read.version === manifest.version)
}

/**
 * The text of Chart.yaml or requirements.yaml with another constraint for one dependency, as read from that text. Fails
 * with `CONSTRAINT_INVALID` (the new one) and `CHART_EDIT_REFUSED` (nothing to replace).
 */
export function setDependencyVersion(
  text: string,
  dependency: Dependency,
  constraint: string,
  file = 'Chart.yaml',
): string {
  if (!isConstraint(constraint)) {
    throw new ReleaseError(
      'CONSTRAINT_INVALID',
      `${JSON.stringify(constraint.slice(0, 80))} is not a version constraint`,
    )
  }
  if (!dependency.versionSpan) {
    throw new ReleaseError('CHART_EDIT_REFUSED', `The dependency ${dependency.name} has no version to change`)
  }
  return replaced({ text, file }, [[dependency.versionSpan, constraint]])
}

/** A lock with other versions (by index of the entry) and another digest; every other byte stays. */
export function updateLock(lock: Lock, versions: ReadonlyMap<number, string>, digest: string): string {
  const changes: (readonly [Span, string])[] = [[lock.digestSpan, digest]]
  for (const [index, version] of versions) {
    const entry = lock.entries[index]
    if (!entry) throw new ReleaseError('BUG_UNEXPECTED', `${lock.file} has no entry ${index}`)
    changes.push([entry.versionSpan, version])
  }
  return replaced(lock, changes)
}

interface Written {
  readonly text: string
  readonly file: string
}

/** The text with other scalars; each is checked to be the only change. */
function replaced({ text, file }: Written, changes: readonly (readonly [Span, string])[]): string {
  // From the end, so that the offsets before stay valid.
  const backwards = [...changes].sort(([a], [b]) => b.start - a.start)
  const after = backwards.reduce((edited, [span, value]) => replaceScalar(edited, span, value, file), text)
  const texts = new Map(changes.map(([{ start }, value]) => [start, value]))
  return requireOnly(treeOf(text, { file, code: 'CHART_EDIT_REFUSED' }, texts), { before: text, after, file })
}

function withAppVersion(manifest: ChartManifest, value: string): string {
  const { text, versionSpan } = manifest
  const lineStart = text.lastIndexOf('\n', versionSpan.start - 1) + 1
  const newline = text.indexOf('\n', versionSpan.end)
  const lineEnd = newline < 0 ? text.length : newline + 1
  const key = /^\ufeff?( *)(["']?)version\2 *:/i.exec(text.slice(lineStart, versionSpan.start))
  if (!key || !/^[ \t]*(?:#[^\n]*)?\r?\n?$/.test(text.slice(versionSpan.end, lineEnd))) throw noPlace(manifest)
  const scalar = scalarText(value)
  // The lines below now follow the new line.
  if (scalar !== value) requireNoTabBelow(text, versionSpan.end, manifest.file)
  const line = `${key[1]}appVersion: ${scalar}`
  const eol = text.slice(versionSpan.end, lineEnd).endsWith('\r\n') ? '\r\n' : '\n'
  const added = newline < 0 ? `${text.includes('\r\n') ? '\r\n' : '\n'}${line}` : `${line}${eol}`
  const after = text.slice(0, lineEnd) + added + text.slice(lineEnd)
  const tree = treeOf(text, { file: manifest.file, code: 'CHART_EDIT_REFUSED' })
  const expected: Tree = tree instanceof Map ? new Map([...tree, ['appVersion', value]]) : tree
  return requireOnly(expected, { before: text, after, file: manifest.file })
}

function noPlace({ file, versionSpan }: ChartManifest): ReleaseError {
  return new ReleaseError('CHART_EDIT_REFUSED', `${file} has no appVersion, and no line of its own for \`version\``, {
    hint: 'Add `appVersion: "0"` by hand once; from then on it is replaced.',
    at: { file, line: versionSpan.line },
  })
}

// An edit that would not read back as intended is never written: YAML has more corners than a splice can know.
function verified(text: string, manifest: ChartManifest, isAsMeant: (read: ChartManifest) => boolean): string {
  const { file, versionSpan, name } = manifest
  const at = { file, line: versionSpan.line }
  let cause: unknown
  try {
    const read = readChartYaml(text, file)
    if (read.name === name && isAsMeant(read)) return text
  } catch (error) {
    cause = error
  }
  const hint = 'Write `version` and `appVersion` as plain lines of their own.'
  throw new ReleaseError('CHART_EDIT_REFUSED', `${file} can't be changed without changing more`, { at, hint, cause })
}
