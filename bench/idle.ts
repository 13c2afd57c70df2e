import { aWorld } from '../__tests__/support/run/world.ts'
import { action } from './action.ts'
import { charts } from './charts.ts'
import { alternately } from './measure.ts'
import type { Row } from './row.ts'

/** So many charts that were released by an earlier run: nothing to do. Signed: their signatures are looked for, too. */
export function idle(count: number, { signed = false } = {}): Row {
  return {
    what: `nothing to do, ${count} charts, ${signed ? 'signed' : 'unsigned'}`,
    async measure(rounds) {
      const sign = signed ? 'keyless' : 'none'
      await using world = await aWorld({ files: charts(count) })
      await action(world, { sign, charts: count })
      return await alternately(rounds, { action: () => action(world, { sign, charts: count, idle: true }) })
    },
  }
}
