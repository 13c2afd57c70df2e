import { appendFile, chmod, mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { stringify } from 'yaml'
import { errorsIn, resultsOf } from '../../support/charts/published.ts'
import { aChart } from '../../support/charts/three-charts.ts'
import { installHook } from '../../support/git/watch.ts'
import type { TestRegistry } from '../../support/registry/registry.ts'
import { startRegistry } from '../../support/registry/registry.ts'
import type { RunOptions, WorkflowRun } from '../../support/run/workflow.ts'
import { aWorld, type World } from '../../support/run/world.ts'
import { type Recorder, recordTools } from '../../support/scenes/recorder.ts'
import { leaksIn } from '../../support/secrets/leaks.ts'
import { type ChartRepository, startChartRepository } from '../../support/servers/chart-repository.ts'

// Each as awkward as its kind may be: characters that Base64, URLs, JSON, Markdown and HTML write in another way.
const TOKEN = 'ghs_W0rkflowTokenOfThisJob4711abcDEF'
const PASSWORD = 'p+ss/w=rd &<x>"%41\u00e9 of the registry'
const STORED = 'stored_in-docker+config/0815=='
const HELPED = 'given;by*a(helper)~0815'
const REPOSITORY = 'of-a chart_repository@0815'
const RUNTIME = 'eyJ.runtime-token-of-the-runner.sig'
const CLOUD = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY'
const SESSION = 'IQoJb3JpZ2luX2VjEJr//////////wEaCXVzLWVhc3QtMSJ+session='
const CLIENT = 'aZ8Q~of-the.client~in_azure0815'
const LINE = 'MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7line0'
const ACCOUNT = JSON.stringify({ type: 'service_account', private_key: `-----BEGIN PRIVATE KEY-----\n${LINE}\n` })
/** Of a workflow that comes from chart-releaser. */
const RELEASER = 'ghp_OfChartReleaser0815abcdefghijklmnopqr'
const NPM = 'npm_0815abcdefghijklmnopqrstuvwxyzABCDEF'
const PROXY = 'of the:pr@xy/0815'
/** Of an App, persisted by checkout: it may do more than the workflow's own. */
const PERSISTED = 'ghs_AppTokenThatCheckoutPersisted0815xyz'

interface Setting {
  /** Of one test. */
  refusing?: ChartRepository
  readonly world: World
  /** A second registry, known from Docker's config file. */
  readonly second: TestRegistry
  readonly charts: ChartRepository
  readonly recorder: Recorder
  readonly options: RunOptions
}

let setting: Setting

beforeEach(async () => {
  const world = await aWorld({
    files: aChart('app', '1.0.0'),
    registry: { auth: { kind: 'bearer', users: { publisher: PASSWORD } } },
    run: { entry: 'source', token: TOKEN, debug: true },
  })
  const second = await startRegistry({ auth: { kind: 'basic', users: { stored: STORED } } })
  const charts = await startChartRepository([{ name: 'base', version: '1.1.0' }], {
    credentials: `ada:${REPOSITORY}`,
  })
  const { root } = world.repository
  await mkdir(join(root, 'docker'))
  await writeDocker({ [second.host]: { auth: Buffer.from(`stored:${STORED}`).toString('base64') } })
  await writeFile(
    join(root, 'repositories.yaml'),
    stringify({ repositories: [{ name: 'base', url: charts.url, username: 'ada', password: REPOSITORY }] }),
  )
  const recorder = await recordTools(root, { git: 'git', helm: world.helm })
  const options: RunOptions = {
    path: [recorder.path],
    // The token counts as one of the step's own, so that it is used, and chart-releaser's only lies there.
    // Since `CR_TOKEN` is there, versions would be left to people.
    inputs: { 'registry-username': 'publisher', 'registry-password': PASSWORD, 'workflow-token': '', bump: 'auto' },
    env: {
      DOCKER_CONFIG: join(root, 'docker'),
      HELM_REPOSITORY_CONFIG: join(root, 'repositories.yaml'),
      GITHUB_TOKEN: TOKEN,
      ACTIONS_RUNTIME_TOKEN: RUNTIME,
      AWS_SECRET_ACCESS_KEY: CLOUD,
      AWS_SESSION_TOKEN: SESSION,
      AZURE_CLIENT_SECRET: CLIENT,
      GOOGLE_CREDENTIALS: ACCOUNT,
      NPM_TOKEN: NPM,
      CR_TOKEN: RELEASER,
      HTTPS_PROXY: `http://ada:${encodeURIComponent(PROXY)}@127.0.0.1:9`,
    },
  }
  setting = { world, second, charts, recorder, options }

  async function writeDocker(auths: object): Promise<void> {
    await writeFile(join(root, 'docker/config.json'), JSON.stringify({ auths }))
  }
})
afterEach(async () => {
  await setting.refusing?.[Symbol.asyncDispose]()
  await setting.second.stop()
  await setting.charts[Symbol.asyncDispose]()
  await setting.world[Symbol.asyncDispose]()
})

/** Runs once more and finds every secret that got out. */
async function runAndLook(
  more: RunOptions = {},
  planted: readonly string[] = [],
): Promise<{ run: WorkflowRun; leaks: readonly string[] }> {
  const { world, recorder, options } = setting
  const inputs = { ...options.inputs, ...more.inputs }
  const run = await world.release({ ...options, ...more, inputs, env: { ...options.env, ...more.env } })
  const secrets = new Map([
    [TOKEN, 'the workflow token'],
    [`x-access-token:${TOKEN}`, 'the token as git sends it'],
    [PASSWORD, "the registry's password"],
    [`publisher:${PASSWORD}`, "the registry's login"],
    [STORED, "the password in Docker's file"],
    [HELPED, "the credential helper's password"],
    [REPOSITORY, "the chart repository's password"],
    [RUNTIME, "the runner's token"],
    [CLOUD, 'the cloud key'],
    [SESSION, 'the cloud session'],
    [CLIENT, "the cloud client's secret"],
    [LINE, "a line of the service account's key"],
    [NPM, "npm's token"],
    [RELEASER, 'the token of chart-releaser'],
    [PROXY, "the proxy's password"],
    [PERSISTED, 'the token that checkout left'],
    [`x-access-token:${PERSISTED}`, 'the header that checkout left'],
    [world.sigstore.environment.ACTIONS_ID_TOKEN_REQUEST_TOKEN ?? '', 'the key to identity tokens'],
    ...world.sigstore.tokens.map((token) => [token, 'an identity token'] as const),
    ...world.sigstore.tokens.map((token) => [token.split('.')[2] ?? '', "an identity token's signature"] as const),
    ...world.registry.issued.map((token) => [token, 'a registry token'] as const),
  ])
  return { run, leaks: await leaksIn(run, await recorder.calls(), { secrets, planted }) }
}

const codesOf = (run: WorkflowRun) => [...new Set(errorsIn(run).map(({ code }) => code))]

describe('a release', () => {
  it('shows nothing of any secret where all goes well, with debugging on', async () => {
    const { run, leaks } = await runAndLook()
    expect(resultsOf(run)).toEqual(['app 1.0.0 released'])
    expect(setting.world.sigstore.tokens.length).toBeGreaterThan(0)
    expect(setting.world.registry.issued.length).toBeGreaterThan(0)
    expect(leaks).toEqual([])
    await setting.world.repository.commit('fix: app', aChart('app', '1.0.0', 'second'))
    expect((await runAndLook()).leaks).toEqual([])
  })

  it('hands credentials of Docker, of helpers and of chart repositories on to nobody else', async () => {
    const { world, second, charts, options } = setting
    const third = await startRegistry({ auth: { kind: 'basic', users: { helped: HELPED } } })
    await program('docker-credential-secret', `echo '${JSON.stringify({ Username: 'helped', Secret: HELPED })}'`)
    const docker = {
      auths: { [second.host]: { auth: Buffer.from(`stored:${STORED}`).toString('base64') } },
      credHelpers: { [third.host]: 'secret' },
    }
    await writeFile(join(world.repository.root, 'docker/config.json'), JSON.stringify(docker))
    await world.repository.commit('feat: depends', {
      ...aChart('app', '1.0.0', 'first', dependencyOn(charts.url)),
      '.github/release-charts.yaml': `dependencies:\n  schemes: [http]\n  private-hosts: ['${charts.host}']\ncharts:\n  charts/app: { unlocked: allow }\n`,
    })
    const targets = [second, third].map(({ host }) => `oci://${host}/acme/charts`).join('\n')
    const inputs = { targets, 'registry-username': '', 'registry-password': '' }
    const { run, leaks } = await runAndLook({
      inputs,
      path: [...(options.path ?? []), join(world.repository.root, 'bin')],
    })
    expect(errorsIn(run)).toEqual([])
    expect(resultsOf(run)).toEqual(['app 1.0.0 released'])
    expect(charts.requests.some(({ authorization }) => authorization !== undefined)).toBe(true)
    expect(leaks).toEqual([])
    await third.stop()
  })
})

async function program(name: string, script: string): Promise<void> {
  const file = join(setting.world.repository.root, 'bin', name)
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, `#!/bin/sh\n${script}\n`)
  await chmod(file, 0o755)
}

