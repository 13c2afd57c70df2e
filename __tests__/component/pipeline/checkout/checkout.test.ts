import { mkdir, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { type Checkout, openCheckout } from '../../../../src/pipeline/checkout/checkout.ts'
import { filesFor, settledRemarks } from '../../../../src/pipeline/checkout/settled-files.ts'
import { headProblem, untrustedProblem } from '../../../../src/pipeline/checkout/untrusted-checkout.ts'
import { createFiles } from '../../../../src/platform/files/files.ts'
import { createWorkspace } from '../../../../src/platform/files/workspace.ts'
import { runnerFacts } from '../../../../src/platform/runner/environment.ts'
import { aFakeSsh, type FakeSsh } from '../../../support/git/fake-ssh.ts'
import { aRepository, git, type TestRepository } from '../../../support/git/repository.ts'
import { gitIn } from '../../../support/helm/packaging.ts'
import { failureOf } from '../../../support/values/failure.ts'

const CONFIG = '.github/release-charts.yaml'
const MERGED = 'defaults:\n  bump: minor\n'
const PROPOSED = 'defaults:\n  bump: major\n'
const PULL = 'refs/pull/7/head'
const QUEUE = 'refs/heads/gh-readonly-queue/main/pr-7-abc'

let repository: TestRepository
let first: string
let main: string
let maintained: string
let proposed: string
let queued: string

beforeAll(async () => {
  repository = await aRepository({ files: { [CONFIG]: 'defaults:\n  bump: patch\n' } })
  first = (await repository.remote()) ?? ''
  main = await repository.commit('chore: config', { [CONFIG]: MERGED })
  maintained = await onItsOwn('refs/heads/release-1.x', { from: first, config: 'defaults:\n  bump: none\n' })
  proposed = await onItsOwn(PULL, { from: main, config: PROPOSED })
  await onItsOwn('refs/pull/7/merge', { from: main, config: PROPOSED })
  queued = await onItsOwn(QUEUE, { from: main, config: PROPOSED })
  await repository.tag('v1.0.0', main)
})
afterAll(async () => {
  await repository.remove()
})

/** A commit that only this ref of origin holds. */
async function onItsOwn(ref: string, { from, config }: { from: string; config: string }): Promise<string> {
  await repository.git('checkout', '--quiet', '--detach', from)
  await repository.write({ [CONFIG]: config })
  await repository.git('commit', '--quiet', '--all', '--message', `feat: for ${ref}`)
  await repository.git('push', '--quiet', 'origin', `HEAD:${ref}`)
  const commit = await repository.git('rev-parse', 'HEAD')
  await repository.git('checkout', '--quiet', '--force', repository.branch)
  return commit
}

interface Situation {
  readonly event: string
  readonly ref: string
  /** What is checked out, by its ref or as a commit. */
  readonly at: string
  readonly sha?: string
  readonly depth?: number
  readonly payload?: object
}

function factsOf({ event, ref, sha = main, payload = {} }: Situation, workspace: string) {
  return runnerFacts(
    {
      GITHUB_REPOSITORY: 'acme/charts',
      GITHUB_REF: ref,
      GITHUB_SHA: sha,
      GITHUB_EVENT_NAME: event,
      GITHUB_WORKSPACE: workspace,
      RUNNER_TEMP: join(repository.root, 'temp'),
    },
    JSON.stringify(payload),
  )
}

async function checkedOut(at: string, depth = 0): Promise<string> {
  const workspace = await repository.checkout({ depth })
  await git(workspace, ['fetch', '--quiet', ...(depth ? [`--depth=${depth}`] : []), 'origin', at])
  await git(workspace, ['checkout', '--quiet', '--force', '--detach', 'FETCH_HEAD'])
  return workspace
}

/** Opens it in a fresh clone, and says which config counts. */
async function opened(situation: Situation) {
  const workspace = await checkedOut(situation.at, situation.depth)
  const facts = factsOf(situation, workspace)
  const checkout = await openCheckout(gitIn(workspace), facts)
  return { workspace, facts, checkout, config: await configAt(checkout) }
}

const configAt = async (checkout: Checkout) => textOf(await checkout.read(CONFIG, 1000))
const textOf = (bytes: Uint8Array | undefined) => bytes && Buffer.from(bytes).toString()

const MAIN = 'refs/heads/main'
const EVENTS = ['push', 'workflow_dispatch', 'schedule', 'issues', 'an_event_of_tomorrow']
const ofPull = { pull_request: { base: { ref: 'release-1.x' } } }
const ofQueue = () => ({ merge_group: { base_sha: queued, base_ref: MAIN } })

describe('a checkout that origin shows where it counts', () => {
  it.each(EVENTS)('is trusted on the branch of the run: %s', async (event) => {
    const { checkout, config } = await opened({ event, ref: MAIN, at: MAIN })
    expect([checkout.shownOn, checkout.settled, config]).toEqual(['ref', main, MERGED])
  })

  it.each<[string, Omit<Situation, 'event'>]>([
    ['an older commit of the branch', { ref: MAIN, at: 'main~1' }],
    ['one that the branch got since', { ref: MAIN, at: MAIN, sha: '' }],
    ['the tag', { ref: 'refs/tags/v1.0.0', at: 'refs/tags/v1.0.0' }],
    ['another branch of the repository', { ref: 'refs/heads/release-1.x', at: 'release-1.x', sha: '1.x' }],
  ])('is trusted: %s', async (_, { at, sha, ...rest }) => {
    const shas: Readonly<Record<string, string>> = { '': first, '1.x': maintained }
    const commit = at === 'main~1' ? first : at
    const { checkout } = await opened({ ...rest, event: 'push', at: commit, sha: shas[sha ?? '-'] ?? main })
    expect([checkout.shownOn, checkout.settled]).toEqual(['ref', checkout.head])
  })

  it('is trusted on the default branch whatever the run is for, and not released by a run for another ref', async () => {
    const { checkout, facts, config } = await opened({
      event: 'pull_request',
      ref: 'refs/pull/7/merge',
      at: MAIN,
      sha: proposed,
    })
    expect([checkout.shownOn, config]).toEqual(['default branch', MERGED])
    expect(untrustedProblem(facts, checkout, 'plan')).toBeUndefined()
    expect(headProblem(facts, checkout)).toMatchObject({ code: 'HEAD_NOT_ON_REF' })
  })
})

describe('a checkout that nobody merged', () => {
  it.each(EVENTS)('has the settings of the run’s own commit, and is not released: %s', async (event) => {
    for (const depth of [0, 1]) {
      const { checkout, facts, config } = await opened({ event, ref: MAIN, at: PULL, depth })
      expect([checkout.shownOn, checkout.settled, config]).toEqual([undefined, main, MERGED])
      expect(untrustedProblem(facts, checkout, 'release')).toMatchObject({ code: 'HEAD_NOT_ON_REF' })
      expect(untrustedProblem(facts, checkout, 'plan')).toBeUndefined()
    }
  })

  it.each<[string, () => Omit<Situation, 'event'>]>([
    ['its own ref', () => ({ ref: PULL, at: PULL, sha: proposed })],
    ['the merge that GitHub made of it', () => ({ ref: 'refs/pull/7/merge', at: 'refs/pull/7/merge' })],
    ['the queue', () => ({ ref: QUEUE, at: QUEUE, sha: queued, payload: ofQueue() })],
    ['a ref of no kind that is known', () => ({ ref: 'refs/changes/07/7', at: PULL, sha: proposed })],
  ])('does not count on %s, also where that is the commit of the run', async (_, situation) => {
    for (const depth of [0, 1]) {
      const { checkout, config } = await opened({ event: 'push', ...situation(), depth })
      expect([checkout.shownOn, config]).toEqual([undefined, MERGED])
    }
  })

  it('is not vouched for by a branch that was rewritten since', async () => {
    const dropped = await onItsOwn('refs/heads/rewritten', { from: main, config: PROPOSED })
    await repository.git('push', '--quiet', '--force', 'origin', `${main}:refs/heads/rewritten`)
    const situation = { event: 'push', ref: 'refs/heads/rewritten', at: dropped, sha: dropped }
    const { checkout, config } = await opened(situation)
    expect([checkout.shownOn, config]).toEqual([undefined, MERGED])
  })

  it('has the settings of the branch that it is for', async () => {
    const { config } = await opened({ event: 'pull_request', ref: 'refs/pull/7/merge', at: PULL, payload: ofPull })
    expect(config).toBe('defaults:\n  bump: none\n')
  })

  it('has no settings of a queue that it names as its base', async () => {
    const payload = { pull_request: { base: { ref: QUEUE.replace('refs/heads/', ''), sha: main } } }
    const { config } = await opened({ event: 'pull_request', ref: 'refs/pull/7/merge', at: PULL, payload })
    expect(config).toBe(MERGED)
  })

  it('includes what an earlier step committed and did not push', async () => {
    const workspace = await repository.checkout()
    await writeFile(join(workspace, CONFIG), PROPOSED)
    const person = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.test']
    await git(workspace, [...person, 'commit', '--quiet', '--all', '--message', 'chore: generated'])
    const checkout = await openCheckout(
      gitIn(workspace),
      factsOf({ event: 'push', ref: MAIN, at: MAIN, sha: main }, workspace),
    )
    expect([checkout.shownOn, await configAt(checkout)]).toEqual([undefined, MERGED])
  })

  it('is an error where origin can’t be asked, and its config file counts for nothing', async () => {
    const workspace = await checkedOut(PULL)
    await git(workspace, ['remote', 'set-url', 'origin', `file://${repository.root}/gone.git`])
    const facts = factsOf({ event: 'push', ref: MAIN, at: PULL, sha: main }, workspace)
    const failure = await failureOf(openCheckout(gitIn(workspace), facts))
    expect(failure).toMatchObject({ code: 'GIT_FAILED' })
    expect(failure.message).toContain(`Whether origin shows the checkout (${proposed.slice(0, 12)}) on ${MAIN}`)
  })
})

describe('origin as another repository than that of the workflow', () => {
  let ssh: FakeSsh

  beforeAll(async () => {
    ssh = await aFakeSsh(repository)
  })

  /** Its owner puts what they like on `main`, and a workflow that checks out pull requests clones it. */
  async function cloneOf(address: string) {
    const workspace = await checkedOut(PULL)
    await git(workspace, ['push', '--quiet', '--force', 'origin', `HEAD:refs/heads/theirs`])
    await git(workspace, ['remote', 'set-url', 'origin', address])
    await git(workspace, ['config', 'core.sshCommand', ssh.command])
    const situation = { event: 'push', ref: 'refs/heads/theirs', at: PULL, sha: main }
    return openCheckout(gitIn(workspace), factsOf(situation, workspace))
  }

  it.each([
    'git@github.com:evil/charts.git',
    'ssh://git@github.com/evil/charts',
    'git@github.com:acme/charts-evil.git',
    'ssh://git@github.com/evil/acme/charts',
    'git@elsewhere.example:charts.git',
  ])('shows nothing that counts: %s', async (address) => {
    const checkout = await cloneOf(address)
    expect([checkout.shownOn, checkout.settled, await configAt(checkout)]).toEqual([undefined, main, MERGED])
  })

  it('leaves the commit that the event says a pull request is based on, or nothing to go by', async () => {
    const open = async (payload: object) => {
      const workspace = await checkedOut(PULL)
      await git(workspace, ['remote', 'set-url', 'origin', 'git@github.com:evil/charts.git'])
      await git(workspace, ['config', 'core.sshCommand', ssh.command])
      const situation = { event: 'pull_request', ref: 'refs/pull/7/merge', at: PULL, sha: proposed, payload }
      return openCheckout(gitIn(workspace), factsOf(situation, workspace))
    }
    const checkout = await open({ pull_request: { base: { ref: 'main', sha: main } } })
    expect([checkout.shownOn, checkout.settled]).toEqual([undefined, main])
    const failure = await failureOf(open({}))
    expect(failure).toMatchObject({ code: 'BASE_UNKNOWN', kind: 'remote' })
    expect(failure.message).toContain(`(${proposed.slice(0, 12)}) is not merged`)
    expect(failure.message).toContain('origin is another repository')
  })

  it.each([
    'git@github.com:acme/charts.git',
    'git@github.com:Acme/Charts',
    'ssh://git@ssh.github.com:443/acme/charts.git/',
    'git@github-of-acme:acme/charts.git',
    'ssh://mirror.example/github.com/acme/charts.git',
  ])('is the same repository by another address: %s', async (address) => {
    expect((await cloneOf(address)).shownOn).toBe('ref')
  })
})

describe('a file that an input or a variable names in the work tree', () => {
  const files = createFiles()

  it('is the one of the base where the checkout is not trusted', async () => {
    const { workspace, facts, checkout } = await opened({ event: 'schedule', ref: MAIN, at: PULL })
    await mkdir(facts.runnerTemp, { recursive: true })
    await writeFile(join(workspace, 'root.json'), 'of the proposal')
    await writeFile(join(facts.runnerTemp, 'root.json'), 'of an earlier step')
    await symlink(join(workspace, CONFIG), join(repository.root, 'into-the-workspace'))
    const settled = filesFor(files, checkout, facts)
    const read = async (path: string) => textOf(await settled.readIfPresent(path))
    expect(await read(CONFIG)).toBe(MERGED)
    expect(await read(join(workspace, CONFIG))).toBe(MERGED)
    expect(await read(`${workspace}/.github/../${CONFIG}`)).toBe(MERGED)
    expect(await read(join(repository.root, 'into-the-workspace'))).toBe(MERGED)
    expect(await read('root.json')).toBeUndefined()
    expect(await read(join(facts.runnerTemp, 'root.json'))).toBe('of an earlier step')
  })

  it('is the file itself where the checkout is trusted', async () => {
    const { workspace, facts, checkout } = await opened({ event: 'schedule', ref: MAIN, at: MAIN })
    await writeFile(join(workspace, 'root.json'), 'of an earlier step')
    const path = join(workspace, 'root.json')
    expect(textOf(await filesFor(files, checkout, facts).readIfPresent(path))).toBe('of an earlier step')
  })
})

describe('settings of the work tree that do not count', () => {
  const remarksOf = async ({ workspace, facts, checkout }: Awaited<ReturnType<typeof opened>>) => {
    const folder = createWorkspace(workspace, { effect: (_, change) => change() })
    const remarks = await settledRemarks([CONFIG, 'cr.yaml'], { checkout, workspace: folder, facts }, 1000)
    return remarks.map(({ text, at }) => [at?.file, text])
  }

  it('are told with the commit that counts', async () => {
    const untrusted = await opened({ event: 'push', ref: MAIN, at: PULL })
    const reason = `origin does not show ${proposed.slice(0, 12)} on a branch or tag of this run (${MAIN}) or on the default branch.`
    const text = `${CONFIG} of this checkout does not count: ${reason} The settings of commit ${main.slice(0, 12)} apply, until the change is merged.`
    expect(await remarksOf(untrusted)).toEqual([[CONFIG, text]])
    const trusted = await opened({ event: 'push', ref: MAIN, at: MAIN })
    await writeFile(join(trusted.workspace, 'cr.yaml'), 'owner: evil\n')
    const told = `cr.yaml in the work tree is not as commit ${main.slice(0, 12)} has it, and does not count: settings are read from the commit. Commit the file to change them.`
    expect(await remarksOf(trusted)).toEqual([['cr.yaml', told]])
  })

  it('are none with other line ends, or where a sparse checkout lacks the file', async () => {
    const trusted = await opened({ event: 'push', ref: MAIN, at: MAIN })
    await writeFile(join(trusted.workspace, CONFIG), MERGED.replaceAll('\n', '\r\n'))
    expect(await remarksOf(trusted)).toEqual([])
    await rm(join(trusted.workspace, CONFIG))
    expect(await remarksOf(trusted)).toEqual([])
  })
})

describe('a settings file of a commit', () => {
  it.each<[string, string | undefined, string | undefined]>([
    ['a link inside the repository', '../real/config.yaml', 'ok\n'],
    ['a link out of it', '../../elsewhere', undefined],
    ['a link into .git', '../.git/config', undefined],
    ['a folder', undefined, undefined],
  ])('is read or refused: %s', async (_, target, wanted) => {
    const own = await aRepository({ files: { 'real/config.yaml': 'ok\n' } })
    if (target === undefined) await own.write({ [`${CONFIG}/file`]: 'no\n' })
    else {
      await mkdir(join(own.folder, '.github'))
      await symlink(target, join(own.folder, CONFIG))
    }
    await own.git('add', '--all')
    await own.git('commit', '--quiet', '--message', 'chore: config')
    await own.git('push', '--quiet', 'origin', 'HEAD')
    const sha = await own.git('rev-parse', 'HEAD')
    const facts = factsOf({ event: 'push', ref: MAIN, at: MAIN, sha }, own.folder)
    const checkout = await openCheckout(gitIn(own.folder), facts)
    if (wanted === undefined) {
      expect(await failureOf(checkout.read(CONFIG, 100))).toMatchObject({ code: 'WORKSPACE_PATH_REFUSED' })
    } else expect(textOf(await checkout.read(CONFIG, 100))).toBe(wanted)
    await own.remove()
  })

  it('is found by any spelling of its path', async () => {
    const { checkout } = await opened({ event: 'push', ref: MAIN, at: MAIN })
    for (const path of [`./${CONFIG}`, '.github//release-charts.yaml', '.github/./release-charts.yaml'])
      expect(textOf(await checkout.read(path, 1000))).toBe(MERGED)
    expect(await checkout.read('.git/config', 1000)).toBeUndefined()
  })

  it('is refused when it is longer than what is read', async () => {
    const { checkout } = await opened({ event: 'push', ref: MAIN, at: MAIN })
    expect(await failureOf(checkout.read(CONFIG, 5))).toMatchObject({ code: 'WORKSPACE_PATH_REFUSED' })
  })
})
