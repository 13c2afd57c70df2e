import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { runProgram } from '../process/run-program.ts'
import type { World } from '../run/world.ts'

/** Runs the world's real Helm as a person would, with a home of its own. Fails with Helm's own words. */
export async function runHelm(world: World, folder: string, args: readonly string[]): Promise<string> {
  const home = join(world.repository.root, 'helm-home')
  await mkdir(home, { recursive: true })
  const env = { PATH: process.env.PATH, HOME: home }
  const { stdout, stderr } = await runProgram(world.helm, args, { cwd: folder, env })
  return `${stdout}${stderr}`
}
