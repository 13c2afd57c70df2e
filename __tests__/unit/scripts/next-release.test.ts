import { describe, expect, it } from '@jest/globals'
import { nextRelease, releasedVersions } from '../../../scripts/next-release.ts'

const commits = (...messages: readonly string[]) =>
  messages.map((message, at) => ({ commit: `${at}`.repeat(40).slice(0, 40), message }))

describe('the next release of the action', () => {
  it.each([
    ['0.3.4', ['fix: a'], '0.3.5'],
    ['0.3.4', ['fix: a', 'feat: b'], '0.4.0'],
    ['0.3.4', ['feat!: c'], '0.4.0'],
    ['0.3.4', ['fix: a\n\nBREAKING CHANGE: d'], '0.4.0'],
    ['1.3.4', ['feat!: c', 'fix: a'], '2.0.0'],
    ['1.3.4', ['perf: a', 'docs: b'], '1.3.5'],
  ])('after %s, with %j, is %s', (last, messages, version) => {
    expect(nextRelease(undefined, last, commits(...messages))).toMatchObject({ version, isTagged: false })
  })

  it('is the first one if there is none before', () => {
    expect(nextRelease(undefined, undefined, commits('feat: a'))?.version).toBe('0.1.0')
  })

  it('is none if no commit is for users', () => {
    expect(nextRelease(undefined, '0.3.4', commits('docs: a', 'test: b', 'refactor: c'))).toBeUndefined()
    expect(
      nextRelease(undefined, '0.3.4', commits('Revert "feat: a"\n\nThis reverts commit 1111111.', 'feat: a')),
    ).toBe(undefined)
  })

  it('is that of the tag which the commit has already', () => {
    expect(nextRelease('0.4.0', '0.3.4', commits('feat: a'))).toMatchObject({ version: '0.4.0', isTagged: true })
  })

  it('has notes by kind, with breaking changes marked, and nothing in them that GitHub would follow', () => {
    const next = nextRelease(
      undefined,
      '0.3.4',
      commits('fix: mind @octocat', 'feat(oci)!: one thing', 'feat: another'),
    )
    expect(next?.notes).toBe(
      '### Added\n\n- Another\n\n### Changed\n\n- **Breaking:** One thing\n\n### Fixed\n\n- Mind @\u2060octocat',
    )
  })
})

it('versions that were released are read from tags; those that move are none', () => {
  expect(releasedVersions(['v0.9.0', 'v0', 'v0.10.0', 'app-1.0.0', 'v1.0.0-rc.1'])).toEqual(['0.10.0', '0.9.0'])
})
