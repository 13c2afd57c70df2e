import type { Finding } from '../../../model/finding.ts'
import { fileText } from '../chart/load.ts'
import { isEmpty, shownValue } from '../chart/values.ts'
import type { ChartPair } from '../chart-analysis.ts'
import { createFinding, pathText } from '../finding.ts'
import type { Use } from '../reads/place.ts'
import { readersOf } from '../reads/readers.ts'
import type { Change } from './changes.ts'

/**
 * A default namespace of objects that changed or is gone: they are deleted where they were and made elsewhere, where other rights
 * and selectors hold, also if they are rendered only with values of a user.
 */
export function namespaceMoved(
  { path, was, ...change }: Change & { kind: 'removed' | 'default' },
  { old, now }: ChartPair,
): Finding | undefined {
  if (!/namespace$/i.test(path.at(-1) ?? '') || was.kind !== 'string' || isEmpty(was)) return undefined
  const reader = readersOf(now.reads.places, path, false).find((use) => isNamespace(use, now))
  if (!reader || !readersOf(old.reads.places, path, false).some((use) => isNamespace(use, old))) return undefined
  const near = 'near' in change ? change.near : change.is
  const subject = pathText(path)
  const text = `Objects are no longer in the namespace ${shownValue(was)} by default (\`${subject}\`, ${reader.file}:${reader.line}).`
  const at = { file: near.file, line: near.line }
  return createFinding({ level: 'major', rule: 'values/namespace-moved', subject, text, was: shownValue(was), at })
}

/** Whether a template writes it as the namespace of an object. */
function isNamespace({ file, line }: Use, { side }: ChartPair['now']): boolean {
  const text = (fileText(side, file) ?? '').split('\n')[line - 1] ?? ''
  return /^\s+namespace:\s/.test(text)
}
