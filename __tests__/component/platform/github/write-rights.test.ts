import { chmod, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { createGitHub } from '../../../../src/platform/github/github.ts'
import { createJournal } from '../../../../src/platform/process/journal.ts'
import { aRepository, git, type TestRepository } from '../../../support/git/repository.ts'
import { startGitHub } from '../../../support/github/github.ts'
import { workflowToken } from '../../../support/github/tokens.ts'
import { gitIn } from '../../../support/helm/packaging.ts'
import { startGitServer } from '../../../support/servers/git-http.ts'
import { keptLog, patientClock } from '../../../support/sigstore/signing-run.ts'

let repository: TestRepository
beforeEach(async () => {
  repository = await aRepository({ files: { 'a.txt': 'a\n' } })
})
afterEach(() => repository.remove())

const refs = () => git(repository.origin, ['for-each-ref'])

describe('whether git may push', () => {
  it.each([
    ['is a clear no where the server lets nobody push', 403, 'GIT_DENIED'],
    ['is open where the server has a trouble of its own', 500, undefined],
    ['is open where the connection breaks', 'reset', undefined],
    ['is not denied where it may', undefined, undefined],
  ] as const)('%s', async (_, fault, code) => {
    await using server = await startGitServer(repository.origin)
    server.disturb(fault, /git-receive-pack/)
    const workspace = await repository.checkout()
    await git(workspace, ['remote', 'set-url', 'origin', server.repository])
    const before = await refs()
    const problem = await gitIn(workspace).pushProblem()
    expect(problem?.code).toBe(code)
    if (code) expect(problem?.hint).toContain('contents: write')
    expect(await refs()).toBe(before)
  })

  it('is a clear no for a deploy key that may only read', async () => {
    const ssh = join(repository.root, 'ssh')
    const words = 'ERROR: The key you are authenticating with has been marked as read only.'
    await writeFile(ssh, `#!/bin/sh\necho '${words}' >&2\nexit 1\n`)
    await chmod(ssh, 0o755)
    const workspace = await repository.checkout()
    await git(workspace, ['remote', 'set-url', 'origin', 'git@github.com:acme/charts.git'])
    await git(workspace, ['config', 'core.sshCommand', ssh])
    expect((await gitIn(workspace).pushProblem())?.code).toBe('GIT_DENIED')
  })
})

describe('whether the token may write by the API', () => {
  const ask = async (contents: 'read' | 'write', fault?: 'reset' | { readonly status: number }) => {
    await using hub = await startGitHub({
      origin: repository.origin,
      tokens: [workflowToken('ghs_of_the_job', { contents })],
    })
    if (fault) hub.disturb(() => fault)
    const tools = { journal: createJournal(), clock: patientClock(), log: keptLog() }
    const gitHub = createGitHub({
      environment: {},
      token: 'ghs_of_the_job',
      apiUrl: hub.apiUrl,
      repository: 'acme/charts',
      ...tools,
    })
    return await gitHub.writeProblem()
  }

  it('is a clear no with contents: read', async () => {
    const problem = await ask('read')
    expect([problem?.code, problem?.message]).toEqual(['GIT_DENIED', expect.stringContaining('not accessible')])
    expect(problem?.hint).toContain('contents: write')
  })

  it('is not denied with contents: write, and changes nothing', async () => {
    const before = await refs()
    expect(await ask('write')).toBeUndefined()
    expect(await refs()).toBe(before)
  })

  it.each([['reset' as const], [{ status: 502 }]])('is open where nobody answers: %j', async (fault) => {
    expect(await ask('read', fault)).toBeUndefined()
  })
})
