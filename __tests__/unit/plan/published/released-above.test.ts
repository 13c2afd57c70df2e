import { describe, expect, it } from '@jest/globals'
import type { VersionContext } from '../../../../src/plan/published/free-version.ts'
import { releasedAbove } from '../../../../src/plan/published/released-above.ts'
import { aPlannedChart } from '../../../support/charts/plain-charts.ts'
import { aShelf, published } from '../../../support/index/shelf.ts'

const chart = aPlannedChart('app')
const commit = (version: string) => Buffer.from(version.padEnd(20)).toString('hex')

interface Given {
  /** Published versions by whether they come from this branch. */
  readonly held: Readonly<Record<string, boolean>>
  readonly tags?: readonly string[]
  /** Whether targets record the commit, as they do of our own releases. */
  readonly isRecorded?: boolean
}

async function above(version: string, { held, tags, isRecorded = true }: Given) {
  const shelf = aShelf(
    Object.fromEntries(
      Object.keys(held).map((one) => [one, published('sha256:any', isRecorded ? { revision: commit(one) } : {})]),
    ),
  )
  const own = Object.keys(held)
    .filter((one) => held[one])
    .map(commit)
  const git = {
    ensureCommit: async () => true,
    isShallow: async () => false,
    isAncestor: async (ancestor: string) => own.includes(ancestor),
  }
  const context = {
    targets: [shelf],
    git,
    commit: 'head',
    tagTemplate: tags ? '{{ .Name }}-{{ .Version }}' : '',
    remoteTags: async () => new Map((tags ?? []).map((tag) => [tag, commit(tag.replace('app-', ''))])),
  } as unknown as VersionContext
  return { found: await releasedAbove(chart, version, context), asked: shelf.asked }
}

const tagsOf = (...versions: readonly string[]) => versions.map((version) => `app-${version}`)

describe('a version that is about to be released', () => {
  it('is below one that this branch has published and taken back', async () => {
    const held = { '1.0.0': true, '1.1.0': true }
    expect((await above('1.0.1', { held, tags: tagsOf('1.0.0', '1.1.0') })).found).toBe('1.1.0')
    expect((await above('1.0.1', { held, tags: tagsOf('1.0.0', '1.1.0'), isRecorded: false })).found).toBe('1.1.0')
    expect((await above('1.0.1', { held })).found).toBe('1.1.0')
  })

  it('is below a patch of the same minor version, or another major one, just as well', async () => {
    expect((await above('1.0.1', { held: { '1.0.5': true }, tags: tagsOf('1.0.5') })).found).toBe('1.0.5')
    expect((await above('1.0.1', { held: { '2.0.0': true }, tags: tagsOf('2.0.0') })).found).toBe('2.0.0')
  })

  it('is no surprise below what another branch released', async () => {
    expect((await above('1.0.1', { held: { '2.0.0': false }, tags: tagsOf('2.0.0') })).found).toBeUndefined()
  })

  it('is above what was only tagged, or is a pre-release that nobody is given', async () => {
    expect((await above('1.0.1', { held: {}, tags: tagsOf('1.1.0') })).found).toBeUndefined()
    const held = { '1.1.0-rc.1': true }
    expect((await above('1.0.1', { held, tags: tagsOf('1.1.0-rc.1') })).found).toBeUndefined()
    expect((await above('1.1.0-beta.1', { held, tags: tagsOf('1.1.0-rc.1') })).found).toBe('1.1.0-rc.1')
  })

  it('costs no request where no tag is higher', async () => {
    const { found, asked } = await above('1.0.1', {
      held: { '1.0.0': true },
      tags: [...tagsOf('1.0.0'), 'lib-3.0.0', 'v9'],
    })
    expect([found, asked]).toEqual([undefined, []])
  })
})
