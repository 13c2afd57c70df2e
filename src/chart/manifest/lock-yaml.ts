import { posix } from 'node:path'
import type { Node } from 'yaml'
import type { Lock, LockEntry, Span } from '../../model/chart.ts'
import { asReleaseError, ReleaseError } from '../../model/errors.ts'
import { fieldsOf, itemsOf, pick } from '../yaml/fields.ts'
import { failure, parseYaml, spanOf, type YamlText } from '../yaml/text.ts'
import { textField } from './chart-fields.ts'

/** The position in a lock without entries, whose digest is never used. */
const NOWHERE: Span = { line: 1, column: 1, start: 0, end: 0 }

/**
 * Reads Chart.lock or requirements.lock, with positions. Fails with `LOCK_INVALID` and `CHART_CONFLICT_MARKERS` at the
 * line; a lock that Helm did not finish writing (no digest, an entry without version) is invalid. A lock without
 * entries is valid without a digest: Helm packages it, and compares the digest only with dependencies.
 */
export function readLock(text: string, file: string): Lock {
  try {
    return readWhole(text, file)
  } catch (thrown) {
    const { code, message, hint, at } = asReleaseError(thrown)
    if (code !== 'LOCK_INVALID' || hint !== undefined) throw thrown
    throw new ReleaseError(code, message, { hint: anew(file), at, cause: thrown })
  }
}

/** Helm loads the lock before it makes a new one, and stops at one that it can't read. */
function anew(file: string): string {
  return `Delete ${file}, run \`helm dependency update ${posix.dirname(file)}\`, and commit the new one.`
}

function readWhole(text: string, file: string): Lock {
  const yaml = parseYaml(text, { file, code: 'LOCK_INVALID' })
  if (!yaml.root) return { file, text, entries: [], digest: '', digestSpan: NOWHERE }
  const fields = fieldsOf(yaml, yaml.root, 'a document')
  const digest = textField(yaml, fields, 'digest')
  const written = pick(yaml, fields, 'digest')?.written
  const list = pick(yaml, fields, 'dependencies')
  const items = itemsOf(yaml, list?.value, '`dependencies`')
  if (items.length > 0 && (!written || !/^(?:sha256:)?[0-9a-f]{64}$/.test(digest))) {
    throw failure(yaml, written, 'has no `digest` that is a SHA-256')
  }
  const entries = items.map((item) => readEntry(yaml, item ?? list?.key))
  return { file, text, entries, digest, digestSpan: written ? spanOf(yaml, written) : NOWHERE }
}

function readEntry(yaml: YamlText, item: Node | undefined): LockEntry {
  const fields = fieldsOf(yaml, item, 'a dependency')
  const version = pick(yaml, fields, 'version')?.written
  const entry = { name: textField(yaml, fields, 'name'), version: textField(yaml, fields, 'version') }
  if (!version || entry.version === '') throw failure(yaml, item, `has the dependency ${entry.name} without version`)
  return {
    ...entry,
    repository: textField(yaml, fields, 'repository'),
    versionSpan: spanOf(yaml, version),
    line: item ? spanOf(yaml, item).line : 1,
  }
}
