import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { type StaticServer, startStaticServer } from './static-server.ts'

/** A static web server over the newest files of a branch, as GitHub Pages is. */
export function startBranchServer(origin: string, branch: string): Promise<StaticServer> {
  const options = { cwd: origin, encoding: 'buffer', maxBuffer: 1 << 28 } as const
  return startStaticServer(async (path) => {
    const { stdout } = await promisify(execFile)('git', ['cat-file', 'blob', `refs/heads/${branch}:${path}`], options)
    return stdout
  })
}
