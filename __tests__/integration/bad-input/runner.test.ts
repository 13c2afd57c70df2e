import { execFileSync } from 'node:child_process'
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { createFiles } from '../../../src/platform/files/files.ts'
import { readCredentialFile } from '../../../src/targets/oci/credentials/credential-file.ts'
import { errorsIn, errorsOf } from '../../support/charts/published.ts'
import { aChart } from '../../support/charts/three-charts.ts'
import type { RunOptions, WorkflowRun } from '../../support/run/workflow.ts'
import { aWorld, type World } from '../../support/run/world.ts'
import { failureOf } from '../../support/values/failure.ts'

let world: World
/** Places that are not what they are named for. */
let odd: Readonly<Record<OddPlace, string>>

type OddPlace = 'folder' | 'file' | 'pipe' | 'device' | 'missing' | 'huge' | 'binary' | 'noJson' | 'loop' | 'below'

beforeAll(async () => {
  world = await aWorld({ files: aChart('app', '1.0.0'), run: { entry: 'source' } })
  const root = join(world.repository.root, 'odd')
  mkdirSync(join(root, 'folder'), { recursive: true })
  writeFileSync(join(root, 'file'), 'a file')
  writeFileSync(join(root, 'binary'), Buffer.from([0xff, 0xfe, 0x00, 0x80]))
  writeFileSync(join(root, 'huge'), Buffer.alloc(17 * 1024 * 1024, 0x20))
  symlinkSync('loop', join(root, 'loop'))
  execFileSync('mkfifo', [join(root, 'pipe')])
  const at = (name: string) => join(root, name)
  odd = {
    ...{ folder: at('folder'), file: at('file'), pipe: at('pipe'), missing: at('missing'), huge: at('huge') },
    ...{ binary: at('binary'), noJson: at('file'), loop: at('loop'), below: at('file/below'), device: '/dev/zero' },
  }
})
afterAll(async () => {
  await world[Symbol.asyncDispose]()
})

/** No mistake of a workflow is a bug of ours, is waited for, or hides the report. */
async function expectMistake(options: RunOptions, code: string): Promise<WorkflowRun> {
  const run = await world.release(options)
  expect(run.exitCode).toBe(1)
  expect(errorsOf(run)).toContain(code)
  expect(errorsOf(run)).not.toContain('BUG_UNEXPECTED')
  expect(run.stdout).not.toContain('trying again')
  for (const { code: found, message } of errorsIn(run)) {
    if (found === code) expect(message).toContain('What to do: ')
  }
  expect(run.stdout + run.stderr).not.toMatch(/^\s+at .*:\d+:\d+\)?$/m)
  return run
}

const told = (run: WorkflowRun) => errorsIn(run).map(({ message }) => message)

describe('a variable of the runner', () => {
  const ADDRESSES = ['no address', 'ftp://github.com', 'https://', 'https://[::1', 'https://user:key@github.com', '//x']
  const cells: readonly (readonly [string, string])[] = [
    ...ADDRESSES.map((value) => ['GITHUB_API_URL', value] as const),
    ['GITHUB_SERVER_URL', 'no address'],
    ['GITHUB_SERVER_URL', 'https://user:key@github.com'],
    ['GITHUB_REPOSITORY', 'no-owner'],
    ['GITHUB_REPOSITORY', 'acme/charts/more'],
    ['GITHUB_REPOSITORY', 'acme/ch arts'],
    ['GITHUB_SHA', 'main'],
    ['GITHUB_SHA', '--upload-pack=x'],
    ['GITHUB_REF', 'refs/heads/a b'],
    ['GITHUB_REF', 'refs/heads/..'],
  ]

  it.each(cells)('%s that holds "%s" is told with its value', async (name, value) => {
    const run = await expectMistake({ env: { [name]: value } }, 'ENVIRONMENT_INVALID')
    // A password is hidden.
    expect(told(run).join('\n')).toContain(`${name} holds "${value.replace(':key@', ':***@')}", which is not `)
  })

  it('that is wrong is told together with all others, and with places that cannot be used', async () => {
    const env = { GITHUB_API_URL: 'no', GITHUB_SHA: 'no', GITHUB_EVENT_PATH: odd.folder, RUNNER_TEMP: odd.file }
    const run = await expectMistake({ env }, 'ENVIRONMENT_INVALID')
    expect(errorsOf(run).toSorted()).toEqual([
      'ENVIRONMENT_INVALID',
      'ENVIRONMENT_INVALID',
      'RUNNER_PATH_UNUSABLE',
      'RUNNER_PATH_UNUSABLE',
    ])
  })

  it.each(['GITHUB_REPOSITORY', 'GITHUB_SHA', 'GITHUB_REF', 'GITHUB_EVENT_NAME', 'GITHUB_WORKSPACE', 'RUNNER_TEMP'])(
    '%s that is missing, or empty, is told',
    async (name) => {
      for (const value of [undefined, ''])
        expect(told(await expectMistake({ env: { [name]: value } }, 'ENVIRONMENT_INCOMPLETE')).join()).toContain(name)
    },
  )

  it.each(['GITHUB_OUTPUT', 'GITHUB_STEP_SUMMARY', 'GITHUB_EVENT_PATH', 'GITHUB_ACTOR', 'GITHUB_RUN_ID', 'HOME'])(
    '%s may be missing',
    async (name) => {
      expect((await world.release({ inputs: { mode: 'plan' }, env: { [name]: undefined } })).exitCode).toBe(0)
    },
  )
})

