import { aWorld, type World } from '../__tests__/support/run/world.ts'
import { action } from './action.ts'
import { charts, folders } from './charts.ts'
import { loop } from './loop.ts'
import { alternately, timed } from './measure.ts'
import { type Row, tool } from './row.ts'

/** So many new charts: the action beside the loop, each round in a world of its own. */
export function released(count: number, { signed = false, latencyMs = 0 } = {}): Row {
  const latency = latencyMs > 0 ? `, ${latencyMs} ms latency` : ''
  return {
    what: `${count} ${count === 1 ? 'chart' : 'charts'}, ${signed ? 'signed' : 'unsigned'}${latency}`,
    async measure(rounds) {
      // All are removed at the end: for seconds after many files were deleted, file systems are slow to make new ones.
      await using worlds = new AsyncDisposableStack()
      const inAWorld = async <T>(work: (world: World) => Promise<T>) =>
        work(worlds.use(await aWorld({ files: charts(count), ...(latencyMs > 0 && { latencyMs }) })))
      const tools = { helm: await tool('helm4'), ...(signed && { cosign: await tool('cosign3') }) }
      const looped = (atOnce: number) => () =>
        inAWorld(async (world) => {
          const checkout = await world.repository.checkout()
          return timed(() => loop(world, checkout, folders(count), { ...tools, atOnce }))
        })
      return await alternately(rounds, {
        loop: looped(1),
        ...(count > 1 && { loopOfFour: looped(4) }),
        action: () => inAWorld((world) => action(world, { sign: signed ? 'keyless' : 'none', charts: count })),
      })
    },
  }
}
