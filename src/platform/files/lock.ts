import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { ReleaseError } from '../../model/errors.ts'

const MAX_SAID = 1000

/**
 * Runs `work` while no other process holds a lock on this file, on this machine or on another one that shares the file
 * system. The kernel manages the lock (flock), so it is released however a process dies: there are no stale locks. Node
 * has no flock, so the program of that name takes it, and keeps it as long as the pipe to it is open. The file stays
 * where it is: a lock on a file that comes and goes would not exclude anyone.
 *
 * Fails with `TOOL_MISSING` without `flock`, `INDEX_BUSY` after `waitMs`, `INDEX_UNREACHABLE` if the file can't be
 * locked.
 */
export async function locked<T>(file: string, waitMs: number, work: () => Promise<T>): Promise<T> {
  const holder = spawn('flock', ['-x', file, 'cat'], {
    env: { PATH: process.env.PATH ?? '', LC_ALL: 'C' },
    stdio: 'pipe',
  })
  const ended = endOf(holder)
  try {
    await taken(holder, { file, waitMs, ended })
    return await work()
  } finally {
    holder.stdin.end()
    await ended.catch(() => undefined)
  }
}

interface Waiting {
  readonly file: string
  readonly waitMs: number
  readonly ended: Promise<string>
}

/** Its last output. */
async function endOf(holder: ChildProcess): Promise<string> {
  let said = ''
  holder.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(0, MAX_SAID)
  })
  await once(holder, 'close')
  return said.trim()
}

/** `cat` starts when the lock is taken, and echoes its input. */
async function taken(holder: ChildProcess, { file, waitMs, ended }: Waiting): Promise<void> {
  const { stdin, stdout } = holder
  if (!stdin || !stdout) throw new ReleaseError('BUG_UNEXPECTED', 'flock was started without pipes')
  for (const pipe of [stdin, stdout, holder.stderr]) pipe?.on('error', () => undefined)
  stdin.write('\n')
  const late = Symbol('late')
  let alarm: NodeJS.Timeout | undefined
  const tooLate = new Promise<typeof late>((tell) => {
    alarm = setTimeout(() => tell(late), waitMs)
  })
  const answer = await Promise.race([once(stdout, 'data'), ended, tooLate])
    .catch(notStarted)
    .finally(() => clearTimeout(alarm))
  if (Array.isArray(answer)) return
  // Before the lock is taken there is no `cat` yet, which would outlive it.
  holder.kill('SIGKILL')
  if (answer === late) throw busy(file, waitMs)
  throw new ReleaseError('INDEX_UNREACHABLE', `${file} can't be locked: ${String(answer) || 'flock says nothing'}.`, {
    hint: 'The user of the runner must be able to write there, on a file system that knows locks.',
  })
}

function notStarted(cause: unknown): never {
  throw new ReleaseError('TOOL_MISSING', 'flock can not be started, and a folder is only published to under a lock.', {
    hint: 'Install it in an earlier step: it is part of util-linux.',
    cause,
  })
}

function busy(file: string, waitMs: number): ReleaseError {
  return new ReleaseError(
    'INDEX_BUSY',
    `${file} is locked by another process for more than ${waitMs / 1000} seconds.`,
    {
      hint: `Find out who holds it (\`lslocks\` or \`fuser ${file}\`), and run again.`,
    },
  )
}
