import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { problemsIn } from '../../../../../src/model/errors.ts'
import { credentialsFor } from '../../../../../src/targets/oci/credentials/credentials.ts'
import type { TargetSettings } from '../../../../../src/targets/target.ts'
import { aTargetContext } from '../../../../support/registry/context.ts'

let home: string
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'release-charts-home-'))
})
afterEach(() => rm(home, { recursive: true, force: true }))

async function write(path: string, content: unknown): Promise<void> {
  await mkdir(dirname(join(home, path)), { recursive: true })
  await writeFile(join(home, path), typeof content === 'string' ? content : JSON.stringify(content))
}

/** A credential helper that writes down what it was asked and knows some servers. */
async function helper(
  name: string,
  known: Record<string, { Username: string; Secret: string }>,
  exit = 1,
): Promise<void> {
  const path = join(home, 'bin', `docker-credential-${name}`)
  await write(
    `bin/docker-credential-${name}`,
    `#!/bin/sh
server=$(cat)
echo "$1 $server" >> ${home}/asked
env >> ${home}/environment
case "$server" in
${Object.entries(known)
  .map(([server, answer]) => `${server}) echo '${JSON.stringify(answer)}';;`)
  .join('\n')}
*) echo "credentials not found in native keychain"; exit ${exit};;
esac
`,
  )
  await chmod(path, 0o755)
}

const auth = (user: string, password: string) => ({ auth: Buffer.from(`${user}:${password}`).toString('base64') })

interface Asked {
  readonly repository?: string
  readonly environment?: Record<string, string>
  readonly settings?: Partial<TargetSettings>
}

async function find(host: string, { repository = 'acme/charts/app', environment = {}, settings = {} }: Asked = {}) {
  const PATH = `${home}/bin:${process.env.PATH}`
  const context = aTargetContext({ environment: { HOME: home, PATH, ...environment }, settings })
  const credential = await credentialsFor(host, context)(repository)
  return { credential, told: context.told }
}

describe('credentials', () => {
  it('are none where nobody has any', async () => {
    expect(await find('ghcr.io')).toEqual({ credential: undefined, told: [] })
  })

  it('come from the inputs before all others', async () => {
    await write('.docker/config.json', { auths: { 'ghcr.io': auth('docker', 'x') } })
    const settings = { registryUsername: 'robot', registryPassword: 'pass', githubToken: 't' }
    const { credential, told } = await find('ghcr.io', { settings })
    expect(credential).toMatchObject({ kind: 'basic', username: 'robot', password: 'pass' })
    expect(told).toEqual(['pass'])
  })

  it("come from Helm's file, then Docker's, then Podman's", async () => {
    await write('.config/containers/auth.json', { auths: { 'quay.io': auth('podman', 'p') } })
    expect((await find('quay.io')).credential).toMatchObject({ username: 'podman' })
    await write('.docker/config.json', { auths: { 'quay.io': auth('docker', 'd') } })
    expect((await find('quay.io')).credential).toMatchObject({ username: 'docker' })
    await write('.config/helm/registry/config.json', { auths: { 'quay.io': auth('helm', 'h:with:colons') } })
    expect((await find('quay.io')).credential).toMatchObject({ username: 'helm', password: 'h:with:colons' })
  })

  it('are found where the environment says', async () => {
    await write('elsewhere/config.json', { auths: { 'quay.io': auth('docker', 'd') } })
    await write('a/reg.json', { auths: { 'quay.io': auth('helm', 'h') } })
    await write('b/registry/config.json', { auths: { 'quay.io': auth('helm-home', 'h') } })
    await write('c/auth.json', { auths: { 'quay.io': auth('podman', 'h') } })
    const found = async (environment: Record<string, string>) => (await find('quay.io', { environment })).credential
    expect(await found({ DOCKER_CONFIG: `${home}/elsewhere` })).toMatchObject({ username: 'docker' })
    expect(await found({ HELM_REGISTRY_CONFIG: `${home}/a/reg.json` })).toMatchObject({ username: 'helm' })
    expect(await found({ HELM_CONFIG_HOME: `${home}/b` })).toMatchObject({ username: 'helm-home' })
    expect(await found({ REGISTRY_AUTH_FILE: `${home}/c/auth.json` })).toMatchObject({ username: 'podman' })
  })

  it('are taken from the most specific key', async () => {
    const auths = {
      'quay.io': auth('host', 'h'),
      'quay.io/acme': auth('acme', 'a'),
      'quay.io/acme/charts/app': auth('app', 'b'),
    }
    await write('.config/containers/auth.json', { auths })
    const user = async (repository: string) => (await find('quay.io', { repository })).credential
    expect(await user('acme/charts/app')).toMatchObject({ username: 'app' })
    expect(await user('acme/charts/other')).toMatchObject({ username: 'acme' })
    expect(await user('acmes/charts/app')).toMatchObject({ username: 'host' })
  })

  it.each(['https://quay.io', 'https://quay.io/v1/', 'http://quay.io/', 'quay.io/'])(
    'are found under the old key %s',
    async (key) => {
      await write('.docker/config.json', { auths: { [key]: auth('u', 'p') } })
      expect((await find('quay.io')).credential).toMatchObject({ username: 'u' })
    },
  )

  it('of one host are not those of another', async () => {
    await write('.docker/config.json', { auths: { 'quay.io': auth('u', 'p'), 'https://ghcr.io.evil': auth('e', 'p') } })
    expect((await find('ghcr.io')).credential).toBeUndefined()
    expect((await find('quay.io:8443')).credential).toBeUndefined()
  })

  it.each(['docker.io', 'index.docker.io', 'registry-1.docker.io'])('of Docker Hub are found for %s', async (host) => {
    await write('.docker/config.json', { auths: { 'https://index.docker.io/v1/': auth('hub', 'p') } })
    expect((await find(host)).credential).toMatchObject({ username: 'hub' })
  })

  it('may be tokens', async () => {
    await write('.docker/config.json', {
      auths: { 'a.io': { ...auth('x', ''), identitytoken: 'refresh' }, 'b.io': { registrytoken: 'access' } },
    })
    expect(await find('a.io')).toMatchObject({ credential: { kind: 'identity', token: 'refresh' }, told: ['refresh'] })
    expect(await find('b.io')).toMatchObject({ credential: { kind: 'bearer', token: 'access' }, told: ['access'] })
  })

  it("are the workflow's token for ghcr.io alone, and last", async () => {
    const asked = { settings: { githubToken: 'ghs_1' }, environment: { GITHUB_ACTOR: 'octocat' } }
    expect((await find('ghcr.io', asked)).credential).toMatchObject({ username: 'octocat', password: 'ghs_1' })
    expect((await find('quay.io', asked)).credential).toBeUndefined()
    expect((await find('ghcr.io:444', asked)).credential).toBeUndefined()
    await write('.docker/config.json', { auths: { 'ghcr.io': auth('me', 'pat') } })
    expect((await find('ghcr.io', asked)).credential).toMatchObject({ username: 'me' })
  })

  it('in a broken file are an error that does not repeat it', async () => {
    await write('.docker/config.json', '{"auths":{"ghcr.io":{"auth":"c2VjcmV0"')
    const thrown = await find('ghcr.io').catch((error: unknown) => error)
    const [problem] = problemsIn(thrown)
    expect(problem?.code).toBe('REGISTRY_CREDENTIALS_UNREADABLE')
    expect(problem?.message).toMatch(/\.docker\/config\.json is no JSON$/)
    expect(problem?.cause).toBeUndefined()
  })

  it('in a file of odd shapes are none', async () => {
    await write('.docker/config.json', {
      auths: { 'ghcr.io': 7, 'quay.io': { auth: 'bm9jb2xvbg==' } },
      credHelpers: [],
      credsStore: 3,
    })
    expect((await find('ghcr.io')).credential).toBeUndefined()
    expect((await find('quay.io')).credential).toBeUndefined()
  })
})

