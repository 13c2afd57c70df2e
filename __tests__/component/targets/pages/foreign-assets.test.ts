import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import type { ChartRef, PackagedChart } from '../../../../src/model/chart.ts'
import { openTarget } from '../../../../src/targets/registry.ts'
import { anArchiveSignature, aPackagedChart, digestOf } from '../../../support/charts/packaged-chart.ts'
import { aRepository, type TestRepository } from '../../../support/git/repository.ts'
import { startGitHub, type TestGitHub } from '../../../support/github/github.ts'
import { aTargetContext } from '../../../support/registry/context.ts'
import { failureOf } from '../../../support/values/failure.ts'
import { promoteOne } from '../../../support/values/promote.ts'

let repository: TestRepository
let workspace: string
let github: TestGitHub
beforeEach(async () => {
  repository = await aRepository({ files: { 'a.txt': 'a\n' } })
  workspace = await repository.checkout({ depth: 1 })
  github = await startGitHub({ origin: repository.origin })
})
afterEach(async () => {
  await github.close()
  await repository.remove()
})

const settings = { githubToken: 'ghs_test', tagOf: ({ name, version }: ChartRef) => `${name}-${version}` }
const open = () =>
  openTarget(
    'pages://gh-pages?packages=releases',
    aTargetContext({ workspace, settings, apiUrl: github.apiUrl, serverUrl: github.webUrl }),
  )

async function release(chart: PackagedChart) {
  const target = open()
  const staged = await target.stage(chart)
  await target.attach(staged, anArchiveSignature(staged.digest))
  return promoteOne(target, staged)
}

describe('a file of somebody else at a published release', () => {
  it.each(['.prov', '.sigstore.json'])('stays: %s', async (ending) => {
    const chart = aPackagedChart({ provenance: { text: Buffer.from('-----BEGIN PGP SIGNED MESSAGE-----\nours') } })
    await release(chart)
    const [published] = github.releases
    if (!published) throw new Error('no release')
    const content = Buffer.from('of somebody else')
    published.assets = published.assets.map((one) =>
      one.name.endsWith(`.tgz${ending}`) ? { ...one, content, digest: digestOf(content) } : one,
    )
    const assets = published.assets
    // As if no index named it yet.
    await repository.git('push', '--quiet', 'origin', '--delete', 'gh-pages')
    expect(await failureOf(release(chart))).toMatchObject({
      code: 'PATH_OCCUPIED',
      message: expect.stringContaining(`app-1.2.3.tgz${ending}`),
      hint: expect.stringContaining('gh release delete-asset app-1.2.3'),
    })
    expect(published.assets).toEqual(assets)
  })
})
