import { describe, expect, it } from '@jest/globals'
import { environmentSnapshot, refusedEvent, runnerFacts } from '../../../../src/platform/runner/environment.ts'

const onMain = {
  GITHUB_REPOSITORY: 'Acme/charts',
  GITHUB_REPOSITORY_OWNER: 'Acme',
  GITHUB_REF: 'refs/heads/main',
  GITHUB_SHA: 'c'.repeat(40),
  GITHUB_EVENT_NAME: 'push',
  GITHUB_WORKSPACE: '/work',
  GITHUB_RUN_ID: '7',
  RUNNER_TEMP: '/tmp',
}

describe('what the runner says', () => {
  it('is read with the defaults of github.com', () => {
    expect(runnerFacts(onMain)).toMatchObject({
      serverUrl: 'https://github.com',
      apiUrl: 'https://api.github.com',
      repositoryUrl: 'https://github.com/Acme/charts',
      runUrl: 'https://github.com/Acme/charts/actions/runs/7',
      owner: 'Acme',
      refType: 'branch',
      refName: 'main',
      isPullRequest: false,
      debugging: false,
    })
  })

  it('tells tags from branches', () => {
    expect(runnerFacts({ ...onMain, GITHUB_REF: 'refs/tags/helm/app-1.2.3' })).toMatchObject({
      refType: 'tag',
      refName: 'helm/app-1.2.3',
    })
  })

  it('takes the commit before a push from the event, which is zeros for a new branch', () => {
    const before = 'b'.repeat(40)
    expect(runnerFacts(onMain, JSON.stringify({ before }))).toMatchObject({ before })
    for (const odd of ['0'.repeat(40), 'main', 7]) {
      expect(runnerFacts(onMain, JSON.stringify({ before: odd }))).not.toHaveProperty('before')
    }
  })

  it('takes the base of a pull request or a merge queue from the event, where that is a commit', () => {
    const base = 'b'.repeat(40)
    expect(runnerFacts(onMain, JSON.stringify({ pull_request: { base: { sha: base } } }))).toMatchObject({ base })
    expect(runnerFacts(onMain, JSON.stringify({ merge_group: { base_sha: base } }))).toMatchObject({ base })
    for (const sha of ['main', '--upload-pack=x', 7, null, '']) {
      expect(runnerFacts(onMain, JSON.stringify({ pull_request: { base: { sha } } }))).not.toHaveProperty('base')
    }
  })

  it('takes visibility from the event, where the event has it', () => {
    const event = JSON.stringify({ repository: { visibility: 'internal', default_branch: 'trunk' } })
    expect(runnerFacts(onMain, event)).toMatchObject({ visibility: 'internal', defaultBranch: 'trunk' })
    for (const payload of [undefined, '', '{"repository":{}}', '{"repository":{"visibility":7}}', '[]', 'null', '{']) {
      expect(runnerFacts(onMain, payload)).not.toHaveProperty('visibility')
    }
  })

  it('names every variable that is missing', () => {
    expect(() => runnerFacts({ ...onMain, GITHUB_SHA: undefined, RUNNER_TEMP: '' })).toThrow(
      'The environment lacks GITHUB_SHA, RUNNER_TEMP.',
    )
  })

  it('is a snapshot', () => {
    const variables: Record<string, string | undefined> = { A: '1' }
    const snapshot = environmentSnapshot(variables)
    variables.A = '2'
    expect(snapshot.A).toBe('1')
  })
})

describe('a release', () => {
  const factsOf = (event: string, ref: string) => runnerFacts({ ...onMain, GITHUB_EVENT_NAME: event, GITHUB_REF: ref })

  it.each([
    ['pull_request', 'refs/pull/7/merge'],
    ['pull_request_target', 'refs/heads/main'],
    ['merge_group', 'refs/heads/gh-readonly-queue/main/pr-7'],
    ['workflow_dispatch', 'refs/pull/7/head'],
    ['push', 'refs/heads/gh-readonly-queue/main/pr-7'],
  ])('is refused for %s on %s', (event, ref) => {
    expect(refusedEvent(factsOf(event, ref))).toMatchObject({ code: 'EVENT_REFUSED', kind: 'config' })
  })

  it.each([
    ['push', 'refs/heads/main'],
    ['push', 'refs/tags/v1'],
    ['schedule', 'refs/heads/main'],
    ['workflow_dispatch', 'refs/heads/release-1.x'],
    ['workflow_run', 'refs/heads/main'],
  ])('is allowed for %s on %s', (event, ref) => {
    expect(refusedEvent(factsOf(event, ref))).toBeUndefined()
  })
})
