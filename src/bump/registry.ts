import { ReleaseError } from '../model/errors.ts'
import type { BumpSetting } from '../model/settings.ts'
import { fixed } from './fixed/fixed.ts'
import type { BumpDecision, BumpRequest, BumpStrategy } from './strategy.ts'

// Outside this folder only this file knows its folders.
export { parseAppVersionRule } from './app-version/rule.ts'
export { valueAt } from './app-version/values.ts'

/** Every strategy; the first that answers decides. */
export const strategies: readonly BumpStrategy[] = [fixed]

const PLANNED: readonly string[] = ['auto', 'conventional']

/** What users may write for `bump`. */
export const bumpNames: readonly string[] = strategies.flatMap((strategy) => strategy.names)

/** The setting that a user wrote. Fails with `BUMP_INVALID`, also for names that are only planned. */
export function parseBump(text: string): BumpSetting {
  const name = text.trim()
  if (bumpNames.includes(name)) return name as BumpSetting
  const known = bumpNames.map((one) => `\`${one}\``).join(', ')
  const what = PLANNED.includes(name) ? 'is not there yet' : 'is not a way to bump'
  throw new ReleaseError('BUMP_INVALID', `bump: ${JSON.stringify(name.slice(0, 40))} ${what}`, {
    hint: `Use one of ${known}.`,
  })
}

/** How far a changed chart's version moves; `undefined` where no bump is allowed. */
export function decideBump(request: BumpRequest): BumpDecision | undefined {
  for (const strategy of strategies) {
    const decision = strategy.names.includes(request.setting) ? strategy.decide(request) : undefined
    if (decision) return decision
  }
  return undefined
}
