import { bumpNames, isByHand } from '../bump/registry.ts'
import type { readInputs } from './table/table.ts'

type Read = ReturnType<typeof readInputs>

/** With the defaults that depend on what other inputs say: versions that people raise later are not missing before. */
export function withDependentDefaults(read: Read): Read {
  const { values, sources, effective } = read
  // A wrong value is reported elsewhere.
  const isManual = bumpNames.includes(values.bump) && isByHand(values.bump)
  if (!isManual || sources.requireBump !== 'default') return read
  const shown = { ...effective, 'require-bump': { value: 'false', source: 'default' } as const }
  return { sources, values: { ...values, requireBump: false }, effective: shown }
}
