import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { createProcesses } from '../../../../src/platform/process/processes.ts'
import { failureOf } from '../../../support/values/failure.ts'

const PATH = process.env.PATH ?? ''
const { run } = createProcesses()
const shell = (script: string, options: Partial<Parameters<typeof run>[2]> = {}) =>
  run('sh', ['-c', script], { env: { PATH }, ...options })
const text = (bytes: Uint8Array) => Buffer.from(bytes).toString()

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'processes-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function pidIn(file: string): Promise<number> {
  for (let tries = 0; tries < 3000; tries += 1) {
    const pid = Number(await readFile(join(folder, file), 'utf8').catch(() => ''))
    if (pid > 0) return pid
    await wait(20)
  }
  throw new Error(`${file} holds no process id`)
}

/** A zombie counts as ended: nobody may be there to reap it. */
async function hasEnded(pid: number): Promise<boolean> {
  for (let tries = 0; tries < 3000; tries += 1) {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
    if (stat === '' || /\) Z /.test(stat)) return true
    await wait(20)
  }
  return false
}

describe('a child process', () => {
  it('gets arguments as they are: there is no shell that reads them', async () => {
    const words = ['a b', '$(touch /tmp/x)', '; exit 3', '', '*']
    const ran = await run('node', ['-p', 'JSON.stringify(process.argv.slice(1))', '--', ...words], { env: { PATH } })
    expect(JSON.parse(text(ran.stdout))).toEqual(words)
  })

  it('inherits nothing of our environment', async () => {
    expect(process.env.HOME).toBeDefined()
    const ran = await run('node', ['-p', 'JSON.stringify(process.env)'], { env: { PATH, ONLY: 'this' } })
    expect(JSON.parse(text(ran.stdout))).toEqual({ PATH, ONLY: 'this' })
  })

  it('gets its input and tells its output, its words and its exit code apart', async () => {
    const ran = await shell('cat; echo oops >&2; exit 7', { input: 'bytes\u0000in' })
    expect(ran).toEqual({ exitCode: 7, stdout: Buffer.from('bytes\0in'), stderr: 'oops\n' })
  })

  it('that somebody else kills is told apart from one that we stop', async () => {
    expect(await shell('kill -KILL $$')).toMatchObject({ exitCode: -1, signal: 'SIGKILL' })
    const stopped = await shell('sleep 60', { timeoutMs: 50 })
    expect([stopped.killed, stopped.signal]).toEqual(['timeout', undefined])
  })

  it('may end without reading its input', async () => {
    expect(await shell('exit 0', { input: 'x'.repeat(5_000_000) })).toMatchObject({ exitCode: 0 })
  })

  it('runs in the folder that is asked for', async () => {
    expect(text((await shell('pwd -P', { cwd: '/' })).stdout)).toBe('/\n')
  })
})

describe('a program that cannot be started', () => {
  it('is named, with what to do', async () => {
    const error = await failureOf(run('no-such-program', [], { env: { PATH } }))
    expect(error).toMatchObject({ code: 'TOOL_MISSING', kind: 'config' })
    expect(error.message).toContain('no-such-program')
    expect(error.hint).toContain('no-such-program')
  })

  it('is not looked for on our own PATH', async () => {
    expect(await failureOf(run('node', [], { env: { PATH: folder } }))).toMatchObject({ code: 'TOOL_MISSING' })
  })

  it('is not blamed for a folder that is not there', async () => {
    const error = await failureOf(run('git', ['version'], { env: { PATH }, cwd: join(folder, 'nowhere') }))
    expect(error.message).toContain(join(folder, 'nowhere'))
  })

  it('fails in the same words when the system refuses it at once', async () => {
    const error = await failureOf(run('sh', ['-c', ':', 'x'.repeat(3_000_000)], { env: { PATH } }))
    expect(error).toMatchObject({ code: 'TOOL_MISSING' })
    expect(error.message).toContain('E2BIG')
    expect(error.message.length).toBeLessThan(300)
  })
})

describe('the limits of a child process', () => {
  it('end what it has started, too, when its time is over', async () => {
    const script = `sleep 600 & echo $! > ${folder}/forked; wait`
    const ran = await shell(script, { timeoutMs: 5_000 })
    expect(ran.killed).toBe('timeout')
    expect(await hasEnded(await pidIn('forked'))).toBe(true)
  })

  it('do not wait for a grandchild that left the group with our pipes in its hands', async () => {
    const script = `setsid sh -c 'echo $$ > ${folder}/escaped; exec sleep 600' & sleep 600`
    const started = performance.now()
    const ran = await shell(script, { timeoutMs: 5_000 })
    expect(ran.killed).toBe('timeout')
    expect(performance.now() - started).toBeLessThan(300_000)
    process.kill(await pidIn('escaped'), 'SIGKILL')
  })

  it('let a program end that leaves a daemon behind, with everything it said', async () => {
    const started = performance.now()
    const ran = await shell(`setsid sh -c 'echo $$ > ${folder}/daemon; exec sleep 600' & echo done; sleep 0.2; exit 3`)
    expect(ran).toEqual({ exitCode: 3, stdout: Buffer.from('done\n'), stderr: '' })
    expect(performance.now() - started).toBeLessThan(300_000)
    process.kill(await pidIn('daemon'), 'SIGKILL')
  })

  it('stop a child that takes too much memory', async () => {
    const greedy = 'const kept = []; setInterval(() => kept.push(Buffer.alloc(16 << 20, 1)), 20)'
    const ran = await run('node', ['-e', greedy], { env: { PATH }, maxMemoryBytes: 200 << 20, timeoutMs: 300_000 })
    expect(ran.killed).toBe('memory')
  })

  it('let a child be that stays below', async () => {
    const ran = await run('node', ['-p', '"small"'], { env: { PATH }, maxMemoryBytes: 1 << 30, timeoutMs: 300_000 })
    expect(ran).toEqual({ exitCode: 0, stdout: Buffer.from('small\n'), stderr: '' })
  })

  it('stop a child that writes without an end', async () => {
    const ran = await run('yes', [], { env: { PATH }, maxOutputBytes: 1 << 20, timeoutMs: 300_000 })
    expect(ran.killed).toBe('output')
    expect(ran.stdout.length).toBeLessThanOrEqual(1 << 20)
  })

  it('keep the first of what a child says on stderr and let it go on', async () => {
    const ran = await shell('yes no | head -c 3000000 >&2; echo whole')
    expect(ran).toMatchObject({ exitCode: 0 })
    expect(text(ran.stdout)).toBe('whole\n')
    expect(ran.stderr.length).toBeGreaterThan(500_000)
    expect(ran.stderr.length).toBeLessThanOrEqual(1 << 20)
  })
})

describe('all child processes', () => {
  it('are killed together when the run is stopped', async () => {
    const processes = createProcesses()
    const running = [1, 2].map((n) =>
      processes.run('sh', ['-c', `echo $$ > ${folder}/stopped-${n}; sleep 60 & wait`], { env: { PATH } }),
    )
    const pids = await Promise.all([pidIn('stopped-1'), pidIn('stopped-2')])
    processes.killAll()
    await Promise.all(running)
    expect(await Promise.all(pids.map(hasEnded))).toEqual([true, true])
  })
})
