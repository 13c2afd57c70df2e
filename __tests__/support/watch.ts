import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { TestRepository } from './repository.ts'
import { projectRoot } from './workflow.ts'

/** Puts a program into a hook of origin, e.g. `pre-receive`; it gets what git gives and may refuse by ending with 1. */
export async function installHook(repository: TestRepository, name: string, script: string): Promise<void> {
  const file = join(repository.origin, 'hooks', name)
  await mkdir(join(repository.origin, 'hooks'), { recursive: true })
  await writeFile(file, `#!/bin/sh\n${script}\n`)
  await chmod(file, 0o755)
}

/** Writes down every ref that is pushed from now on; the function returns them, e.g. `refs/heads/main`. */
export async function watchPushes(repository: TestRepository): Promise<() => Promise<readonly string[]>> {
  const log = join(repository.root, 'pushes')
  await writeFile(log, '')
  await installHook(repository, 'post-receive', `while read old new ref; do echo "$ref" >> '${log}'; done`)
  return async () => (await readFile(log, 'utf8')).split('\n').filter((line) => line !== '')
}

/** A PATH on which `helm` only writes down that it was called, and fails. */
export async function pathWithoutHelm(
  repository: TestRepository,
): Promise<{ readonly path: string; readonly calls: () => Promise<readonly string[]> }> {
  const folder = join(repository.root, 'no-helm')
  const log = join(folder, 'calls')
  await mkdir(folder, { recursive: true })
  await writeFile(log, '')
  await writeFile(join(folder, 'helm'), `#!/bin/sh\necho "$*" >> '${log}'\nexit 1\n`)
  await chmod(join(folder, 'helm'), 0o755)
  return {
    path: [folder, join(projectRoot, 'node_modules/.bin'), process.env.PATH].join(':'),
    calls: async () => (await readFile(log, 'utf8')).split('\n').filter((line) => line !== ''),
  }
}
