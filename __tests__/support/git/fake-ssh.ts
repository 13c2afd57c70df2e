import { chmod, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { git, type TestRepository } from './repository.ts'

export interface FakeSsh {
  /** As actions/checkout writes it into the clone with `ssh-key`: the program, the key file, its known hosts. */
  readonly command: string
  /** Arguments and environment of every call, as text. */
  readonly calls: () => Promise<string>
}

/** The login that hooks of origin see for pushes by ssh. */
export const DEPLOY_KEY = 'deploy-key'

/** A program in place of ssh that runs what git asks of the server on this machine, on the repository's origin. */
export async function aFakeSsh(repository: TestRepository): Promise<FakeSsh> {
  const [program, log] = [join(repository.root, 'bin/ssh'), join(repository.root, 'ssh-calls')]
  await repository.write({
    '../bin/ssh': `#!/bin/sh
{ echo "ARGV $*"; env; } >> '${log}'
for asked; do :; done
exec env GIT_PUSHER=${DEPLOY_KEY} sh -c "$(printf '%s' "$asked" | sed "s#'.*'#'${repository.origin}'#")"
`,
  })
  await chmod(program, 0o755)
  await writeFile(log, '')
  return {
    command: `"${program}" -i "${repository.root}/key" -o StrictHostKeyChecking=yes -o CheckHostIP=no`,
    calls: () => readFile(log, 'utf8'),
  }
}

/** What checkout does with `ssh-key`: origin by ssh, and the command in the clone's own configuration. */
export async function checkOutBySsh(repository: TestRepository, ssh: FakeSsh, depth = 0): Promise<string> {
  const workspace = await repository.checkout({ depth })
  await git(workspace, ['remote', 'set-url', 'origin', 'git@github.com:acme/charts.git'])
  await git(workspace, ['config', 'core.sshCommand', ssh.command])
  return workspace
}
