import type { GivenValue } from './problems.ts'

/** Inputs by name, e.g. `app-version`; empty ones count as not given, for GitHub can't tell the two apart. */
export type Inputs = Readonly<Record<string, string | undefined>>

/** What the step gives for an input, or `undefined` where that is nothing, or only the default that action.yml adds. */
export function given(inputs: Inputs, name: string): GivenValue | undefined {
  const raw = inputs[name]
  const isDefault = name === 'github-token' && raw === inputs['workflow-token']
  return raw === undefined || raw.trim() === '' || isDefault ? undefined : { raw, origin: { source: 'input', name } }
}
