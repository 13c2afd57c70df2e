import { endOf } from '../process/run-program.ts'
import { type StaticServer, startStaticServer } from './static-server.ts'

/** A static web server over the newest files of a branch, as GitHub Pages is. */
export function startBranchServer(origin: string, branch: string): Promise<StaticServer> {
  return startStaticServer(async (path) => {
    const { code, stdout, stderr } = await endOf('git', ['cat-file', 'blob', `refs/heads/${branch}:${path}`], {
      cwd: origin,
    })
    if (code !== 0) throw new Error(`git ended with ${code}: ${stderr}`)
    return stdout
  })
}
