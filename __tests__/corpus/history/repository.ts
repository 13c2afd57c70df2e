import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { aRepository, git, type TestRepository } from '../../support/git/repository.ts'
import { projectRoot } from '../../support/places.ts'

/** Real repositories stand beside the checkout; they are inputs, never a part of the project. */
const DATA = join(projectRoot, '..', 'shared', 'data')

export function bundlePath(name: string): string | undefined {
  const path = join(DATA, `${name}.bundle`)
  return existsSync(path) ? path : undefined
}

/** A repository whose origin holds a real history, with its tags. */
export async function fromBundle(bundle: string): Promise<TestRepository> {
  const repository = await aRepository()
  await git(repository.origin, [
    'fetch',
    '--quiet',
    '--force',
    bundle,
    '+HEAD:refs/heads/main',
    '+refs/tags/*:refs/tags/*',
  ])
  await git(repository.folder, ['fetch', '--quiet', 'origin'])
  await git(repository.folder, ['reset', '--quiet', '--hard', 'origin/main'])
  return repository
}
