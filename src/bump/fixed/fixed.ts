import type { BumpStrategy } from '../strategy.ts'

/** The level that the setting names, whatever changed; `none` never bumps. */
export const fixed: BumpStrategy = {
  names: ['none', 'patch', 'minor', 'major'],
  decide({ setting }) {
    return setting === 'none' ? undefined : { level: setting, reason: `\`bump: ${setting}\`` }
  },
}
