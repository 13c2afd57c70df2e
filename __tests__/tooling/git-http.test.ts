import { readFile, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { aRepository, git, type TestRepository } from '../support/git/repository.ts'
import { cgiAnswer } from '../support/servers/cgi.ts'
import { type GitServer, startGitServer } from '../support/servers/git-http.ts'

let repository: TestRepository
let server: GitServer | undefined

beforeEach(async () => {
  repository = await aRepository({ files: { 'a.txt': 'a\n' } })
})
afterEach(async () => {
  await server?.[Symbol.asyncDispose]()
  await repository.remove()
})

/** The server with a shell script in the place of git's backend. */
async function startWith(script: string): Promise<GitServer> {
  const backend = join(repository.root, 'backend.sh')
  await writeFile(backend, `#!/bin/sh\n${script}\n`, { mode: 0o755 })
  server = await startGitServer(repository.origin, undefined, backend)
  return server
}

async function answerOf({ repository: address }: GitServer) {
  const response = await fetch(`${address}/info/refs?service=git-upload-pack`)
  return { status: response.status, headers: response.headers, text: await response.text() }
}

describe('the git server of the tests', () => {
  it.each([
    ['says nothing', 'echo no memory >&2; exit 3', 'ended with 3 and no whole answer: no memory'],
    ['is killed before it says anything', 'kill -TERM $$', 'ended with SIGTERM'],
    ['dies in the middle of its header', 'printf "Content-Type: text/plain\\r\\n"; exit 1', 'ended with 1'],
    ['is killed in the middle of its answer', 'printf "A: b\\r\\n\\r\\n0000"; kill -KILL $$', 'ended with SIGKILL'],
  ])('answers 500 where its backend %s, and goes on', async (_, script, words) => {
    const { status, text } = await answerOf(await startWith(script))
    expect([status, text]).toEqual([500, expect.stringContaining(words)])
    expect((await answerOf(server as GitServer)).status).toBe(500)
  })

  it('answers 500 where there is no backend', async () => {
    server = await startGitServer(repository.origin, undefined, '/nonexistent/backend')
    expect(await answerOf(server)).toMatchObject({ status: 500, text: expect.stringContaining('ENOENT') })
  })

  it('waits for a header that comes in pieces, and keeps its values whole', async () => {
    const parts = ['Expires: Fri, 01 Jan 1980 00:00', ':00 GMT\\r', '\\n\\r\\n', 'body\\r\\n\\r\\n']
    const { status, headers, text } = await answerOf(
      await startWith(parts.map((part) => `printf '${part}'`).join('; sleep 0.05; ')),
    )
    expect([status, headers.get('expires'), text]).toEqual([200, 'Fri, 01 Jan 1980 00:00:00 GMT', 'body\r\n\r\n'])
    expect(cgiAnswer(Buffer.from('Status: 404 Not Found\r\n\r\n'))).toMatchObject({ status: 404, headers: {} })
  })

  it('ends a backend that waits for the rest of a request whose sender has gone', async () => {
    const pidFile = join(repository.root, 'pid')
    const { url } = await startWith(`echo $$ > ${pidFile}; exec cat > /dev/null`)
    const socket = connect(Number(new URL(url).port), '127.0.0.1')
    socket.write('POST /origin.git/git-upload-pack HTTP/1.1\r\nhost: x\r\ncontent-length: 1000\r\n\r\n0000')
    const pid = await until(async () => Number(await readFile(pidFile, 'utf8').catch(() => '')) || undefined)
    expect(isAlive(pid)).toBe(true)
    socket.destroy()
    expect(await until(async () => !isAlive(pid) || undefined)).toBe(true)
  })

  it('is one that git clones from and pushes to', async () => {
    server = await startGitServer(repository.origin)
    const folder = await repository.checkout()
    await git(folder, ['remote', 'set-url', 'origin', server.repository])
    await git(folder, ['push', '--quiet', 'origin', 'HEAD:refs/heads/other'])
    expect(await git(folder, ['ls-remote', '--heads', 'origin', 'other'])).toContain('refs/heads/other')
  })
})

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

/** Asks until there is an answer; the test's own time limit ends it otherwise. */
async function until<T>(ask: () => Promise<T | undefined>): Promise<T> {
  for (;;) {
    const found = await ask()
    if (found !== undefined) return found
    await wait(20)
  }
}
