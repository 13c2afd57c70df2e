import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { createFiles } from '../../../src/platform/files/files.ts'
import { installHelm } from '../../../src/platform/helm/install.ts'
import { createHttp } from '../../../src/platform/http/http.ts'
import { systemClock } from '../../../src/platform/process/clock.ts'
import { createJournal } from '../../../src/platform/process/journal.ts'
import { createProcesses } from '../../../src/platform/process/processes.ts'
import type { Environment } from '../../../src/ports/process.ts'
import { askHelper } from '../../../src/targets/oci/credentials/credential-helper.ts'
import { aFakeSsh, checkOutBySsh } from '../../support/git/fake-ssh.ts'
import { aRepository, git as realGit, type TestRepository } from '../../support/git/repository.ts'
import { helmPath } from '../../support/helm/helm.ts'
import { gitIn, helmOf } from '../../support/helm/packaging.ts'
import { type Call, type Recorder, recordTools } from '../../support/scenes/recorder.ts'
import { startGitServer } from '../../support/servers/git-http.ts'

/** Everything that lies in a job, each value with its own name in it. */
const HOSTILE: Readonly<Record<string, string>> = Object.fromEntries(
  `INPUT_GITHUB-TOKEN INPUT_REGISTRY-PASSWORD INPUT_GPG-PRIVATE-KEY INPUT_TARGETS ACTIONS_ID_TOKEN_REQUEST_TOKEN
   ACTIONS_ID_TOKEN_REQUEST_URL ACTIONS_RUNTIME_TOKEN ACTIONS_CACHE_URL GITHUB_TOKEN GH_TOKEN CR_TOKEN GITHUB_ENV GITHUB_PATH
   GITHUB_OUTPUT RUNNER_TOKEN NPM_TOKEN NODE_AUTH_TOKEN NODE_OPTIONS AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY AWS_SESSION_TOKEN
   AZURE_CLIENT_SECRET AZURE_STORAGE_KEY GOOGLE_CREDENTIALS GOOGLE_APPLICATION_CREDENTIALS CLOUDSDK_AUTH_ACCESS_TOKEN
   SSH_PRIVATE_KEY SSH_KEY SSH_KEY_BASE64 SSH_PASSPHRASE SSH_KNOWN_HOSTS SSH_AGENT_PID SSH_CONNECTION SSH_ORIGINAL_COMMAND
   SSH_AUTH_SOCK_PASSWORD GIT_SSH_KEY GIT_SSH_PRIVATE_KEY GIT_SSL_SECRET GIT_TOKEN GIT_PASSWORD GIT_CREDENTIALS
   GIT_HTTP_LOW_SPEED_SECRET GIT_TRACE_CURL_PASSWORD SSL_CERT_PASSWORD KUBECONFIG KUBE_TOKEN VAULT_TOKEN DOCKER_AUTH_CONFIG
   DOCKER_PASSWORD HELM_REGISTRY_PASSWORD HELM_KUBETOKEN SLACK_WEBHOOK DATABASE_URL PGPASSWORD LD_SECRET GPG_PASSPHRASE
   SIGSTORE_ID_TOKEN COSIGN_PASSWORD my_secret`
    .split(/\s+/)
    .map((name) => [name, `hostile value of ${name}`]),
)
const PROXIES = {
  HTTPS_PROXY: 'http://ada:of-the-proxy-0815@127.0.0.1:9',
  all_proxy: 'http://ada:of-the-other-proxy-0815@127.0.0.1:9',
  no_proxy: '127.0.0.1',
}
const SSH = { SSH_AUTH_SOCK: '/nonexistent/agent', SSH_ASKPASS: '/nonexistent/ask' }

let repository: TestRepository
let recorder: Recorder
let environment: Environment
beforeEach(async () => {
  repository = await aRepository({ files: { 'a.txt': 'a\n' } })
  recorder = await recordTools(repository.root, { git: 'git', tar: 'tar' })
  const home = join(repository.root, 'home')
  await mkdir(home)
  environment = { ...HOSTILE, ...PROXIES, ...SSH, PATH: `${recorder.path}:${process.env.PATH}`, HOME: home }
})
afterEach(() => repository.remove())

const hostileIn = ({ argv, env }: Call) =>
  [...argv, ...Object.entries(env).flat()].filter(
    (text) => (text in HOSTILE && text !== 'KUBECONFIG') || text.includes('hostile value'),
  )

