import { mkdtemp } from 'node:fs/promises'
import { join } from 'node:path'
import { runProgram } from '../process/run-program.ts'
import { helmPath } from './helm.ts'

export interface Consumer {
  /** A folder of its own, which is its home too. */
  readonly home: string
  /** What Helm says, on both streams. */
  helm(...args: readonly string[]): Promise<string>
  sh(script: string): Promise<string>
}

/** Somebody with Helm and a home of their own below `root`. */
export async function aConsumer(root: string, major: 3 | 4): Promise<Consumer> {
  const home = await mkdtemp(join(root, 'consumer-'))
  const helm = await helmPath(major)
  const env = { PATH: process.env.PATH, HOME: home }
  const run = async (program: string, args: readonly string[]) => {
    const { stdout, stderr } = await runProgram(program, args, { cwd: home, env })
    return `${stdout}${stderr}`
  }
  return { home, helm: (...args) => run(helm, args), sh: (script) => run('sh', ['-ec', script]) }
}