function dependencyOn(url: string): string {
  return `dependencies:\n  - name: base\n    version: 1.1.0\n    repository: ${url}\n`
}

/** What somebody who knows the secrets makes of them in an answer. */
function quoting(...secrets: readonly string[]): string {
  const forms = secrets.flatMap((secret) => [
    secret,
    encodeURIComponent(secret),
    new URLSearchParams({ secret }).toString(),
    Buffer.from(secret).toString('base64'),
    Buffer.from(`:${secret}`).toString('base64url'),
    JSON.stringify(secret),
    `::error::${secret}`,
  ])
  return forms.join(' ')
}

const ociError = (status: number, text: string) => ({
  status,
  body: { errors: [{ code: 'DENIED', message: text, detail: { said: text } }] },
})

interface Failure {
  readonly options?: RunOptions
  /** One, or several with a blank between them. */
  readonly code: string
  /** Files of the commit that hold secrets: somebody put them there. */
  readonly planted?: readonly string[]
}

/** Each makes a release fail in its own way, by something that repeats what it knows, and tells the code that is expected. */
const failures: Readonly<Record<string, () => Promise<Failure>>> = {
  'a registry that refuses, and quotes the login': async () => {
    const text = quoting(PASSWORD, `publisher:${PASSWORD}`, TOKEN)
    setting.world.registry.disturb(({ method }) => (method === 'POST' ? ociError(403, text) : undefined))
    return { code: 'REGISTRY_DENIED' }
  },
  'a registry whose names and addresses hold the login': async () => {
    const location = `http://publisher:${encodeURIComponent(PASSWORD)}@127.0.0.1:9/${encodeURIComponent(PASSWORD)}`
    setting.world.registry.disturb(({ method }) =>
      method === 'POST' ? { status: 202, headers: { location } } : undefined,
    )
    return { code: 'REGISTRY_UPLOAD_ELSEWHERE' }
  },
  'a token service that refuses, and quotes the login': async () => {
    const text = quoting(PASSWORD, `publisher:${PASSWORD}`)
    setting.world.registry.disturb(({ path }) => (path.startsWith('/token') ? ociError(401, text) : undefined))
    return { code: 'TARGET_STATE_UNKNOWN' }
  },
  'a Fulcio that quotes the identity token': async () => {
    const { sigstore } = setting.world
    sigstore.fail('fulcio', () => ({
      status: 400,
      body: JSON.stringify({ message: quoting(sigstore.tokens.at(-1) ?? '') }),
    }))
    return { code: 'SIGSTORE_REFUSED' }
  },
  'a log that quotes the identity token': async () => {
    const { sigstore } = setting.world
    sigstore.fail('rekor', () => ({ status: 400, body: quoting(sigstore.tokens.at(-1) ?? '') }))
    return { code: 'SIGSTORE_REFUSED' }
  },
  'an identity endpoint that quotes its key': async () => {
    const { sigstore } = setting.world
    sigstore.fail('oidc', () => ({
      status: 403,
      body: quoting(sigstore.environment.ACTIONS_ID_TOKEN_REQUEST_TOKEN ?? ''),
    }))
    return { code: 'OIDC_REFUSED' }
  },
  'a git server that refuses the push, and quotes the token': async () => {
    const { world } = setting
    await runAndLook()
    await world.repository.commit('fix: app', aChart('app', '1.0.0', 'second'))
    await installHook(world.repository, 'pre-receive', `echo '${quoting(TOKEN)}' >&2; exit 1`)
    return { code: 'GIT_PUSH_REFUSED' }
  },
  'a git server that refuses the push, and quotes the token that checkout left': async () => {
    const { world } = setting
    await runAndLook()
    await world.repository.commit('fix: app', aChart('app', '1.0.0', 'second'))
    const workspace = await world.repository.checkout()
    const basic = Buffer.from(`x-access-token:${PERSISTED}`).toString('base64')
    const section = `[http "https://github.com/"]\n\textraheader = AUTHORIZATION: basic ${basic}\n`
    await appendFile(join(workspace, '.git/config'), section)
    await installHook(world.repository, 'pre-receive', `echo '${quoting(PERSISTED)} ${basic}' >&2; exit 1`)
    return { code: 'GIT_PUSH_REFUSED', options: { workspace }, planted: ['.git/config'] }
  },
  'an address of origin with the token in it': async () => {
    const { world } = setting
    const workspace = await world.repository.checkout()
    await writeFile(join(workspace, '.git/config'), '[core]\n\tbare = false\n')
    const config = `[core]\n\trepositoryformatversion = 0\n[remote "origin"]\n\turl = http://x-access-token:not-the-token@127.0.0.1:9/a.git\n\tfetch = +refs/heads/*:refs/remotes/origin/*\n`
    await writeFile(join(workspace, '.git/config'), config)
    return { code: 'GIT_FAILED', options: { workspace } }
  },
  'a chart that holds secrets where Chart.yaml has no room for them': async () => {
    const yaml = `apiVersion: v2\nname: app\nversion: ${JSON.stringify(TOKEN)}\n`
    await setting.world.repository.commit('feat: leak', { 'charts/app/Chart.yaml': yaml })
    return { code: 'CHART_VERSION_INVALID', planted: ['charts/app/Chart.yaml'] }
  },
  'a config file with secrets as keys and values': async () => {
    const key = JSON.stringify(PASSWORD)
    const text = `${key}: 1\nbump: ${JSON.stringify(TOKEN)}\ncharts:\n  ${key}: { bump: ${key} }\n`
    await setting.world.repository.commit('ci: leak', { '.github/release-charts.yaml': text })
    return { code: 'CONFIG_KEY_UNKNOWN CONFIG_VALUE_INVALID', planted: ['.github/release-charts.yaml'] }
  },
  'secrets typed into the wrong inputs': async () => {
    const targets = `oci://publisher:${PASSWORD}@127.0.0.1:9/charts`
    const inputs = { mode: TOKEN, bump: PASSWORD, targets, 'helm-version': TOKEN, 'tag-template': PASSWORD }
    return { code: 'INPUT_INVALID', options: { inputs } }
  },
  "Docker's file, broken in the middle of a password": async () => {
    const text = `{"auths":{"${setting.world.registry.host}":{"auth":"${Buffer.from(`stored:${STORED}`).toString('base64')}`
    await writeFile(join(setting.world.repository.root, 'docker/config.json'), text)
    const inputs = { 'registry-username': '', 'registry-password': '' }
    return { code: 'TARGET_STATE_UNKNOWN', options: { inputs } }
  },
  'a credential helper that prints what it has, and fails': async () => {
    const { root } = setting.world.repository
    await program('docker-credential-secret', `echo '${quoting(STORED)}'; echo '${quoting(STORED)}' >&2; exit 1`)
    await writeFile(join(root, 'docker/config.json'), '{"credsStore":"secret"}')
    const inputs = { 'registry-username': '', 'registry-password': '' }
    const path = [...(setting.options.path ?? []), join(root, 'bin')]
    return { code: 'TARGET_STATE_UNKNOWN', options: { inputs, path } }
  },
  'a chart repository that is not there, with a password in its address': async () => {
    const { world } = setting
    const url = `http://ada:${encodeURIComponent(REPOSITORY)}@127.0.0.1:9`
    await writeFile(
      join(world.repository.root, 'repositories.yaml'),
      stringify({ repositories: [{ name: 'base', url }] }),
    )
    await world.repository.commit('feat: depends', {
      ...aChart('app', '1.0.0', 'first', dependencyOn("'@base'")),
      '.github/release-charts.yaml': 'charts:\n  charts/app: { unlocked: allow }\n',
    })
    return { code: 'DEPENDENCY_FAILED' }
  },
  'a chart repository that refuses, with a password in its address': async () => {
    const { world } = setting
    const refusing = await startChartRepository([], { credentials: 'ada:another' })
    setting.refusing = refusing
    const url = refusing.url.replace('//', `//ada:${encodeURIComponent(REPOSITORY)}@`)
    const entry = { name: 'base', url }
    await writeFile(join(world.repository.root, 'repositories.yaml'), stringify({ repositories: [entry] }))
    await world.repository.commit('feat: depends', {
      ...aChart('app', '1.0.0', 'first', dependencyOn("'@base'")),
      '.github/release-charts.yaml': 'charts:\n  charts/app: { unlocked: allow }\n',
    })
    return { code: 'DEPENDENCY_FAILED' }
  },
  'a Helm that prints all it knows, and fails': async () => {
    const { world, options } = setting
    await program(
      'helm',
      `[ "$1" = version ] && { echo v4.1.4; exit; }; env >&2; cat "$HELM_REPOSITORY_CONFIG" >&2; exit 1`,
    )
    return {
      code: 'CHART_PACKAGE_FAILED',
      options: { path: [join(world.repository.root, 'bin'), ...(options.path ?? [])] },
    }
  },
  'a job without id-token: write': async () => {
    const env = { ACTIONS_ID_TOKEN_REQUEST_URL: undefined, ACTIONS_ID_TOKEN_REQUEST_TOKEN: undefined }
    return { code: 'OIDC_UNAVAILABLE', options: { env } }
  },
  'a pull request': async () => ({
    code: 'EVENT_REFUSED',
    options: { event: { name: 'pull_request' } },
  }),
}

