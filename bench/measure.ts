import { readFile } from 'node:fs/promises'

export interface Measured {
  readonly seconds: number
  /** Peak resident memory in MB, where it was looked at. */
  readonly megabytes?: number
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

/** Runs the rounds one after another, so that nothing but the subject is at work. */
export async function rounds(count: number, once: () => Promise<Measured>): Promise<Measured> {
  const all: Measured[] = []
  for (let round = 0; round < count; round += 1) all.push(await once())
  const memory = all.flatMap(({ megabytes }) => (megabytes === undefined ? [] : [megabytes]))
  return { seconds: median(all.map(({ seconds }) => seconds)), ...(memory.length > 0 && { megabytes: median(memory) }) }
}

export async function timed(work: () => Promise<unknown>): Promise<Measured> {
  const started = performance.now()
  await work()
  return { seconds: (performance.now() - started) / 1000 }
}

/** Peak resident memory of a process, from what it left in its own `/proc/self/status` as it ended. */
export async function peakOf(file: string): Promise<number> {
  return Number((await readFile(file, 'utf8')).trim()) / 1024
}
