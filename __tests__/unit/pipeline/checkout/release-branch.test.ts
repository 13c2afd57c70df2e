import { describe, expect, it } from '@jest/globals'
import { heldBranch } from '../../../../src/pipeline/checkout/release-branch.ts'
import { aMemoryRun } from '../../../support/values/memory-run.ts'

const commits = [{ commit: 'c1', files: {} }]
type Situation = Parameters<typeof aMemoryRun>[0]

async function held(given: Pick<Situation, 'facts' | 'inputs'> & { originSays?: string | undefined }) {
  let questions = 0
  const remoteDefaultBranch = async () => {
    questions += 1
    return given.originSays
  }
  const { run } = await aMemoryRun({ commits, ...given, git: { remoteDefaultBranch } })
  const answer = await heldBranch(run)
  return { branch: answer?.branch, questions }
}

const onFeature = { ref: 'refs/heads/feature/x', refName: 'feature/x' } as const

describe('the default branch', () => {
  it('is what the event says, without a question', async () => {
    expect(await held({ facts: { defaultBranch: 'main' } })).toEqual({ branch: undefined, questions: 0 })
    expect(await held({ facts: { ...onFeature, defaultBranch: 'main' } })).toEqual({
      branch: 'feature/x',
      questions: 0,
    })
  })

  it('is what origin says if the event does not, as for a schedule', async () => {
    expect(await held({ originSays: 'main' })).toEqual({ branch: undefined, questions: 1 })
    expect(await held({ facts: onFeature, originSays: 'main' })).toEqual({ branch: 'feature/x', questions: 1 })
  })

  it('may have been renamed before the run was started again', async () => {
    const old = { ref: 'refs/heads/master', refName: 'master', defaultBranch: 'master', isRerun: true } as const
    expect(await held({ facts: old, originSays: 'main' })).toEqual({ branch: 'master', questions: 1 })
    expect(await held({ facts: old, originSays: undefined })).toEqual({ branch: undefined, questions: 1 })
  })

  it('must be named if nobody says which one it is', async () => {
    const problem = await held({}).catch((thrown: unknown) => thrown)
    expect(problem).toMatchObject({ code: 'DEFAULT_BRANCH_UNKNOWN', hint: expect.stringContaining('branches: main') })
  })
})

it('does not matter for a tag, for a plan, or if branches are listed', async () => {
  const onTag = { ref: 'refs/tags/app-1.0.0', refType: 'tag', refName: 'app-1.0.0' } as const
  expect(await held({ facts: onTag })).toEqual({ branch: undefined, questions: 0 })
  expect(await held({ facts: onFeature, inputs: { mode: 'plan' } })).toEqual({ branch: undefined, questions: 0 })
  expect(await held({ facts: onFeature, inputs: { branches: 'feature/*' } })).toEqual({
    branch: undefined,
    questions: 0,
  })
})
