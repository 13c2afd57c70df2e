import { describe, expect, it } from '@jest/globals'
import { claimedVersions, claimingCommit } from '../../../../src/plan/published/claim-tags.ts'

const [one, two] = ['a'.repeat(40), 'b'.repeat(40)]
const tags = new Map([
  ['app-1.0.0', one],
  ['app-2.0.0', two],
  ['app-lib-1.0.0', two],
  ['v1.0.0', two],
])
const template = '{{ .Name }}-{{ .Version }}'
const from = (tagTemplate: string) => ({ tagTemplate, remoteTags: async () => tags })

describe('the git tags of a chart', () => {
  it('name its versions, with the commit of each', async () => {
    expect([...((await claimedVersions('lib', from('app-{{ .Name }}-{{ .Version }}'))) ?? [])]).toEqual([
      ['1.0.0', two],
    ])
    expect((await claimedVersions('app', from(template)))?.get('2.0.0')).toBe(two)
  })

  it('give the commit of one version', async () => {
    expect(await claimingCommit({ name: 'app', version: '1.0.0' }, from(template))).toBe(one)
    expect(await claimingCommit({ name: 'app', version: '3.0.0' }, from(template))).toBeUndefined()
  })

  it('are not read if versions get none', async () => {
    const remoteTags = () => Promise.reject(new Error('origin was asked'))
    expect(await claimedVersions('app', { tagTemplate: '', remoteTags })).toBeUndefined()
    expect(await claimingCommit({ name: 'app', version: '1.0.0' }, { tagTemplate: '', remoteTags })).toBeUndefined()
  })
})
