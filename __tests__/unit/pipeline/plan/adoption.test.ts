import { describe, expect, it } from '@jest/globals'
import { writeArchive } from '../../../../src/chart/archive/archive.ts'
import { readSources } from '../../../../src/chart/source/read-sources.ts'
import type { Target } from '../../../../src/model/target.ts'
import type { ProposedChange } from '../../../../src/pipeline/evidence/pull-request-base.ts'
import { contentComparison } from '../../../../src/pipeline/plan/adoption.ts'
import { DIGEST, published } from '../../../support/index/shelf.ts'
import { failureOf } from '../../../support/values/failure.ts'
import { memoryFiles } from '../../../support/values/memory-files.ts'
import { aGit, commitId, type Texts } from '../../../support/values/memory-git.ts'
import { aBuildContext, memoryHelm } from '../../../support/values/memory-helm.ts'
import { aTarget, digestOf } from '../../../support/values/pipeline.ts'

const HEAD = commitId('a')
const CHART = 'apiVersion: v2\nname: app\nversion: 1.0.0\n'
const own: Texts = { 'charts/app/Chart.yaml': CHART, 'charts/app/values.yaml': 'a: 1\n' }
const NEEDS_BASE = `${CHART}dependencies:\n  - name: base\n    version: ^1.0.0\n    repository: https://charts.example\n`
const BASE = 'apiVersion: v2\nname: base\nversion: 1.2.0\n'

/** As another tool packaged it. */
function archiveOf(files: Texts): Uint8Array {
  const list = Object.entries(files).map(([path, text]) => ({ path, content: Buffer.from(text) }))
  return writeArchive('app', list, new Date('2020-01-01T00:00:00Z'))
}

interface Situation {
  /** What git has. */
  readonly files?: Texts
  /** The packages that targets hold, one of each. */
  readonly packages: readonly Uint8Array[]
  readonly mayFetch?: boolean
}

async function compared({ files = own, packages, mayFetch = true }: Situation) {
  const memory = memoryFiles()
  const git = aGit({ commits: [{ commit: HEAD, files }], files: memory })
  const sources = await readSources(git, HEAD, ['charts/app'])
  const chart = sources.charts.get('charts/app')
  if (!chart) throw new Error('the chart of the test can’t be read')
  const built: string[] = []
  const helm = memoryHelm(memory)
  const counting: typeof helm = {
    ...helm,
    package: (folders) => {
      built.push(...folders)
      return helm.package(folders)
    },
  }
  const fetch = async () => ({ version: '1.2.0', archive: archiveOf({ 'Chart.yaml': BASE }) })
  const buildContext = aBuildContext(git, memory, { helm: counting, fetch })
  const change: ProposedChange = { base: async () => undefined, mayFetch: async () => mayFetch }
  const isSame = contentComparison({ buildContext }, sources, change)
  const answers: boolean[] = []
  for (const archive of packages) {
    const target = aTarget('oci://registry.test/charts', {
      fetch: async () => ({ digest: DIGEST, archive, archiveDigest: digestOf('x') }),
    }) as Target
    answers.push(await isSame(chart, { target, ref: { name: 'app', version: '1.0.0' }, published: published('') }))
  }
  return { answers, built: built.length }
}

describe('a package of another tool', () => {
  it('is the same if it has the files that git packages, whatever their times', async () => {
    const packages = [archiveOf({ 'Chart.yaml': CHART, 'values.yaml': 'a: 1\n' })]
    expect((await compared({ packages })).answers).toEqual([true])
  })

  it.each([
    ['another text', { 'Chart.yaml': CHART, 'values.yaml': 'a: 2\n' }],
    ['a file more', { 'Chart.yaml': CHART, 'values.yaml': 'a: 1\n', 'templates/x.yaml': '' }],
    ['a file less', { 'Chart.yaml': CHART }],
  ])('is another one with %s', async (_, files) => {
    expect((await compared({ packages: [archiveOf(files)] })).answers).toEqual([false])
  })

  it('is packaged once for all packages that were made with the same locks', async () => {
    const packages = [archiveOf({ 'Chart.yaml': CHART }), archiveOf({ 'Chart.yaml': CHART, 'values.yaml': 'a: 1\n' })]
    expect(await compared({ packages })).toEqual({ answers: [false, true], built: 1 })
  })
})

describe('a package whose dependencies git does not lock', () => {
  const files = { 'charts/app/Chart.yaml': NEEDS_BASE }
  const inside = (version: string) => ({
    'Chart.yaml': NEEDS_BASE,
    'charts/base/Chart.yaml': BASE.replace('1.2.0', version),
  })

  it('is compared with the versions that it holds', async () => {
    expect(await compared({ files, packages: [archiveOf(inside('1.2.0'))] })).toEqual({ answers: [true], built: 1 })
  })

  it('is another one, and nothing is built, if those do not fit the chart any more', async () => {
    expect(await compared({ files, packages: [archiveOf(inside('2.0.0'))] })).toEqual({ answers: [false], built: 0 })
  })
})

describe('what can’t be known', () => {
  it('is an error, never "different": a chart that can’t be built', async () => {
    const files = { 'charts/app/Chart.yaml': NEEDS_BASE }
    const packages = [archiveOf({ 'Chart.yaml': NEEDS_BASE })]
    expect((await failureOf(compared({ files, packages }))).code).toBe('DEPENDENCY_UNLOCKED')
  })

  it('is an error, never "different": an archive that can’t be read', async () => {
    const failure = await failureOf(compared({ packages: [Buffer.from('<html>not found</html>')] }))
    expect(failure.code).toBe('ARCHIVE_INVALID')
  })

  it('is not looked at for a pull request that chooses whom to fetch from', async () => {
    const failure = await failureOf(compared({ packages: [archiveOf({ 'Chart.yaml': CHART })], mayFetch: false }))
    expect([failure.code, failure.at]).toEqual(['DEPENDENCY_REFUSED', { file: 'charts/app/Chart.yaml', line: 3 }])
  })
})