describe('a place that the runner names', () => {
  const NO_FOLDER: readonly OddPlace[] = ['file', 'pipe', 'device', 'loop', 'below']
  const cells: readonly (readonly [string, readonly OddPlace[]])[] = [
    ['GITHUB_WORKSPACE', [...NO_FOLDER, 'missing']],
    ['RUNNER_TEMP', NO_FOLDER],
    ['GITHUB_OUTPUT', ['folder', 'pipe', 'loop', 'below']],
    ['GITHUB_STEP_SUMMARY', ['folder', 'pipe', 'loop', 'below']],
    ['GITHUB_EVENT_PATH', ['folder', 'pipe', 'device', 'missing', 'huge', 'binary', 'noJson', 'loop', 'below']],
  ]

  it.each(cells.flatMap(([name, places]) => places.map((place) => [name, place] as const)))(
    '%s is told where it is a place of the kind "%s"',
    async (name, place) => {
      const run = await expectMistake({ env: { [name]: odd[place] } }, 'RUNNER_PATH_UNUSABLE')
      expect(told(run).join('\n')).toContain(`${name} names ${odd[place]}, which cannot be used: `)
      // What can be written is written, whatever cannot.
      if (name !== 'GITHUB_OUTPUT') expect(run.outputs).toMatchObject({ released: 'false' })
      if (name !== 'GITHUB_STEP_SUMMARY') expect(run.summary).toContain('RUNNER_PATH_UNUSABLE')
    },
  )

  it.each(['GITHUB_WORKSPACE', 'RUNNER_TEMP', 'GITHUB_OUTPUT', 'GITHUB_STEP_SUMMARY'])(
    '%s must be an absolute path',
    async (name) => {
      const run = await expectMistake({ env: { [name]: 'some/where' } }, 'RUNNER_PATH_UNUSABLE')
      expect(told(run).join()).toContain('it is not an absolute path')
    },
  )

  it('for output and summary may be a device that takes everything', async () => {
    const env = { GITHUB_OUTPUT: '/dev/null', GITHUB_STEP_SUMMARY: '/dev/null' }
    expect((await world.release({ inputs: { mode: 'plan' }, env })).exitCode).toBe(0)
  })
})

