import { appendFile, chmod, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import type { Git } from '../../../../src/ports/git.ts'
import type { Environment } from '../../../../src/ports/process.ts'
import { aRepository, git as realGit, type TestRepository } from '../../../support/git/repository.ts'
import { gitIn } from '../../../support/helm/packaging.ts'
import { forms } from '../../../support/secrets/secret-forms.ts'
import { type GitServer, startGitServer } from '../../../support/servers/git-http.ts'
import { everythingIn, failureOf } from '../../../support/values/failure.ts'

/** `github-token`. */
const OURS = 'ghs_OfTheWorkflow0815abcdefghijklmnopqrs'
/** What somebody gave to git; as awkward as a password may be. */
const THEIRS = 'ghs_0815/Of+Theirs&abc=def"ghi%41jklmnop'
const LOGINS = ['x-access-token', 'ada', 'token-of-ci'].map((user) => `${user}:${THEIRS}`)
const encoded = encodeURIComponent(THEIRS)

const basic = (login: string) => `basic ${Buffer.from(login).toString('base64')}`
const header = (login: string) => `AUTHORIZATION: ${basic(login)}`

interface Place {
  readonly server: GitServer
  /** The clone, whose origin is the server. */
  readonly workspace: string
  readonly home: string
  config(key: string, value: string, ...scope: readonly string[]): Promise<undefined>
  /** A program that answers one of git's questions. */
  program(name: string, script: string): Promise<string>
}

let repository: TestRepository
let server: GitServer
let place: Place
let environment: Environment
/** Arguments of every process of the machine while the server was asked. */
let processes: string

beforeEach(async () => {
  repository = await aRepository({ files: { 'a.txt': 'a\n' } })
  const home = join(repository.root, 'home')
  await mkdir(home)
  processes = join(repository.root, 'processes')
  await writeFile(processes, '')
  const backend = join(repository.root, 'backend.sh')
  const program = join(await realGit(repository.root, ['--exec-path']), 'git-http-backend')
  const look = `cat /proc/[0-9]*/cmdline >> ${processes}`
  await writeFile(backend, `#!/bin/sh\n{ ${look}; } 2>/dev/null\nexec ${program}\n`, { mode: 0o755 })
  const known = [...LOGINS, `${OURS_TOKEN_AS_USER}:x-oauth-basic`, `${OURS_TOKEN_AS_USER}:`, `x-access-token:${OURS}`]
  const wanted = [...known.map(basic), `Bearer ${BEARER}`].map((value) => [value, 'tester'])
  server = await startGitServer(repository.origin, Object.fromEntries(wanted), backend)
  const workspace = await repository.checkout()
  await realGit(workspace, ['remote', 'set-url', 'origin', server.repository])
  environment = { PATH: process.env.PATH, HOME: home }
  place = {
    server,
    workspace,
    home,
    config: async (key, value, ...scope) => {
      await realGit(
        workspace,
        ['config', ...(scope.includes('--replace-all') ? [] : ['--add']), ...scope, key, value],
        {
          HOME: home,
          GIT_CONFIG_GLOBAL: join(home, '.gitconfig'),
        },
      )
      return undefined
    },
    async program(name, script) {
      const file = join(repository.root, name)
      await writeFile(file, `#!/bin/sh\n${script}\n`)
      await chmod(file, 0o755)
      return file
    },
  }
})
afterEach(async () => {
  await server[Symbol.asyncDispose]()
  await repository.remove()
})

/** A token in place of a user name holds letters, digits and `_` only. */
const OURS_TOKEN_AS_USER = 'ghp_4711TokenInPlaceOfTheUserName0123456'
const BEARER = 'glpat-0815-bearer_of.the~user'

type Arrange = (place: Place) => Promise<unknown>

const withLogin = (address: string, login: string) => address.replace('//', `//${login}@`)
const shell = (login: string) => {
  const [user, password] = [login.slice(0, login.indexOf(':')), login.slice(login.indexOf(':') + 1)]
  return `!f() { echo 'username=${user}'; echo 'password=${password}'; }; f`
}
const LOGIN = LOGINS[0] ?? ''
const ADA = `ada:${THEIRS}`

/** Every place that git takes a credential from. What comes of it is git's own, and nobody else's. */
const places: Readonly<Record<string, Arrange>> = {
  'checkout’s header for the origin': ({ server, config }) => config(`http.${server.url}/.extraheader`, header(LOGIN)),
  'a header for the origin without its slash': ({ server, config }) =>
    config(`http.${server.url}.extraheader`, header(LOGIN)),
  'a header for every address': ({ config }) => config('http.extraheader', header(LOGIN)),
  'a header for every address, of the user': ({ config }) => config('http.extraHeader', header(LOGIN), '--global'),
  'a header for the repository': ({ server, config }) => config(`http.${server.repository}.extraHeader`, header(LOGIN)),
  'a header for the repository, with a slash': ({ server, config }) =>
    config(`http.${server.repository}/.extraHeader`, header(LOGIN)),
  'a header for an origin in capitals': ({ server, config }) =>
    config(`http.${server.url.replace('http', 'HTTP')}.extraHeader`, header(LOGIN)),
  'a header for a pattern of hosts': ({ server, config }) =>
    config(`http.${server.url.replace('0.0.1', '0.*.1')}.extraHeader`, header(LOGIN)),
  'a header with a bearer token': ({ server, config }) =>
    config(`http.${server.url}/.extraheader`, `Authorization: Bearer ${BEARER}`),
  'a header for one user of the host': async ({ server, config }) => {
    await config(`http.${withLogin(server.url, 'ada')}/.extraheader`, header(LOGIN))
    await config('remote.origin.url', withLogin(server.repository, 'ada'), '--replace-all')
  },
  'two headers, of which the one for the host is meant': async ({ server, config }) => {
    await config('http.extraheader', header('x-access-token:outdated'))
    await config(`http.${server.url}/.extraheader`, header(LOGIN))
  },
  'a header after one that was taken back': async ({ server, config }) => {
    for (const value of [header('x-access-token:outdated'), '', 'X-Trace: 0815-of-the-user', header(LOGIN)])
      await config(`http.${server.url}/.extraheader`, value)
  },
  'a file that is included for this clone': async ({ server, workspace, home, config }) => {
    await writeFile(join(home, 'more'), `[http "${server.url}/"]\n\textraheader = ${header(LOGIN)}\n`)
    await config(`includeIf.gitdir:${workspace}/.git.path`, join(home, 'more'))
  },
  'the configuration of this work tree': async ({ server, config }) => {
    await config('extensions.worktreeConfig', 'true')
    await config(`http.${server.url}/.extraheader`, header(LOGIN), '--worktree')
  },
  'a file of the machine': async ({ server, home }) => {
    await writeFile(join(home, 'system'), `[http "${server.url}/"]\n\textraheader = ${header(LOGIN)}\n`)
    return { GIT_CONFIG_SYSTEM: join(home, 'system') }
  },
  'another file of the user': async ({ server, home }) => {
    await writeFile(join(home, 'global'), `[http "${server.url}/"]\n\textraheader = ${header(LOGIN)}\n`)
    return { GIT_CONFIG_GLOBAL: join(home, 'global') }
  },
  'settings in the environment': async ({ server }) => ({
    GIT_CONFIG_COUNT: '1',
    GIT_CONFIG_KEY_0: `http.${server.url}/.extraheader`,
    GIT_CONFIG_VALUE_0: header(LOGIN),
  }),
  'parameters in the environment': async () => ({ GIT_CONFIG_PARAMETERS: `'http.extraheader'='${header(LOGIN)}'` }),
  'the address, as password': ({ server, config }) =>
    config('remote.origin.url', withLogin(server.repository, `x-access-token:${encoded}`), '--replace-all'),
  'the address, as user': ({ server, config }) =>
    config('remote.origin.url', withLogin(server.repository, `${OURS_TOKEN_AS_USER}:x-oauth-basic`), '--replace-all'),
  'the address, as user without a password': ({ server, config }) =>
    config('remote.origin.url', withLogin(server.repository, `${OURS_TOKEN_AS_USER}:`), '--replace-all'),
  'an address that another one is rewritten to': async ({ server, config }) => {
    await config('remote.origin.url', 'https://git.example/acme/origin.git', '--replace-all')
    await config(`url.${withLogin(server.url, `ada:${encoded}`)}/.insteadOf`, 'https://git.example/acme/', '--global')
  },
  'the same address, rewritten to one with a login': ({ server, config }) =>
    config(`url.${withLogin(server.url, `ada:${encoded}`)}/.insteadOf`, `${server.url}/`),
  'a credential helper': ({ config }) => config('credential.helper', shell(ADA), '--global'),
  'a credential helper for the host': ({ server, config }) => config(`credential.${server.url}.helper`, shell(ADA)),
  'the store of credentials': async ({ server, home, config }) => {
    await writeFile(join(home, 'store'), `${withLogin(server.url, `ada:${encoded}`)}\n`)
    await config('credential.helper', `store --file ${join(home, 'store')}`)
  },
  'a credential helper for the user in the address': async ({ server, config }) => {
    await config('remote.origin.url', withLogin(server.repository, 'ada'), '--replace-all')
    await config('credential.helper', `!f() { echo 'password=${THEIRS}'; }; f`)
  },
  'a .netrc': async ({ home }) => {
    const quoted = THEIRS.replace(/["\\]/g, '\\$&')
    await writeFile(
      join(home, '.netrc'),
      `machine git.example login x password y\nmachine 127.0.0.1\n  login ada\n  password "${quoted}"\n`,
    )
  },
}

// Git by itself first tries the user of an address without a password.
const sentBy = () => new Set(server.authorizations.filter((value) => value !== '' && value !== `Basic ${btoa('ada:')}`))
const nothingOf = (text: string, ...secrets: readonly string[]) =>
  expect(secrets.flatMap(forms).filter((form) => form.length >= 8 && text.includes(form))).toEqual([])

/** Everything that git's failures show while the server refuses, and quotes what it was sent. */
async function saidWhileRefused(git: Git): Promise<string> {
  const commit = await git.commit(await git.head(), new Map([['a.txt', 'c']]), 'fix: c', new Date(2e12))
  const said: string[] = []
  const clone = await git.sideClone()
  for (const status of [403, 400]) {
    server.disturb(status)
    for (const work of [() => git.fetchRef('refs/heads/main')]) said.push(everythingIn(await failureOf(work)))
    said.push(JSON.stringify(await git.pushBranch(commit, 'refused')))
    said.push(everythingIn(await failureOf(clone.fetchTip('refs/heads/main', { contents: true }))))
  }
  server.disturb(undefined)
  return said.join('\n')
}

describe.each(Object.entries(places))('a credential in %s', (_, arrange) => {
  it('is what git uses, alone, and is shown nowhere', async () => {
    const more = (await arrange(place)) as Environment | undefined
    const options = { environment: { ...environment, ...more }, serverUrl: server.url, token: OURS, secrets: [OURS] }
    const git = gitIn(place.workspace, options)
    const head = await repository.remote()
    expect(await git.fetchRef('refs/heads/main')).toBe(head)
    const commit = await git.commit(head ?? '', new Map([['a.txt', 'b']]), 'fix: b', new Date(1e12))
    expect(await git.pushBranch(commit, 'pushed')).toEqual({ result: 'done' })
    const clone = await git.sideClone()
    expect(await clone.fetchTip('refs/heads/pushed', { contents: true })).toBe(commit)
    expect(await clone.push(new Map([['refs/heads/again', commit]]))).toEqual(
      new Map([['refs/heads/again', { result: 'done' }]]),
    )
    const sent = sentBy()
    expect(sent.size).toBe(1)
    expect([...sent].join()).not.toContain(' + ')
    expect(sent).not.toContain(basic(`x-access-token:${OURS}`))
    expect(await git.pushesWithToken()).toBe(false)
    const secrets = [OURS, THEIRS, OURS_TOKEN_AS_USER, BEARER, LOGIN, ADA]
    nothingOf(await saidWhileRefused(git), ...secrets)
    // A helper of the shell stands in the command that git starts for it: that is the user's own.
    if (!/helper/.test(_) && !/netrc/.test(_)) nothingOf(await readFile(processes, 'utf8'), ...secrets)
  })
})

describe('github-token', () => {
  const ours = () => basic(`x-access-token:${OURS}`)

  const without: Readonly<Record<string, Arrange>> = {
    'git has nothing': async () => {},
    'only a header that says nothing of who asks': ({ config }) =>
      config('http.extraheader', 'X-Trace: 0815-of-the-user'),
    'all headers for the repository are taken back': async ({ server, config }) => {
      await config('http.extraheader', header('x-access-token:outdated'))
      await config(`http.${server.repository}.extraheader`, '')
    },
    'the header is for another host, port, path or user': async ({ server, config }) => {
      for (const url of ['http://localhost', `${server.url}1`, `${server.url}/elsewhere`, withLogin(server.url, 'eve')])
        await config(`http.${url}/.extraheader`, header(LOGIN))
    },
    'a helper finds nothing': ({ config }) => config('credential.helper', '!false'),
    'a helper has an empty password': ({ config }) =>
      config('credential.helper', '!f() { echo username=ada; echo password=; }; f'),
    'a program would ask a person': async ({ config, program }) => {
      await config('core.askPass', await program('ask', 'echo ada'))
      return { GIT_ASKPASS: await program('ask-again', 'echo eve'), SSH_ASKPASS: '/nonexistent' }
    },
    'the .netrc has other hosts': async ({ home }) =>
      writeFile(join(home, '.netrc'), `machine git.example login ada password ${encoded}\n`),
    'the address has a user alone': ({ server, config }) =>
      config('remote.origin.url', withLogin(server.repository, 'ada'), '--replace-all'),
  }

  it.each(Object.entries(without))('is used, once, if %s', async (_, arrange) => {
    const more = (await arrange(place)) as Environment | undefined
    const options = { environment: { ...environment, ...more }, serverUrl: server.url, token: OURS, secrets: [OURS] }
    const git = gitIn(place.workspace, options)
    expect(await git.fetchRef('refs/heads/main')).toBe(await repository.remote())
    const commit = await git.commit(await git.head(), new Map([['a.txt', 'b']]), 'fix: b', new Date(1e12))
    expect(await git.pushBranch(commit, 'pushed')).toEqual({ result: 'done' })
    const clone = await git.sideClone()
    expect(await clone.fetchTip('refs/heads/pushed', { contents: true })).toBe(commit)
    expect(sentBy()).toEqual(new Set([ours()]))
    expect(await git.pushesWithToken()).toBe(true)
    nothingOf(await saidWhileRefused(git), OURS)
    nothingOf(await readFile(processes, 'utf8'), OURS)
  })

  it.each<[string, Arrange]>([
    [
      'an address of its own',
      ({ server, config }) => config('remote.origin.pushurl', withLogin(server.repository, `ada:${encoded}`)),
    ],
    [
      'a rewritten address',
      ({ server, config }) => config(`url.${withLogin(server.url, `ada:${encoded}`)}/.pushInsteadOf`, `${server.url}/`),
    ],
  ])('fetches, and pushes are made with the login of %s', async (_, arrange) => {
    await arrange(place)
    const git = gitIn(place.workspace, { environment, serverUrl: server.url, token: OURS, secrets: [OURS] })
    expect(await git.fetchRef('refs/heads/main')).toBe(await repository.remote())
    expect(sentBy()).toEqual(new Set([ours()]))
    const before = server.authorizations.length
    const commit = await git.commit(await git.head(), new Map([['a.txt', 'b']]), 'fix: b', new Date(1e12))
    expect(await git.pushBranch(commit, 'pushed')).toEqual({ result: 'done' })
    expect(new Set(server.authorizations.slice(before).map((value) => value.toLowerCase()))).toEqual(
      new Set(['', basic(ADA).toLowerCase()]),
    )
    expect(await git.pushesWithToken()).toBe(false)
    nothingOf(await saidWhileRefused(git), OURS, THEIRS, ADA)
  })

  it('is not needed if a program answers for a person', async () => {
    const script = `case "$1" in User*) echo ada;; *) echo '${THEIRS}';; esac`
    const env = { ...environment, GIT_ASKPASS: await place.program('ask', script) }
    const git = gitIn(place.workspace, { environment: env, serverUrl: server.url })
    expect(await git.fetchRef('refs/heads/main')).toBe(await repository.remote())
    nothingOf(await saidWhileRefused(git), THEIRS, ADA)
  })

  it('leaves cookies to git, and shows none', async () => {
    const cookie = '0815-session.of~the_user'
    await appendFile(join(place.home, 'cookies'), `127.0.0.1\tFALSE\t/\tFALSE\t2147483647\to\t${cookie}\n`)
    await place.config('http.cookieFile', '~/cookies')
    const git = gitIn(place.workspace, { environment, serverUrl: server.url, token: OURS, secrets: [OURS] })
    expect(await git.fetchRef('refs/heads/main')).toBe(await repository.remote())
    nothingOf(await saidWhileRefused(git), OURS, cookie)
  })
})
