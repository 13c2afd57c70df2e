import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { projectRoot } from '../places.ts'
import { LAUNCHER } from './launch.ts'

let launcher: ChildProcess | undefined

/** Before all tests: starts the small process that starts their children. Test workers find it by a variable. */
export async function startLauncher(): Promise<void> {
  const socket = join(mkdtempSync(join(tmpdir(), 'launcher-')), 'socket')
  const program = join(projectRoot, '__tests__/support/process/launcher.ts')
  const node = join(projectRoot, 'node_modules/.bin/node')
  // Its input ends when this process does, however that ends.
  launcher = spawn(node, [program, socket], { stdio: ['pipe', 'pipe', 'inherit'] })
  if (launcher.stdout === null) throw new Error('the launcher has no output')
  await once(launcher.stdout, 'data')
  launcher.unref()
  process.env[LAUNCHER] = socket
}

/** After all tests; its socket goes with the folder of temporary files. */
export async function endLauncher(): Promise<void> {
  launcher?.ref()
  launcher?.stdin?.end()
  if (launcher?.exitCode === null) await once(launcher, 'exit')
}