describe('a file that the workflow names', () => {
  /** The variable and the kinds of places that are no file for it, with the code that tells. */
  const FILES: readonly OddPlace[] = ['folder', 'pipe', 'device', 'loop', 'huge']

  it.each(FILES)(
    'as the config file does not count, and is not waited for, if it is an uncommitted link to a "%s"',
    async (place) => {
      const workspace = await world.repository.checkout()
      symlinkSync(odd[place], join(workspace, 'odd.yaml'))
      await expectMistake({ workspace, inputs: { config: 'odd.yaml' } }, 'CONFIG_FILE_MISSING')
    },
  )

  const COMMITTED: readonly (readonly [string, string, string | Buffer, string])[] = [
    ['a folder', 'odd-1.yaml/file', 'bump: patch\n', 'WORKSPACE_PATH_REFUSED'],
    ['too long', 'odd-2.yaml', Buffer.alloc((16 << 20) + 1, ' '), 'WORKSPACE_PATH_REFUSED'],
    ['not text', 'odd-3.yaml', Buffer.from([0x61, 0x3a, 0xff]), 'FILE_UNREADABLE'],
  ]
  it.each(COMMITTED)('as the config file is reported if it is %s', async (_, path, content, code) => {
    await world.repository.commit('docs: odd', { [path]: content })
    const config = path.split('/')[0] ?? ''
    expect(told(await expectMistake({ inputs: { config } }, code)).join()).toContain(config)
  })

  it('as the config file is reported if it is a link that leads out of the repository', async () => {
    symlinkSync('/etc/hostname', join(world.repository.folder, 'odd-4.yaml'))
    await world.repository.commit('docs: odd', {})
    await expectMistake({ inputs: { config: 'odd-4.yaml' } }, 'WORKSPACE_PATH_REFUSED')
  })

  it('as cr.yaml is not waited for if it is an uncommitted pipe, and reported if it is a folder', async () => {
    const workspace = await world.repository.checkout()
    execFileSync('mkfifo', [join(workspace, 'cr.yaml')])
    expect((await world.release({ workspace, inputs: { mode: 'plan' } })).exitCode).toBe(0)
    await world.repository.commit('docs: odd', { 'cr.yaml/file': 'owner: acme\n' })
    await expectMistake({}, 'WORKSPACE_PATH_REFUSED')
    await world.repository.commit('docs: as before', { 'cr.yaml': null })
  })

  /** Nothing was ever published there, so that there is something to sign. */
  const unpublished = () => ({ targets: `${world.target}-never` })

  const SIGSTORE = ['sigstore-signing-config', 'sigstore-trusted-root'] as const
  it.each(SIGSTORE.flatMap((name) => FILES.map((place) => [name, place] as const)))(
    'as %s is told where it is of the kind "%s"',
    async (name, place) => {
      const code = place === 'huge' ? 'FILE_TOO_LARGE' : 'FILE_UNREADABLE'
      await expectMistake({ inputs: { [name]: odd[place], ...unpublished() } }, code)
    },
  )

  it.each(
    SIGSTORE.flatMap((name) => (['missing', 'binary', 'noJson', 'below'] as const).map((p) => [name, p] as const)),
  )('as %s is told where it is of the kind "%s", by its own code', async (name, place) => {
    const run = await world.release({ inputs: { [name]: odd[place], ...unpublished() } })
    expect([run.exitCode, errorsOf(run)]).toEqual([1, ['SIGSTORE_CONFIG_INVALID']])
  })

  // Node reads this one itself, and would wait for a pipe without an end before we come to see it.
  it.each(['folder', 'missing', 'loop'] as const)(
    'as NODE_EXTRA_CA_CERTS is told where it is of the kind "%s"',
    async (place) => {
      await expectMistake({ env: { NODE_EXTRA_CA_CERTS: odd[place] } }, 'CA_UNREADABLE')
    },
  )

  it.each(FILES)('with logins is told where it is of the kind "%s"', async (place) => {
    const problem = await failureOf(readCredentialFile(createFiles(), odd[place]))
    expect(problem).toMatchObject({
      code: place === 'huge' ? 'FILE_TOO_LARGE' : 'FILE_UNREADABLE',
      kind: 'config',
      hint: expect.any(String),
    })
  })

  it.each(['noJson', 'binary'] as const)('with logins is told where it is of the kind "%s"', async (place) => {
    const problem = await failureOf(readCredentialFile(createFiles(), odd[place]))
    expect(problem.code).toBe('REGISTRY_CREDENTIALS_UNREADABLE')
  })

  it.each(['file', 'loop'] as const)('as packages-dir is told where it is a %s', async (place) => {
    const workspace = await world.repository.checkout()
    symlinkSync(odd[place], join(workspace, 'out'))
    await expectMistake({ workspace, inputs: { 'packages-dir': 'out/deep' } }, 'WORKSPACE_PATH_REFUSED')
  })

  it.each(['file', 'loop', 'below', 'device', 'pipe', 'missing'] as const)(
    'as the folder of a target is told where it is of the kind "%s"',
    async (place) => {
      await expectMistake({ inputs: { targets: `dir:${odd[place]}` } }, 'TARGET_STATE_UNKNOWN')
    },
  )
})

describe('the way to the network', () => {
  it.each(['http://user:100%@127.0.0.1:9', 'http://us%er:%zz%41@127.0.0.1:9', 'http://u:%ff@127.0.0.1:9'])(
    'may hold a password with a percent sign: %s',
    async (proxy) => {
      const run = await world.release({ env: { HTTPS_PROXY: proxy, https_proxy: undefined } })
      expect([run.exitCode, errorsOf(run)]).toEqual([0, []])
      expect(run.stdout).not.toContain('BUG_UNEXPECTED')
    },
  )

  it.each(['ftp://proxy', 'http://', 'http://[::1', 'socks5://127.0.0.1:1'])(
    'is told where it is no proxy: %s',
    async (proxy) => {
      await expectMistake({ env: { HTTPS_PROXY: proxy, https_proxy: undefined } }, 'PROXY_INVALID')
    },
  )

  const URLS = ['no address', 'ftp://127.0.0.1/token', 'http://', 'file:///etc/passwd']
  it.each(URLS)('to identity tokens is not waited for where it is no address: %s', async (url) => {
    await world.repository.commit('fix: app', aChart('app', '1.0.0', `text of ${url}`))
    await expectMistake({ env: { ACTIONS_ID_TOKEN_REQUEST_URL: url } }, 'ENVIRONMENT_INVALID')
  })

  it('to identity tokens is not waited for where no name server knows it', async () => {
    await world.repository.commit('fix: app', aChart('app', '1.0.0', 'unknown host'))
    await expectMistake({ env: { ACTIONS_ID_TOKEN_REQUEST_URL: 'http://no-such-host.invalid/token' } }, 'OIDC_FAILED')
  })

  it('to identity tokens is told where the key to them is no token', async () => {
    await world.repository.commit('fix: app', aChart('app', '1.0.0', 'no key'))
    const run = await expectMistake({ env: { ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'a\nkey' } }, 'ENVIRONMENT_INVALID')
    expect(told(run).join()).not.toContain('key\n')
  })
})
