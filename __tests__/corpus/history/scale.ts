import { aWorld } from '../../support/run/world.ts'
import { fromBundle } from './repository.ts'
import { chartsIn, say, seconds } from './say.ts'

/** Four hundred charts in nested folders: planned, nothing else. */
export async function scale(bundle: string): Promise<void> {
  await using world = await aWorld({ repository: await fromBundle(bundle) })
  const inputs = { mode: 'plan', charts: '**', exclude: '**/vendor/**' }
  const workspace = await world.repository.checkout()
  const run = await world.release({ inputs, workspace })
  const charts = chartsIn(run)
  const refused = charts.filter(({ result }) => result === 'failed')
  say(
    `${charts.length} charts planned in ${seconds(run)}: ${charts.length - refused.length} to publish, ${refused.length} refused`,
  )
  const byReason = Map.groupBy(refused, ({ reason }) => reason.replace(/^\S+/, '…').slice(0, 60))
  for (const [reason, group] of byReason) say(`  ${group.length}: ${reason}`)
}
