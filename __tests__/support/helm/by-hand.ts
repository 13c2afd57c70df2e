import { cp, mkdir, mkdtemp, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { TestRepository } from '../git/repository.ts'
import { runProgram } from '../process/run-program.ts'
import { helmPath } from './helm.ts'

/** Runs Helm where it changes nothing of the work tree, with a home of its own. */
async function helmIn(folder: string, args: readonly string[]): Promise<void> {
  const env = { PATH: process.env.PATH, HOME: folder }
  await runProgram(await helmPath(4), args, { cwd: folder, env })
}

/**
 * Packages charts of the work tree as chart-releaser does: `helm dependency build` of those that depend on others, in this
 * order, which writes a lock where there is none, then `helm package`. In a copy, so that nothing of it gets into git. Gives
 * the folder with the archives.
 */
export async function packagedByHand(
  { root, folder }: Pick<TestRepository, 'root' | 'folder'>,
  charts: readonly string[],
  dependents: readonly string[] = charts,
): Promise<string> {
  const copy = await mkdtemp(join(root, 'by-hand-'))
  await cp(folder, copy, { recursive: true, filter: (path) => !path.endsWith('/.git') })
  const packages = join(copy, '.packages')
  await mkdir(packages)
  for (const chart of dependents) await helmIn(copy, ['dependency', 'build', chart])
  await helmIn(copy, ['package', ...charts, '--destination', packages])
  return packages
}

/** What chart-releaser does next: an index whose entries lead to `urlOf` each archive. */
export async function indexByHand(packages: string, urlOf: (archive: string) => string): Promise<string> {
  await helmIn(packages, ['repo', 'index', '.'])
  const index = await readFile(join(packages, 'index.yaml'), 'utf8')
  return index.replace(/^( +- )(\S+\.tgz)$/gm, (_, dash: string, archive: string) => dash + urlOf(archive))
}

/** All archives in such a folder, by name of file. */
export async function archivesIn(packages: string): Promise<ReadonlyMap<string, Uint8Array>> {
  const names = (await readdir(packages)).filter((name) => name.endsWith('.tgz'))
  return new Map(await Promise.all(names.map(async (name) => [name, await readFile(join(packages, name))] as const)))
}
