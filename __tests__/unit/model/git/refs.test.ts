import { describe, expect, it } from '@jest/globals'
import { conflictingRef, isMergedRef, nameConflict } from '../../../../src/model/git/refs.ts'

describe('a ref', () => {
  it.each(['refs/heads/main', 'refs/heads/release/1.x', 'refs/tags/v1.2.3'])(
    '%s is one that only people with write access move',
    (ref) => {
      expect(isMergedRef(ref)).toBe(true)
    },
  )

  it.each([
    'refs/pull/7/merge',
    'refs/heads/gh-readonly-queue/main/pr-7-abc',
    'refs/heads/',
    'main',
    'refs/remotes/origin/main',
    '',
  ])('%s is not, or that is unknown', (ref) => {
    expect(isMergedRef(ref)).toBe(false)
  })

  it('makes another impossible if one is a folder of the other', () => {
    expect(conflictingRef('refs/tags/app/1.0.0', ['refs/tags/web', 'refs/tags/app'])).toBe('refs/tags/app')
    expect(conflictingRef('refs/tags/app', ['refs/tags/app/1.0.0'])).toBe('refs/tags/app/1.0.0')
    expect(conflictingRef('refs/tags/app', ['refs/tags/app', 'refs/tags/apple'])).toBeUndefined()
  })

  it('in the way of another is named in words', () => {
    const problem = nameConflict('refs/heads/bump/main', 'refs/tags/v1', 'Delete it.')
    expect(problem).toMatchObject({ code: 'GIT_NAME_CONFLICT', hint: 'Delete it.' })
    expect(problem.message).toMatch(/^The branch bump\/main can't be created, because the tag v1 is there/)
    expect(nameConflict('refs/x/y', 'refs/x', '').message).toMatch(/^The ref refs\/x\/y can't .* the ref refs\/x is/)
  })
})
