import { mkdtemp, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { encryptKey, generateKey, type PrivateKey } from 'openpgp'
import { versionsOf } from '../../../support/charts/published.ts'
import { threeCharts } from '../../../support/charts/three-charts.ts'
import { helmPath } from '../../../support/helm/helm.ts'
import { runProgram } from '../../../support/process/run-program.ts'
import type { WorkflowRun } from '../../../support/run/workflow.ts'
import { aWorld, type World } from '../../../support/run/world.ts'

const PASSPHRASE = 'a passphrase that nobody may see'

let world: World
let key: PrivateKey
let run: WorkflowRun
let secret: string

beforeAll(async () => {
  const made = await generateKey({
    type: 'rsa',
    rsaBits: 2048,
    userIDs: [{ name: 'Acme Charts' }],
    date: new Date('2025-06-01'),
    format: 'object',
  })
  key = made.privateKey
  secret = (await encryptKey({ privateKey: key, passphrase: PASSPHRASE })).armor()
  world = await aWorld({ files: threeCharts, run: { entry: 'source' } })
  run = await release()
})
afterAll(async () => {
  await world[Symbol.asyncDispose]()
})

const release = (more: Readonly<Record<string, string>> = {}) =>
  world.release({ inputs: { 'gpg-private-key': secret, 'gpg-passphrase': PASSPHRASE, ...more } })

describe('a release with an OpenPGP key', () => {
  it.each([3, 4] as const)('is what `helm pull --verify` of Helm %i accepts', async (major) => {
    expect([run.exitCode, run.stderr]).toEqual([0, ''])
    const place = await mkdtemp(join(world.repository.root, 'consumer-'))
    const keyring = join(place, 'pubkey.gpg')
    await writeFile(keyring, key.toPublic().write())
    const args = [
      'pull',
      `${world.target}/web`,
      '--version',
      versionsOf(world.registry, 'web')[0] ?? '',
      '--plain-http',
      '--verify',
      '--keyring',
      keyring,
    ]
    const env = { HOME: place, PATH: process.env.PATH ?? '' }
    const { stdout, stderr } = await runProgram(await helmPath(major), args, { cwd: place, env })
    expect(`${stdout}${stderr}`).toMatch(/Signed by:.*Acme Charts/s)
  })

  it('does nothing the second time, for the same commit has the same signature', async () => {
    const before = world.registry.requests.length
    expect((await release()).outputs.released).toBe('false')
    expect(world.registry.requests.slice(before).filter(({ method }) => method === 'PUT' || method === 'POST')).toEqual(
      [],
    )
  })

  it('shows nothing of the key or its passphrase', () => {
    const all = [
      run.stdout.replace(/^::add-mask::.*$/gm, ''),
      run.stderr,
      run.summary,
      JSON.stringify(run.outputs),
    ].join('\n')
    expect(all).not.toContain(PASSPHRASE)
    for (const line of secret.split('\n').filter((text) => text.length > 20 && !text.startsWith('-----')))
      expect(all).not.toContain(line)
  })

  it('tells a wrong passphrase before anything is done, with all other problems', async () => {
    await world.repository.commit('fix: db', { 'charts/db/values.yaml': 'size: 2\n' })
    const before = world.registry.requests.length
    const wrong = await release({ 'gpg-passphrase': 'wrong' })
    expect(wrong.exitCode).toBe(1)
    expect(wrong.stdout).toContain('GPG_PASSPHRASE_WRONG')
    const changes = world.registry.requests.slice(before).filter(({ method }) => method === 'PUT')
    expect(changes).toEqual([])
  })
})
