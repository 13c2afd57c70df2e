import { describe, expect, it } from '@jest/globals'
import type { Target } from '../../../../src/model/target.ts'
import type { PromotedRelease } from '../../../../src/pipeline/chart-release.ts'
import { savePackages } from '../../../../src/pipeline/publish/save-packages.ts'
import { aChart, aSignedRelease, aTarget } from '../../../support/values/pipeline.ts'

const app = aChart('app')

function promoted(target: Target = aTarget(), changed = true): PromotedRelease {
  const release = aSignedRelease(app, [target])
  const published = release.staged.map(({ artifact }) => ({ ...artifact, reference: 'app', changed }))
  const staged = release.staged.map((one) => ({ ...one, isListed: !changed }))
  return { ...release, staged, published }
}

async function saved(
  releases: readonly PromotedRelease[],
  there: Readonly<Record<string, string>> = {},
  folder?: string,
) {
  const written: string[] = []
  const workspace = {
    folder: '',
    read: async (path: string) => (there[path] === undefined ? undefined : Buffer.from(there[path])),
    write: async (place: string, name: string) => void written.push(`${place}/${name}`),
    makeFolder: async () => {},
  }
  const run = { platform: { workspace }, settings: { packagesDir: folder } }
  const { packages, problems } = await savePackages(run, releases)
  return { packages, written, codes: problems.map(({ code }) => code) }
}

describe('packages for later steps', () => {
  it('are saved once consumers see them', async () => {
    expect(await saved([promoted()], {}, 'out')).toEqual({
      ...{ packages: ['out/app-1.0.0.tgz'], written: ['out/app-1.0.0.tgz'], codes: [] },
    })
  })

  it('are not saved if nobody named a folder, or nothing was released', async () => {
    expect((await saved([promoted()])).written).toEqual([])
    expect((await saved([promoted(aTarget(), false)], {}, 'out')).written).toEqual([])
  })

  it('come after the files that belong to them', async () => {
    const json = Buffer.from('{}')
    const signatures = async () => ({ legacy: [], bundles: [{ json, predicateType: '' }] })
    const release = promoted(aTarget('dir:charts', { signs: 'archive', signatures }))
    const provenance = { text: Buffer.from('signed') }
    const { written } = await saved([{ ...release, packaged: { ...release.packaged, provenance } }], {}, 'out')
    expect(written).toEqual(['out/app-1.0.0.tgz.prov', 'out/app-1.0.0.tgz.sigstore.json', 'out/app-1.0.0.tgz'])
  })

  it('have the attestation of how they were built with them, also of a registry', async () => {
    const bundle = { json: Buffer.from('{}'), predicateType: 'https://slsa.dev/provenance/v1' }
    const attestation = { bundle, signedAt: new Date(0), isNew: true } as unknown as PromotedRelease['attestation']
    const { written } = await saved([{ ...promoted(), ...(attestation && { attestation }) }], {}, 'out')
    expect(written).toEqual(['out/app-1.0.0.tgz.provenance.sigstore.json', 'out/app-1.0.0.tgz'])
  })

  it('never replace what is not of this release; that is told, and the release stands', async () => {
    const { written, codes } = await saved([promoted()], { 'out/app-1.0.0.tgz': 'of a person' }, 'out')
    expect([written, codes]).toEqual([[], ['WORKSPACE_PATH_REFUSED']])
  })

  it('are written again over the same ones', async () => {
    const { codes } = await saved([promoted()], { 'out/app-1.0.0.tgz': 'app-1.0.0' }, 'out')
    expect(codes).toEqual([])
  })
})
