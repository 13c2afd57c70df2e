import { describe, expect, it } from '@jest/globals'
import type { ReleaseError } from '../../../../src/model/errors.ts'
import { bumpAndPackage } from '../../../../src/pipeline/package/bump-and-package.ts'
import { createPlanner } from '../../../../src/pipeline/plan/plan-step.ts'
import { createProgress } from '../../../../src/pipeline/progress.ts'
import { isReleased } from '../../../../src/plan/decision/decision.ts'
import { commitId, type MemoryCommit, type Texts } from '../../../support/values/memory-git.ts'
import { aMemoryRun } from '../../../support/values/memory-run.ts'
import { memoryTarget, type PublishingTarget } from '../../../support/values/memory-target.ts'

const [OLD, HEAD] = [commitId('a'), commitId('b')]
const chartYaml = (name: string, rest = '') => `apiVersion: v2\nname: ${name}\nversion: 1.0.0\n${rest}`
const onLib = 'dependencies:\n  - name: lib\n    version: 1.x.x\n    repository: file://../lib\n'
const unlocked = 'dependencies:\n  - name: base\n    version: 1.x.x\n    repository: https://charts.example\n'
const three: Texts = {
  'charts/app/Chart.yaml': chartYaml('app', onLib),
  'charts/lib/Chart.yaml': chartYaml('lib'),
  'charts/other/Chart.yaml': chartYaml('other'),
}
const broken: Texts = { ...three, 'charts/lib/Chart.yaml': chartYaml('lib', unlocked) }

async function ready(commits: readonly MemoryCommit[], target = memoryTarget(), inputs = {}) {
  const { run, git } = await aMemoryRun({ commits, target, inputs })
  const planned = await createPlanner(run, createProgress())(await git.head())
  const failed = new Map<string, ReleaseError>()
  const made = await bumpAndPackage(run, planned, planned.decisions.filter(isReleased), failed)
  const codes = Object.fromEntries([...failed].map(([path, { code }]) => [path, code]))
  return { ...made, codes, git, names: made.packaged.map(({ packaged }) => `${packaged.name} ${packaged.version}`) }
}

/** A target that has these charts as `commits` packages them, and a commit that changes all of them. */
async function publishedAs(files: Texts): Promise<PublishingTarget> {
  const target = memoryTarget()
  const { packaged } = await ready([{ commit: OLD, files }], target)
  for (const { packaged: chart } of packaged) await target.promote([await target.stage(chart)])
  return target
}
const withNotes = (files: Texts): Texts => ({
  ...files,
  ...Object.fromEntries(['app', 'lib', 'other'].map((name) => [`charts/${name}/values.yaml`, 'a: 1\n'])),
})

describe('writing versions and packaging', () => {
  it('writes one commit for all, and packages from it', async () => {
    const commits = [
      { commit: OLD, files: three },
      { commit: HEAD, files: withNotes(three) },
    ]
    const { names, packaged, written, codes } = await ready(commits, await publishedAs(three))
    expect([names, codes]).toEqual([['app 1.0.1', 'lib 1.0.1', 'other 1.0.1'], {}])
    expect(new Set(packaged.map((one) => one.packaged.revision))).toEqual(new Set([written.commit]))
    expect(written.commit).not.toBe(HEAD)
  })

  it('packages what git has already from the commit that made it', async () => {
    const commits = [
      { commit: OLD, files: three },
      { commit: HEAD, files: { ...three, 'README.md': 'x' } },
    ]
    const { packaged, written } = await ready(commits)
    expect(packaged.map((one) => one.packaged.revision)).toEqual([OLD, OLD, OLD])
    expect(written.commit).toBe(HEAD)
  })

  it('gives one package for one commit', async () => {
    const digests = async () =>
      (await ready([{ commit: OLD, files: three }])).packaged.map((one) => one.packaged.digest)
    expect(await digests()).toEqual(await digests())
  })

  it('leaves git alone with `commit: none`, and its content is what later runs compare', async () => {
    const commits = [
      { commit: OLD, files: three },
      { commit: HEAD, files: withNotes(three) },
    ]
    const { names, written, packaged, plannedRun } = await ready(commits, await publishedAs(three), { commit: 'none' })
    expect([written.commit, names]).toEqual([HEAD, ['app 1.0.1', 'lib 1.0.1', 'other 1.0.1']])
    const own = plannedRun.decisions.map(({ chart }) => chart.fingerprint)
    expect(packaged.map((one) => one.packaged.fingerprint)).toEqual(own)
  })
})

describe('a chart that can’t be packaged', () => {
  it('stops its dependents, and the others are written and packaged without it', async () => {
    const commits = [
      { commit: OLD, files: three },
      { commit: HEAD, files: withNotes(broken) },
    ]
    const { names, codes, written } = await ready(commits, await publishedAs(three))
    expect(codes).toEqual({ 'charts/lib': 'DEPENDENCY_UNLOCKED', 'charts/app': 'DEPENDENCY_STOPPED' })
    expect([names, [...written.changed]]).toEqual([['other 1.0.1'], ['charts/other']])
  })

  it('leaves git as it is if nothing is left', async () => {
    const { 'charts/other/Chart.yaml': _, ...two } = broken
    const { names, written, releases, codes } = await ready([{ commit: OLD, files: two }])
    expect([names, releases, written.commit]).toEqual([[], [], OLD])
    expect(Object.keys(codes).sort()).toEqual(['charts/app', 'charts/lib'])
  })
})
