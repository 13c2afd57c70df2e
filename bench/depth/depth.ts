import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { aWorld, type World } from '../../__tests__/support/run/world.ts'
import type { Span } from '../../__tests__/support/servers/span.ts'
import { action } from '../action.ts'
import { charts, folders } from '../charts.ts'
import { loop } from '../loop.ts'
import { median, timed } from '../measure.ts'
import { tool } from '../row.ts'
import { longestChain } from './chain.ts'
import { picture } from './picture.ts'

const FAR_MS = 100

export interface DepthRow {
  readonly count: number
  readonly signed: boolean
}

/** How many round trips one side waits for, counted and by the clock. */
export interface Depth {
  readonly nearSeconds: number
  readonly farSeconds: number
  /** Of the requests at a distance, as many as wait for each other. */
  readonly chain: number
  readonly requests: number
}

export interface DepthOptions {
  readonly rounds: number
  /** Where the pictures go. */
  readonly pictures: string
  /** Another build than dist/. */
  readonly entry?: string | undefined
}

export const depthRows: readonly DepthRow[] = [
  { count: 1, signed: false },
  { count: 1, signed: true },
  { count: 20, signed: false },
  { count: 20, signed: true },
]

export function depthName({ count, signed }: DepthRow): string {
  return `depth, ${count} ${count === 1 ? 'chart' : 'charts'}, ${signed ? 'signed' : 'unsigned'}`
}

/** Both sides in turn, round by round, without and with a distance; the last picture of each side is kept. */
export async function measureDepth(row: DepthRow, options: DepthOptions) {
  const { count, signed } = row
  const tools = { helm: await tool('helm4'), ...(signed && { cosign: await tool('cosign3') }), atOnce: 1 }
  const sides = {
    loop: async (world: World) => {
      const checkout = await world.repository.checkout()
      return timed(() => loop(world, checkout, folders(count), tools))
    },
    action: (world: World) => action(world, { sign: signed ? 'keyless' : 'none', charts: count, entry: options.entry }),
  }
  const seen = { loop: [] as Depth[], action: [] as Depth[] }
  for (let round = 0; round < options.rounds; round += 1) {
    for (const side of ['loop', 'action'] as const) {
      const near = await once(count, 0, sides[side])
      const far = await once(count, FAR_MS, sides[side])
      const chain = longestChain(far.spans).length
      seen[side].push({ nearSeconds: near.seconds, farSeconds: far.seconds, chain, requests: far.spans.length })
      await draw(`${depthName(row)}, ${side}`, far.spans, options.pictures)
    }
  }
  return { loop: medianOf(seen.loop), action: medianOf(seen.action) }
}

async function once(count: number, latencyMs: number, side: (world: World) => Promise<{ readonly seconds: number }>) {
  const spans: Span[] = []
  await using world = await aWorld({ files: charts(count), latencyMs, onSpan: (span) => spans.push(span) })
  return { seconds: (await side(world)).seconds, spans }
}

function medianOf(all: readonly Depth[]): Depth {
  const of = (key: keyof Depth) => median(all.map((one) => one[key]))
  return {
    nearSeconds: of('nearSeconds'),
    farSeconds: of('farSeconds'),
    chain: of('chain'),
    requests: of('requests'),
  }
}

async function draw(title: string, spans: readonly Span[], folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, `${title.replaceAll(/[ ,]+/g, '-')}.svg`), picture(title, spans))
}

const titles = [
  'Depth',
  'Loop',
  'Loop by the clock',
  'Action',
  'Action by the clock',
  'Loop, 100 ms',
  'Action, 100 ms',
  'Faster',
  'Requests',
]

export const depthHead = `| ${titles.join(' | ')} |\n|${' --- |'.repeat(titles.length)}`

export function depthLine(row: DepthRow, { loop, action }: Awaited<ReturnType<typeof measureDepth>>): string {
  const clock = ({ nearSeconds, farSeconds }: Depth) => (((farSeconds - nearSeconds) * 1000) / FAR_MS).toFixed(1)
  const cells = [
    depthName(row).replace('depth, ', ''),
    ...[loop, action].flatMap((side) => [`${side.chain}`, clock(side)]),
    ...[loop, action].map(({ farSeconds }) => `${farSeconds.toFixed(2)} s`),
    `${(loop.farSeconds / action.farSeconds).toFixed(1)} x`,
    `${action.requests}`,
  ]
  return `| ${cells.join(' | ')} |`
}