describe('what a child is given of a hostile environment', () => {
  it('is nothing for git itself, and the way to the server for calls that need one', async () => {
    await using server = await startGitServer(repository.origin)
    const workspace = await repository.checkout()
    await realGit(workspace, ['remote', 'set-url', 'origin', server.repository])
    const git = gitIn(workspace, { environment, serverUrl: server.url, token: 'ghs_0815ofTheWorkflow' })
    await git.tree(await git.head())
    const local = await recorder.calls()
    expect(local.length).toBeGreaterThan(2)
    for (const call of local) {
      expect(hostileIn(call)).toEqual([])
      const names = Object.keys(call.env).filter(
        (name) => !/^(GIT_CONFIG_(KEY|VALUE)_\d+|PWD|SHLVL|_|OLDPWD)$/.test(name),
      )
      expect(names.toSorted()).toEqual(
        'GIT_ATTR_NOSYSTEM GIT_CONFIG_COUNT GIT_NO_REPLACE_OBJECTS GIT_OPTIONAL_LOCKS GIT_TERMINAL_PROMPT HOME LC_ALL PATH'.split(
          ' ',
        ),
      )
      expect(Object.values(call.env).join()).not.toMatch(/proxy-0815|ghs_0815|nonexistent/)
    }
    await git.fetchRef('refs/heads/main')
    await (await git.sideClone()).fetchTip('refs/heads/main', { contents: true })
    const remote = await recorder.calls()
    for (const call of remote) expect(hostileIn(call)).toEqual([])
    const fetch = remote.find(({ argv }) => argv[0] === 'fetch')
    expect(fetch?.env).toMatchObject({ ...PROXIES, ...SSH })
    for (const { argv } of remote) expect(argv.join(' ')).not.toMatch(/0815/)
  })

  it('is the agent for ssh, and no key', async () => {
    const ssh = await aFakeSsh(repository)
    const workspace = await checkOutBySsh(repository, ssh)
    const command = { GIT_SSH_COMMAND: ssh.command }
    const git = gitIn(workspace, { environment: { ...environment, ...command }, token: 'ghs_0815ofTheWorkflow' })
    await git.fetchRef('refs/heads/main')
    const calls = await ssh.calls()
    expect(calls).toContain('SSH_AUTH_SOCK=/nonexistent/agent')
    expect(calls).not.toContain('hostile value')
    expect(calls).not.toContain('ghs_0815')
    expect(calls.match(/^(?:SSH|GIT_SSH)\w*(?==)/gm)?.toSorted()).toEqual([
      'GIT_SSH_COMMAND',
      'SSH_ASKPASS',
      'SSH_AUTH_SOCK',
    ])
  })

  it('is nothing for Helm', async () => {
    const tools = await recordTools(repository.root, { helm: await helmPath(4) })
    const helm = await helmOf(join(tools.path, 'helm'), environment)
    expect(helm.version).toMatch(/^4\./)
    const calls = await tools.calls()
    expect(calls.length).toBeGreaterThan(0)
    for (const call of calls) {
      expect(hostileIn(call)).toEqual([])
      expect(Object.values(call.env).join()).not.toMatch(/proxy-0815|nonexistent/)
    }
  })

  it.each([
    ['ecr-login', /^AWS_/],
    ['gcr', /^(GOOGLE|CLOUDSDK)_/],
    ['acr-env', /^AZURE_/],
    ['pass', /^(?!)/],
    ['desktop', /^(?!)/],
  ])('is what the credential helper %s is for', async (name, own) => {
    const seen = join(repository.root, 'seen')
    const helper = join(recorder.path, `docker-credential-${name}`)
    await writeFile(helper, `#!/bin/sh\nenv > '${seen}'\necho '{"Username":"ada","Secret":"0815"}'\n`)
    await chmod(helper, 0o755)
    await askHelper(name, 'host.test', { processes: createProcesses(), environment })
    const names = (await readFile(seen, 'utf8')).match(/^\w[\w-]*(?==)/gm) ?? []
    const hostile = names.filter((each) => each in HOSTILE)
    expect(hostile.toSorted()).toEqual(
      Object.keys(HOSTILE)
        .filter((each) => own.test(each))
        .toSorted(),
    )
  })

  it('is nothing for tar, which unpacks a Helm', async () => {
    const platform = `${process.platform}-${process.arch === 'x64' ? 'amd64' : process.arch}`
    const folder = join(repository.root, 'download')
    await mkdir(join(folder, platform), { recursive: true })
    await writeFile(join(folder, platform, 'helm'), '#!/bin/sh\n', { mode: 0o755 })
    await promisify(execFile)('tar', ['-czf', 'archive.tgz', platform], { cwd: folder })
    const archive = await readFile(join(folder, 'archive.tgz'))
    const sum = `${createHash('sha256').update(archive).digest('hex')}  helm.tar.gz\n`
    const server = createServer((request, response) => void response.end(request.url?.endsWith('sum') ? sum : archive))
    await once(server.listen(0, '127.0.0.1'), 'listening')
    const before = { ...process.env }
    Object.assign(process.env, HOSTILE, {
      RUNNER_TEMP: repository.root,
      RUNNER_TOOL_CACHE: join(repository.root, 'cache'),
    })
    delete process.env.NODE_OPTIONS
    process.env.PATH = environment.PATH
    try {
      const base = { environment, clock: systemClock, journal: createJournal(), processes: createProcesses() }
      const program = await installHelm({
        ...base,
        http: createHttp({ environment: {}, clock: systemClock, journal: base.journal }),
        files: createFiles(repository.root),
        version: '4.99.0',
        downloads: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      })
      expect(await readFile(program, 'utf8')).toBe('#!/bin/sh\n')
    } finally {
      for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name]
      Object.assign(process.env, before)
      server.close()
    }
    const unpacked = (await recorder.calls()).filter(({ program }) => program === 'tar')
    expect(unpacked.length).toBeGreaterThan(0)
    for (const call of unpacked) expect(hostileIn(call)).toEqual([])
  })
})
