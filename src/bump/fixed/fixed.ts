import type { BumpLevel } from '../../model/settings.ts'
import type { BumpStrategy } from '../strategy.ts'

/** Always the level that the setting names, whatever changed. */
export function fixed(level: BumpLevel): BumpStrategy {
  return {
    name: level,
    summary: 'always',
    needs: [],
    alwaysMovesBy: level,
    counts: () => false,
    decide: () => ({ level, reason: `\`bump: ${level}\`` }),
  }
}

/** Never bumps: changed content under a published version is refused. */
export const none: BumpStrategy = {
  name: 'none',
  summary: 'to fail instead',
  needs: [],
  alwaysMovesBy: 'none',
  counts: () => false,
  decide: () => undefined,
}