describe('credential helpers', () => {
  it('of the host are asked before the store, and the store before the file', async () => {
    await helper('ecr', { 'a.io': { Username: 'AWS', Secret: 'from-ecr' } })
    await helper('store', { 'b.io': { Username: 'u', Secret: 'from-store' } })
    const auths = { 'a.io': auth('f', 'x'), 'b.io': auth('f', 'x'), 'c.io': auth('file', 'x') }
    await write('.docker/config.json', { auths, credHelpers: { 'a.io': 'ecr' }, credsStore: 'store' })
    expect((await find('a.io')).credential).toMatchObject({ username: 'AWS', password: 'from-ecr' })
    expect((await find('b.io')).credential).toMatchObject({ password: 'from-store' })
    expect((await find('c.io')).credential).toMatchObject({ username: 'file' })
  })

  it('may answer with a refresh token', async () => {
    await helper('acr', { 'x.azurecr.io': { Username: '<token>', Secret: 'refresh' } })
    await write('.docker/config.json', { credHelpers: { 'x.azurecr.io': 'acr' } })
    expect(await find('x.azurecr.io')).toMatchObject({
      credential: { kind: 'identity', token: 'refresh' },
      told: ['refresh'],
    })
  })

  it('are asked once for all charts, and get the environment of their cloud but nothing of ours', async () => {
    await helper('ecr', { 'a.io': { Username: 'AWS', Secret: 's' } })
    await write('.docker/config.json', { credHelpers: { 'a.io': 'ecr' } })
    const environment = {
      HOME: home,
      PATH: `${home}/bin:${process.env.PATH}`,
      AWS_PROFILE: 'ci',
      INPUT_X: 'a',
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'b',
      GITHUB_TOKEN: 'c',
    }
    const ask = credentialsFor('a.io', aTargetContext({ environment }))
    await Promise.all([ask('x'), ask('y'), ask('z')])
    const { readFile } = await import('node:fs/promises')
    expect(await readFile(join(home, 'asked'), 'utf8')).toBe('get a.io\n')
    const seen = await readFile(join(home, 'environment'), 'utf8')
    expect(seen).toContain('AWS_PROFILE=ci')
    expect(seen).not.toMatch(/INPUT_|ACTIONS_|GITHUB_/)
  })

  it('that fail, or do not exist, are errors that name them and not what they said', async () => {
    await write('bin/docker-credential-bad', '#!/bin/sh\necho secret-text; exit 3\n')
    await chmod(join(home, 'bin/docker-credential-bad'), 0o755)
    await write('.docker/config.json', { credHelpers: { 'a.io': 'bad', 'b.io': 'absent', 'c.io': '../../bin/sh' } })
    const problem = async (host: string) => problemsIn(await find(host).catch((error: unknown) => error))[0]
    expect((await problem('a.io'))?.message).toBe(
      'The credential helper bad ended with exit code 3 when asked for a.io',
    )
    expect((await problem('b.io'))?.code).toBe('TOOL_MISSING')
    expect((await problem('c.io'))?.message).toContain('has a name that no program can have')
  })
})
