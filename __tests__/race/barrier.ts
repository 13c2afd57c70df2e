import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Barrier extends AsyncDisposable {
  readonly url: string
  /** The most runs that waited at each gate at the same moment. */
  readonly met: ReadonlyMap<number, number>
  /** A run has ended: nobody waits for it any more. */
  leave(run: string): void
}

interface Waiting {
  readonly gate: number
  readonly go: ServerResponse
}

/**
 * Holds every run at its gates (`GET /<gate>/<run>`) until all that still run wait somewhere. Then those at the lowest gate
 * go on: together, or in turn, where each acts on what it knew before the others acted. Runs that never come to a gate hold
 * nobody up for longer than they live.
 */
export async function openBarrier(runs: readonly string[], pace: 'together' | 'in turn'): Promise<Barrier> {
  const alive = new Set(runs)
  const waiting = new Map<string, Waiting>()
  const met = new Map<number, number>()

  function release(): void {
    if (waiting.size === 0 || waiting.size < alive.size) return
    const lowest = Math.min(...[...waiting.values()].map(({ gate }) => gate))
    const here = [...waiting].filter(([, { gate }]) => gate === lowest)
    met.set(lowest, Math.max(met.get(lowest) ?? 0, here.length))
    for (const [run, { go }] of pace === 'together' ? here : here.slice(0, 1)) {
      waiting.delete(run)
      go.end()
    }
  }

  const server = createServer((request, response) => {
    const [, gate = '', run = ''] = (request.url ?? '').split('/')
    waiting.set(run, { gate: Number(gate), go: response })
    release()
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    met,
    leave(run) {
      alive.delete(run)
      waiting.delete(run)
      release()
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    },
  }
}
