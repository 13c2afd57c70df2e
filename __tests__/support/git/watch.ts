import { chmod, mkdir, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { projectRoot } from '../places.ts'
import type { TestRepository } from './repository.ts'

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

/** Folders for PATH in which `git` is the real one, and writes down how it was called. */
export async function gitThatIsWatched(
  repository: TestRepository,
): Promise<{ readonly path: readonly string[]; readonly calls: () => Promise<readonly string[]> }> {
  const folder = await mkdtemp(join(repository.root, 'watched-git-'))
  const log = join(folder, 'calls')
  await writeFile(log, '')
  const rest = `\${PATH#"${folder}:"}`
  await writeFile(join(folder, 'git'), `#!/bin/sh\necho "$*" >> '${log}'\nPATH="${rest}" exec git "$@"\n`)
  await chmod(join(folder, 'git'), 0o755)
  return { path: [folder], calls: async () => (await readFile(log, 'utf8')).split('\n').filter((line) => line !== '') }
}

/**
 * Makes pushes to refs that begin with `prefix` wait for each other in origin, two by two, so that neither has been taken
 * when the other comes; `met` tells how many did. One that stays alone goes on after two seconds.
 */
export async function meetAtOrigin(
  repository: TestRepository,
  prefix: string,
): Promise<{ readonly met: () => Promise<number>; readonly stop: () => Promise<void> }> {
  const folder = await mkdtemp(join(repository.root, 'meeting-'))
  const script = `while read old new ref; do
  case "$ref" in ${prefix}*) ;; *) continue ;; esac
  touch "${folder}/here-$$"
  for try in $(seq 40); do
    if [ "$(ls "${folder}" | grep -c here)" -ge 2 ]; then touch "${folder}/met-$$"; break; fi
    sleep 0.05
  done
  exit 0
done`
  await installHook(repository, 'pre-receive', script)
  return {
    met: async () => (await readdir(folder)).filter((name) => name.startsWith('met-')).length,
    stop: () => installHook(repository, 'pre-receive', 'exit 0'),
  }
}