describe('a release that fails shows nothing of any secret', () => {
  it.each(Object.entries(failures))('%s', async (_, fail) => {
    const { code, options, planted } = await fail()
    const { run, leaks } = await runAndLook(options, planted)
    expect(run.exitCode).toBe(1)
    expect(leaks).toEqual([])
    expect(codesOf(run).join(' ')).toBe(code)
  })
})

describe('the judge of these tests', () => {
  it('finds a secret in every place, in every form', async () => {
    const { world, recorder } = setting
    const entry = join(world.repository.root, 'leaky.mjs')
    const script = `import { appendFileSync, writeFileSync } from 'node:fs'
import { execFileSync } from 'node:child_process'
const secret = process.env['INPUT_REGISTRY-PASSWORD']
console.log('::add-mask::' + secret)
console.log('a ' + Buffer.from('user:' + secret).toString('base64'))
console.error(encodeURIComponent(secret))
appendFileSync(process.env.GITHUB_OUTPUT, 'plan=' + Buffer.from('xy' + secret).toString('base64url') + '\\n')
appendFileSync(process.env.GITHUB_STEP_SUMMARY, secret)
writeFileSync(process.env.RUNNER_TEMP + '/file', secret)
execFileSync('git', ['--version', secret], { env: { ...process.env, A: secret } })
`
    await writeFile(entry, script)
    const run = await world.release({ ...setting.options, entry })
    const found = await leaksIn(run, await recorder.calls(), { secrets: new Map([[PASSWORD, 'it']]) })
    const places = ['the log', 'stderr', 'the summary', 'the output plan', 'arguments of git', 'A of git', 'temp/file']
    for (const place of places) expect(found.some((leak) => leak.includes(place)) ? place : found).toBe(place)
  })
})
