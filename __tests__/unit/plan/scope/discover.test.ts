import { describe, expect, it } from '@jest/globals'
import { discover } from '../../../../src/plan/scope/discover.ts'

const paths = [
  'Chart.yaml',
  'charts/app/Chart.yaml',
  'charts/app/charts/sub/Chart.yaml',
  'charts/lib/Chart.yaml',
  'charts/notes.txt',
  'infra/.hidden/db/Chart.yaml',
]

describe('discovering charts', () => {
  it('takes folders one level below by default', () => {
    expect(discover(paths, ['charts/*'], [])).toEqual(['charts/app', 'charts/lib'])
  })

  it('takes nested folders, several roots, hidden folders and the root itself', () => {
    expect(discover(paths, ['.', 'infra/**'], [])).toEqual(['.', 'infra/.hidden/db'])
    expect(discover(paths, ['**/'], [])).toHaveLength(5)
  })

  it('reads ./ and a slash at the end as a person would', () => {
    expect(discover(paths, ['./charts/app/'], [])).toEqual(['charts/app'])
  })

  it('leaves out what is excluded', () => {
    expect(discover(paths, ['charts/*'], ['charts/lib'])).toEqual(['charts/app'])
  })

  it('says where charts are when nothing matches', () => {
    expect(() => discover(paths, ['helm/*'], [])).toThrow(
      'No chart matches "helm/*"; charts stand in ., charts/app, charts/app/charts/sub, charts/lib, infra/.hidden/db.',
    )
  })

  it('says so when there is no chart at all', () => {
    expect(() => discover(['README.md'], ['charts/*'], [])).toThrow('this commit holds no Chart.yaml at all')
  })
})
