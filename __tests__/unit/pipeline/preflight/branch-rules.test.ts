import { describe, expect, it } from '@jest/globals'
import { branchFindings } from '../../../../src/pipeline/preflight/branch-rules.ts'

const PUSH = { signs: false, withToken: true }

describe('what rules mean for a pushed bump', () => {
  it('is a problem where the token may not pass', () => {
    const { problem, warning } = branchFindings(
      'main',
      [
        { type: 'pull_request', bypass: 'no' },
        { type: 'required_status_checks', bypass: 'no' },
        { type: 'non_fast_forward', bypass: 'no' },
      ],
      PUSH,
    )
    expect(problem).toMatchObject({ code: 'BRANCH_RULES', kind: 'config' })
    expect(problem?.message).toBe(
      'Rules of the branch main refuse a pushed version bump: changes must come by pull request; status checks must have passed, and a push by the workflow token starts none.',
    )
    expect(problem?.hint).toContain('commit: none')
    expect(warning).toBeUndefined()
  })

  it('is a warning where nobody says whom they spare', () => {
    const found = branchFindings('main', [{ type: 'update', bypass: 'unknown' }], PUSH)
    expect(found.problem).toBeUndefined()
    expect(found.warning).toContain('may refuse')
  })

  it('is nothing where they do not concern a push, or are unknown', () => {
    expect(branchFindings('main', undefined, PUSH)).toEqual({})
    expect(branchFindings('main', [{ type: 'deletion', bypass: 'no' }], PUSH)).toEqual({})
    expect(branchFindings('main', [{ type: 'pull_request', bypass: 'yes' }], PUSH)).toEqual({})
    expect(branchFindings('main', [{ type: 'toString', bypass: 'no' }], PUSH)).toEqual({})
  })

  it.each(['yes', 'no'] as const)(
    'is a warning where git pushes as somebody else than the token that asked (%s)',
    (bypass) => {
      const { problem, warning } = branchFindings('main', [{ type: 'pull_request', bypass }], {
        ...PUSH,
        withToken: false,
      })
      expect(problem).toBeUndefined()
      expect(warning).toContain('the credentials that checkout left, not with `github-token`')
    },
  )

  it('is a line in the log where there is protection and nobody says which', () => {
    const found = branchFindings('main', [{ type: 'protected', bypass: 'unknown' }], PUSH)
    expect(found).toEqual({ note: expect.stringMatching(/main is protected.*commit: none/) })
  })

  it.each([
    ['GitHub makes and signs it', { signs: true, withToken: true }, {}],
    [
      'git pushes it',
      { signs: false, withToken: true },
      { problem: expect.objectContaining({ code: 'BRANCH_RULES' }) },
    ],
  ])('asks for a signed commit, which the bump is if %s', (_, push, found) => {
    expect(branchFindings('main', [{ type: 'required_signatures', bypass: 'no' }], push)).toEqual(found)
  })
})
