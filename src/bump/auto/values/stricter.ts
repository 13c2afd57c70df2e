import type { Value } from '../chart/values.ts'

/** Settings of pods that give rights or take them away, and the value that takes away. */
const STRICT: ReadonlyMap<string, string> = new Map(
  Object.entries({
    allowPrivilegeEscalation: 'false',
    automountServiceAccountToken: 'false',
    hostIPC: 'false',
    hostNetwork: 'false',
    hostPID: 'false',
    privileged: 'false',
    readOnlyRootFilesystem: 'true',
    runAsNonRoot: 'true',
  }),
)

/** Whether a default takes away rights that pods had: what ran before may not run any more. */
export function isStricter(path: readonly string[], was: Value | undefined, is: Value): boolean {
  const key = path.at(-1) ?? ''
  const [before, now] = [textOf(was), textOf(is)]
  if (key === 'runAsUser') return now !== '0' && now !== '' && before === '0'
  const strict = STRICT.get(key)
  return strict !== undefined && now === strict && before !== strict
}

function textOf(value: Value | undefined): string {
  return value !== undefined && 'text' in value ? value.text.toLowerCase() : ''
}
