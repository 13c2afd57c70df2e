import type { BumpStrategy } from '../strategy.ts'

/** The level that the setting names, whatever changed; `none` never bumps. */
export const fixed: BumpStrategy = {
  names: ['none', 'patch', 'minor', 'major'],
  needs: [],
  counts: () => false,
  decide({ setting }) {
    if (setting !== 'patch' && setting !== 'minor' && setting !== 'major') return undefined
    return { level: setting, reason: `\`bump: ${setting}\`` }
  },
}
