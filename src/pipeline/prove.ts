import { CHARTS_AT_ONCE, eachChart, withoutDependents } from './each-chart.ts'
import type { Scene } from './look.ts'
import type { PackagedRelease } from './package-releases.ts'
import type { Run, Step } from './run.ts'
import { type SignedRelease, sign } from './sign.ts'
import { stage } from './stage.ts'
import { loadInHelm, verify } from './verify.ts'

/**
 * Stages, signs and verifies, all of it before anything becomes visible. Each chart goes through the three by itself: while
 * one waits for the log, another is read back.
 */
export async function prove(
  run: Run,
  scene: Scene,
  releases: readonly PackagedRelease[],
): Promise<Step<SignedRelease>> {
  const { charts } = scene.sources
  const proven = await eachChart(charts, releases, CHARTS_AT_ONCE, async (release) => {
    const staged = await stage(run, release)
    const signed = await sign(run, staged)
    return verify(run, signed)
  })
  const unloadable = await loadInHelm(run, proven.done)
  const done = proven.done.filter((release) => !unloadable.has(release.path))
  return withoutDependents(charts, { done, failed: new Map([...proven.failed, ...unloadable]) })
}
