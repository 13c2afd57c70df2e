import { describe, expect, it } from '@jest/globals'
import type { Checkout } from '../../../../src/pipeline/checkout/checkout.ts'
import { filesFor, settledRemarks } from '../../../../src/pipeline/checkout/settled-files.ts'
import { headProblem, untrustedProblem } from '../../../../src/pipeline/checkout/untrusted-checkout.ts'
import type { Files, Workspace } from '../../../../src/ports/files.ts'

const [HEAD, SETTLED] = ['c'.repeat(40), 'b'.repeat(40)]
const bytes = (text: string | undefined) => (text === undefined ? undefined : Buffer.from(text))

/** A checkout that says of each file where it was read. */
function aCheckout(shownOn: Checkout['shownOn'], { settled = 'settled', head = 'head' } = {}): Checkout {
  return {
    ...{ head: HEAD, shownOn, settled: shownOn ? HEAD : SETTLED },
    read: async (path) => bytes(`${settled} ${path}`),
    readAtHead: async (path) => bytes(`${head} ${path}`),
  }
}

/** The files of a machine on which `/link` leads into the workspace. */
const machine = {
  readIfPresent: async (path: string) => bytes(`machine ${path}`),
  shared: { realPath: async (path: string) => path.replace(/^\/link/, '/work') },
} as unknown as Files

const place = { workspace: '/work', runnerTemp: '/work/_temp' }

describe('a file that a setting names', () => {
  const read = async (shownOn: Checkout['shownOn'], path: string) =>
    Buffer.from((await filesFor(machine, aCheckout(shownOn), place).readIfPresent(path)) ?? []).toString()

  it.each([
    ['root.json', 'settled root.json'],
    ['/work/keys/root.json', 'settled keys/root.json'],
    ['/work/keys/../root.json', 'settled root.json'],
    ['/link/root.json', 'settled root.json'],
    ['/etc/root.json', 'machine /etc/root.json'],
    ['/work/../etc/root.json', 'machine /work/../etc/root.json'],
    ['/workshop/root.json', 'machine /workshop/root.json'],
    ['/work/_temp/root.json', 'machine /work/_temp/root.json'],
  ])('of a checkout that is not trusted, %s, is read as: %s', async (path, text) => {
    expect(await read(undefined, path)).toBe(text)
  })

  it.each(['ref', 'default branch'] as const)('is the file itself if the checkout is shown on the %s', async (on) => {
    expect(await read(on, 'root.json')).toBe('machine root.json')
  })
})

describe('a settings file', () => {
  async function remarks(checkout: Checkout, here: string | undefined | Error) {
    const workspace = {
      read: async () => {
        if (here instanceof Error) throw here
        return bytes(here)
      },
    } as unknown as Workspace
    const paths = ['cr.yaml', 'cr.yaml']
    return settledRemarks(paths, { checkout, workspace, facts: { ref: 'refs/heads/main' } }, 100)
  }
  const same = { settled: 'one', head: 'one' }

  it.each([
    ['is the same', 'one cr.yaml'],
    ['is missing in a sparse checkout', undefined],
  ])('is no remark if it %s', async (_, here) => {
    expect(await remarks(aCheckout('ref', same), here)).toEqual([])
  })

  it('is no remark with other line ends', async () => {
    const checkout = { ...aCheckout('ref'), read: async () => bytes('a\nb\n') }
    expect(await remarks(checkout, 'a\r\nb\r\n')).toEqual([])
  })

  it.each([
    ['was edited', 'another'],
    ['can’t be read', new Error('EACCES')],
  ])('is a single remark if it %s, since the commit counts', async (_, here) => {
    const told = await remarks(aCheckout('ref', same), here)
    expect(told).toEqual([
      { text: expect.stringContaining(`not as commit ${HEAD.slice(0, 12)} has it`), at: { file: 'cr.yaml' } },
    ])
  })

  it('names the commit that counts instead if the checkout is not trusted', async () => {
    const [remark] = await remarks(aCheckout(undefined), 'head cr.yaml')
    expect(remark?.text).toContain(`The settings of commit ${SETTLED.slice(0, 12)} apply, until the change is merged.`)
  })
})

describe('a checkout that is not trusted', () => {
  const run = (eventName: string) => ({ ref: 'refs/heads/main', eventName, repository: 'acme/charts' })

  it.each([
    ['release', 'push', true],
    ['plan', 'push', false],
    ['check', 'pull_request', false],
    ['plan', 'pull_request_target', true],
    ['check', 'workflow_run', true],
    ['plan', 'issue_comment', true],
    ['plan', 'issue_comments', false],
  ] as const)('in the mode %s on %s is refused: %s', (mode, event, isRefused) => {
    expect(untrustedProblem(run(event), aCheckout(undefined), mode)?.code).toBe(
      isRefused ? 'HEAD_NOT_ON_REF' : undefined,
    )
    expect(untrustedProblem(run(event), aCheckout('default branch'), mode)).toBeUndefined()
  })

  it('is refused by any release if it is of another repository, whatever it stands at', () => {
    const elsewhere = { ...aCheckout('ref'), elsewhere: 'evil/charts' }
    expect(untrustedProblem(run('push'), elsewhere, 'release')?.code).toBe('CHECKOUT_ELSEWHERE')
    expect(untrustedProblem(run('push'), elsewhere, 'plan')).toBeUndefined()
  })

  it.each([
    ['ref', undefined],
    ['default branch', 'HEAD_NOT_ON_REF'],
    [undefined, 'HEAD_NOT_ON_REF'],
  ] as const)('is no place for a bump unless origin shows it on the ref: %s', (shownOn, code) => {
    expect(headProblem(run('push'), aCheckout(shownOn))?.code).toBe(code)
  })
})
