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

/** Whether a default takes away rights or room that pods had: what ran before may not run any more. */
export function isStricter(path: readonly string[], was: Value | undefined, is: Value): boolean {
  const key = path.at(-1) ?? ''
  const [before, now] = [textOf(was), textOf(is)]
  if (path.at(-2) === 'limits' && (key === 'memory' || key === 'cpu')) return isLess(now, before)
  if (key === 'runAsUser' || key === 'runAsGroup') return now !== '0' && now !== '' && before === '0'
  if (path.at(-2) === 'capabilities') return hasFewer(key, was, is)
  if (path.at(-2) === 'seccompProfile' && key === 'type') return before === 'Unconfined' && now !== before
  if (/networkPolicy$/i.test(path.at(-2) ?? '') && key === 'enabled') return now === 'true' && before !== now
  const strict = STRICT.get(key)
  return strict !== undefined && now.toLowerCase() === strict && before.toLowerCase() !== strict
}

/** A pod that needs more than its memory limit is killed, and one with less of its processor is only slower. */
export function isMemoryHalved(path: readonly string[], was: Value, is: Value): boolean {
  if (path.at(-2) !== 'limits' || path.at(-1) !== 'memory') return false
  const [less, more] = [quantity(textOf(is)), quantity(textOf(was))]
  return less !== undefined && more !== undefined && less * 2 <= more
}

/** Whether capabilities are dropped that were not, or no longer added. */
function hasFewer(key: string, was: Value | undefined, is: Value): boolean {
  const [before, now] = [itemsOf(was), itemsOf(is)]
  if (key === 'drop') return now.some((one) => !before.includes(one))
  return key === 'add' && before.some((one) => !now.includes(one))
}

function itemsOf(value: Value | undefined): readonly string[] {
  return value?.kind === 'list' ? value.items.map(textOf) : []
}

function textOf(value: Value | undefined): string {
  return value !== undefined && 'text' in value ? value.text : ''
}

/** Quantities of Kubernetes: https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/ */
const UNITS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    ...{ '': 1, m: 1e-3, k: 1e3, M: 1e6, G: 1e9, T: 1e12, K: 1e3 },
    ...{ ki: 2 ** 10, mi: 2 ** 20, gi: 2 ** 30, ti: 2 ** 40 },
  }),
)

function isLess(now: string, before: string): boolean {
  const [less, more] = [quantity(now), quantity(before)]
  return less !== undefined && more !== undefined && less < more
}

function quantity(text: string): number | undefined {
  const [, number, unit = ''] = /^(\d{1,15}(?:\.\d{1,9})?)([a-z]{0,2})$/i.exec(text) ?? []
  const factor = UNITS.get(unit) ?? UNITS.get(unit.toLowerCase())
  return number === undefined || factor === undefined ? undefined : Number(number) * factor
}
