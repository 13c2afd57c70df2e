import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { git, type TestRepository } from './repository.ts'

/** Another bare repository behind the git server of one: `owner/name` below its address. */
export async function anotherOrigin({ origin }: TestRepository, name: string): Promise<string> {
  const other = join(dirname(origin), `${name}.git`)
  await mkdir(dirname(other), { recursive: true })
  await git(dirname(other), ['init', '--quiet', '--bare', '--initial-branch=main', other])
  await git(other, ['config', 'uploadpack.allowFilter', 'true'])
  return other
}
