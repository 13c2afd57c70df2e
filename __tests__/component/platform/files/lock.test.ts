import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import { locked } from '../../../../src/platform/files/lock.ts'
import { projectRoot } from '../../../support/places.ts'
import { failureOf } from '../../../support/values/failure.ts'

const LONG_MS = 300_000
const others: ChildProcess[] = []
let root: string
let file: string

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'lock-'))
  file = join(root, 'lock')
})
afterEach(() => {
  for (const other of others.splice(0)) other.kill('SIGKILL')
})
afterAll(() => rm(root, { recursive: true, force: true }))

/** Another process that takes the lock, says so, and keeps it for as long as it lives. */
async function holder(): Promise<ChildProcess> {
  const lock = JSON.stringify(join(projectRoot, 'src/platform/files/lock.ts'))
  const hold = `locked(${JSON.stringify(file)}, ${LONG_MS}, () => { console.log('held'); return new Promise(() => {}) })`
  const other = start(`const { locked } = await import(${lock}); await ${hold}`)
  await once(other.stdout ?? other, 'data')
  return other
}

function start(code: string): ChildProcess {
  const node = join(projectRoot, 'node_modules/.bin/node')
  const other = spawn(node, ['--input-type=module', '-e', code], { stdio: ['ignore', 'pipe', 'inherit'] })
  others.push(other)
  return other
}

describe('a lock', () => {
  it('lets one in at a time, and everybody in the end', async () => {
    const count = join(root, 'count')
    await writeFile(count, '0')
    const add = () =>
      locked(file, LONG_MS, async () => {
        const before = Number(await readFile(count, 'utf8'))
        await new Promise((done) => setTimeout(done, 5))
        await writeFile(count, `${before + 1}`)
      })
    await Promise.all(Array.from({ length: 10 }, add))
    expect(await readFile(count, 'utf8')).toBe('10')
  })

  it('is held against other processes, and free as soon as its process was killed', async () => {
    const other = await holder()
    expect((await failureOf(locked(file, 100, async () => 'in'))).code).toBe('INDEX_BUSY')
    other.kill('SIGKILL')
    expect(await locked(file, LONG_MS, async () => 'in')).toBe('in')
  })

  it('is not taken by one who was killed while he waited', async () => {
    await holder()
    const lock = JSON.stringify(join(projectRoot, 'src/platform/files/lock.ts'))
    const waiting = start(
      `const { locked } = await import(${lock}); setTimeout(() => console.log('waiting'), 100); await locked(${JSON.stringify(file)}, ${LONG_MS}, () => new Promise(() => {}))`,
    )
    await once(waiting.stdout ?? waiting, 'data')
    for (const other of others) other.kill('SIGKILL')
    expect(await locked(file, LONG_MS, async () => 'in')).toBe('in')
  })

  it('names the file that is held for too long, and how to find who holds it', async () => {
    await holder()
    const { message, hint } = await failureOf(locked(file, 100, async () => 'in'))
    expect(message).toContain(`${file} is locked by another process`)
    expect(hint).toContain(`fuser ${file}`)
  })

  it('is given back where the work fails, and tells that failure', async () => {
    const failing = locked(file, LONG_MS, () => Promise.reject(new Error('of the work')))
    await expect(failing).rejects.toThrow('of the work')
    expect(await locked(file, 1000, async () => 'in')).toBe('in')
  })

  it('is none where the file can not be', async () => {
    const failure = await failureOf(locked(join(root, 'no-such-folder/lock'), LONG_MS, async () => 'in'))
    expect(failure.code).toBe('INDEX_UNREACHABLE')
    expect(failure.message).toContain('No such file or directory')
  })

  it('says what to install where there is no flock', async () => {
    const path = process.env.PATH
    process.env.PATH = root
    try {
      const failure = await failureOf(locked(file, LONG_MS, async () => 'in'))
      expect([failure.code, failure.hint]).toEqual([
        'TOOL_MISSING',
        'Install it in an earlier step: it is part of util-linux.',
      ])
    } finally {
      process.env.PATH = path
    }
  })
})
