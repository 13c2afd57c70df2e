import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { createFiles } from '../../../../src/platform/files/files.ts'
import { installHelm } from '../../../../src/platform/helm/install.ts'
import { createHttp } from '../../../../src/platform/http/http.ts'
import { systemClock } from '../../../../src/platform/process/clock.ts'
import { createJournal } from '../../../../src/platform/process/journal.ts'
import { createProcesses } from '../../../../src/platform/process/processes.ts'
import { type StaticServer, startStaticServer } from '../../../support/servers/static-server.ts'
import { failureOf } from '../../../support/values/failure.ts'

const SCRIPT = '#!/bin/sh\necho v4.9.9\n'
const arch = process.arch === 'arm64' ? 'arm64' : 'amd64'

let root: string
let server: StaticServer
let archive: Buffer
let digest: string

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'helm-install-'))
  await mkdir(join(root, `linux-${arch}`))
  await writeFile(join(root, `linux-${arch}/helm`), SCRIPT, { mode: 0o755 })
  execFileSync('tar', ['-czf', join(root, 'helm.tgz'), '-C', root, `linux-${arch}`])
  archive = await readFile(join(root, 'helm.tgz'))
  server = await startStaticServer(async (path) =>
    path.endsWith('.sha256sum') ? Buffer.from(`${digest}  x\n`) : archive,
  )
})
afterAll(async () => {
  await server[Symbol.asyncDispose]()
  await rm(root, { recursive: true, force: true })
})
beforeEach(async () => {
  digest = createHash('sha256').update(archive).digest('hex')
  process.env.RUNNER_TEMP = root
  process.env.RUNNER_TOOL_CACHE = await mkdtemp(join(root, 'tools-'))
})

function install(downloads = server.url) {
  const [journal, environment] = [createJournal(), {}]
  const http = createHttp({ environment, clock: systemClock, journal })
  const [files, processes] = [createFiles(root), createProcesses()]
  return installHelm({ http, journal, environment, files, processes, version: '4.9.9', downloads })
}

describe('a Helm that is installed', () => {
  it('is downloaded once, with the digest that is published beside it', async () => {
    const program = await install()
    expect(await readFile(program, 'utf8')).toBe(SCRIPT)
    expect(await install('http://127.0.0.1:9')).toBe(program)
  })

  it('is refused with another digest', async () => {
    digest = 'a'.repeat(64)
    expect((await failureOf(install())).code).toBe('HELM_INSTALL_FAILED')
  })

  it.each([undefined, '/dev/null'])(
    'is a mistake of the workflow, and no bug, with the tool cache %s',
    async (place) => {
      if (place === undefined) delete process.env.RUNNER_TOOL_CACHE
      else process.env.RUNNER_TOOL_CACHE = place
      expect((await failureOf(install())).code).toBe('HELM_INSTALL_FAILED')
    },
  )
})
