import { endOf } from '../process/run-program.ts'
import { type StaticServer, startStaticServer } from './static-server.ts'

/** A static web server over the newest files of a branch, as GitHub Pages is. */
export function startBranchServer(origin: string, branch: string): Promise<StaticServer> {
  return startStaticServer((path) => fileOnBranch(origin, branch, path))
}

/** The newest content of a file of a branch; fails if it has none. */
export async function fileOnBranch(origin: string, branch: string, path: string): Promise<Uint8Array> {
  const blob = `refs/heads/${branch}:${path}`
  const { code, stdout, stderr } = await endOf('git', ['cat-file', 'blob', blob], { cwd: origin })
  if (code !== 0) throw new Error(`git ended with ${code}: ${stderr}`)
  return stdout
}
