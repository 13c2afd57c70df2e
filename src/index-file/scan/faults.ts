import type { Fault, Scanner } from './scanner.ts'

/** More are not counted: one is enough to refuse an index. */
const MAX_FAULTS = 1000

export function noteFault(s: Scanner, start: number, fault: Omit<Fault, 'start'>): void {
  if (s.faults.length < MAX_FAULTS) s.faults.push({ start: s.aliasAt ?? start, ...fault })
}

/** Those that count for the language the index is written in. */
export function faultsIn({ faults, bytes }: Pick<Scanner, 'faults' | 'bytes'>, inBrackets: boolean): readonly Fault[] {
  if (faults.every(({ only }) => only === undefined)) return faults
  const language = inBrackets && isJson(bytes) ? 'JSON' : 'YAML'
  return faults.filter(({ only }) => only === undefined || only === language)
}

/** Called only if it matters: for a large index it takes longer than the scan. */
function isJson(bytes: Uint8Array): boolean {
  try {
    JSON.parse(Buffer.from(bytes).toString())
    return true
  } catch {
    return false
  }
}
