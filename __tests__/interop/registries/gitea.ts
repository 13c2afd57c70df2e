import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { dirname, join } from 'node:path'
import { freePort, serve } from '../../support/servers/program-server.ts'
import { succeed } from '../execute.ts'
import type { OpenRegistry } from './registry.ts'
import type { User } from './requests.ts'

// In Gitea the first part of a path is a user or an organisation: charts lie in `charts/…`, exhibits in `exhibits/…`.
const user: User = { name: 'charts', password: 'a pass $word' }
const ORGANIZATION = 'exhibits'

/** Starts Gitea with its data in a temporary folder. Its pages lack scripts, which its module has not; its registry needs none. */
export async function startGitea(program: string): Promise<OpenRegistry> {
  const folder = mkdtempSync(join(tmpdir(), 'gitea-'))
  const config = join(folder, 'app.ini')
  const configure = (port: number) => writeFileSync(config, configuration({ folder, port, files: dirname(program) }))
  configure(0)
  await succeed(program, ['migrate', '--config', config], folder)
  const who = ['--username', user.name, '--password', user.password, '--email', 'charts@example.test']
  const how = ['--admin', '--must-change-password=false', '--config', config]
  await succeed(program, ['admin', 'user', 'create', ...who, ...how], folder)
  // Not before: others may take it as long as nobody listens.
  const port = await freePort()
  configure(port)
  const server = await serve(program, ['web', '--config', config], { port, env: { HOME: folder } })
  const close = async () => {
    await server[Symbol.asyncDispose]()
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    await makeOrganization(port)
  } catch (error) {
    await close()
    throw error
  }
  return { host: `127.0.0.1:${port}`, user, close }
}

async function makeOrganization(port: number): Promise<void> {
  const authorization = `Basic ${Buffer.from(`${user.name}:${user.password}`).toString('base64')}`
  const answer = await fetch(`http://127.0.0.1:${port}/api/v1/orgs`, {
    method: 'POST',
    headers: { authorization, 'content-type': 'application/json' },
    body: JSON.stringify({ username: ORGANIZATION }),
  })
  if (answer.status !== 201) throw new Error(`Gitea made no organisation: ${answer.status} ${await answer.text()}`)
}

interface Place {
  readonly folder: string
  readonly port: number
  /** What the program reads when it runs. */
  readonly files: string
}

function configuration({ folder, port, files }: Place): string {
  return [
    'RUN_MODE = prod',
    `RUN_USER = ${userInfo().username}`,
    'I_AM_BEING_UNSAFE_RUNNING_AS_ROOT = true',
    `WORK_PATH = ${folder}`,
    '[server]',
    'HTTP_ADDR = 127.0.0.1',
    `HTTP_PORT = ${port}`,
    `ROOT_URL = http://127.0.0.1:${port}/`,
    `STATIC_ROOT_PATH = ${files}`,
    'DISABLE_SSH = true',
    'OFFLINE_MODE = true',
    '[database]',
    'DB_TYPE = sqlite3',
    `PATH = ${join(folder, 'gitea.db')}`,
    '[security]',
    'INSTALL_LOCK = true',
    'SECRET_KEY = interop',
    'PASSWORD_COMPLEXITY = off',
    '',
  ].join('\n')
}
