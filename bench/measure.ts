import { readFile } from 'node:fs/promises'

export interface Measured {
  readonly seconds: number
  /** Peak resident memory in MB, where it was looked at. */
  readonly megabytes?: number
  /** To the registry, a chart. */
  readonly requests?: number
}

/** The middle one; of an even number the lower of the two in the middle. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? Number.NaN
}

/** The sides of a row; the action is always one. */
export interface Sides<T> {
  /** What people have today. */
  readonly loop?: T
  /** The same with four charts under way at once. */
  readonly loopOfFour?: T
  readonly action: T
}

/**
 * Runs the sides in turn, round by round, so that nothing but one subject is at work and what slows the machine for a while
 * slows all of them. Medians.
 */
export async function alternately(rounds: number, sides: Sides<() => Promise<Measured>>): Promise<Sides<Measured>> {
  const { loop, loopOfFour, action } = sides
  const all = { loop: [] as Measured[], loopOfFour: [] as Measured[], action: [] as Measured[] }
  for (let round = 0; round < rounds; round += 1) {
    if (loop) all.loop.push(await loop())
    if (loopOfFour) all.loopOfFour.push(await loopOfFour())
    all.action.push(await action())
  }
  return {
    ...(loop && { loop: medians(all.loop) }),
    ...(loopOfFour && { loopOfFour: medians(all.loopOfFour) }),
    action: medians(all.action),
  }
}

function medians(measured: readonly Measured[]): Measured {
  const of = (key: keyof Measured) => measured.flatMap((one) => one[key] ?? [])
  const [megabytes, requests] = [of('megabytes'), of('requests')]
  return {
    seconds: median(of('seconds')),
    ...(megabytes.length > 0 && { megabytes: median(megabytes) }),
    ...(requests.length > 0 && { requests: median(requests) }),
  }
}

/** One side alone. */
export async function rounds(count: number, once: () => Promise<Measured>): Promise<Measured> {
  return (await alternately(count, { action: once })).action
}

export async function timed(work: () => Promise<unknown>): Promise<Measured> {
  const started = performance.now()
  await work()
  return { seconds: (performance.now() - started) / 1000 }
}

/** Peak resident memory of a process, in MB, from what `peak.mjs` left as it ended. */
export async function peakOf(file: string): Promise<number> {
  return Number((await readFile(file, 'utf8')).trim()) / 1024
}
