import { posix } from 'node:path'
import { shortCommit } from '../../model/git/commits.ts'
import type { Remark } from '../../model/settings.ts'
import type { Files, Workspace } from '../../ports/files.ts'
import type { RunnerFacts } from '../../ports/runner.ts'
import type { Checkout } from './checkout.ts'

interface Machine extends Pick<RunnerFacts, 'workspace' | 'runnerTemp'> {
  /** Where the checkout is. Default: the workspace. */
  readonly folder?: string
}

/**
 * The files of the machine for a run with this checkout. If it is not trusted, a path in its work tree (an input such as
 * `sigstore-trusted-root`, or a variable such as `DOCKER_CONFIG`, may name one) is read from the commit whose settings
 * apply: the author of a proposal must not choose whom the run trusts.
 */
export function filesFor(
  files: Files,
  checkout: Checkout,
  { workspace, runnerTemp, folder = workspace }: Machine,
): Files {
  if (checkout.shownOn !== undefined) return files
  const insideOf = async (path: string): Promise<string | undefined> => {
    const whole = posix.resolve(workspace, path)
    if (below(runnerTemp, whole) !== undefined) return undefined
    const [root, real] = await Promise.all([folder, whole].map((one) => files.shared.realPath(one)))
    return below(folder, whole) ?? (root && real ? below(root, real) : undefined)
  }
  const readIfPresent: Files['readIfPresent'] = async (path, maxBytes = DEFAULT_MAX_BYTES) => {
    const inside = await insideOf(path)
    return inside === undefined ? files.readIfPresent(path, maxBytes) : checkout.read(inside, maxBytes)
  }
  return { ...files, readIfPresent }
}

const DEFAULT_MAX_BYTES = 16 * 1024 * 1024

function below(folder: string, path: string): string | undefined {
  const inside = posix.relative(folder, path)
  return inside === '' || inside === '..' || inside.startsWith('../') || posix.isAbsolute(inside) ? undefined : inside
}

/** Settings files whose text in the work tree is not the one that counts, each with the reason. */
export async function settledRemarks(
  paths: readonly string[],
  { checkout, workspace, facts }: { checkout: Checkout; workspace: Workspace; facts: Pick<RunnerFacts, 'ref'> },
  maxBytes: number,
): Promise<readonly Remark[]> {
  const remarks = await Promise.all(
    [...new Set(paths)].map(async (file): Promise<readonly Remark[]> => {
      // What can't be read is another text, too. A sparse checkout may lack the file.
      const there = await workspace.read(file, maxBytes).catch(() => new Uint8Array())
      const atHead = await checkout.readAtHead(file, maxBytes).catch(() => new Uint8Array())
      const counts = await checkout.read(file, maxBytes)
      return textOf(there ?? atHead) === textOf(counts) ? [] : [{ text: textFor(file, checkout, facts), at: { file } }]
    }),
  )
  return remarks.flat()
}

function textFor(file: string, { head, settled, shownOn }: Checkout, { ref }: Pick<RunnerFacts, 'ref'>): string {
  const [here, base] = [head, settled].map((commit) => shortCommit(commit))
  if (shownOn !== undefined) {
    return `${file} in the work tree is not as commit ${here} has it, and does not count: settings are read from the commit. Commit the file to change them.`
  }
  return `${file} of this checkout does not count: ${untrustedReason({ head }, { ref })} The settings of commit ${base} apply, until the change is merged.`
}

/** Why the settings of the base apply, as a sentence. */
export function untrustedReason({ head }: Pick<Checkout, 'head'>, { ref }: Pick<RunnerFacts, 'ref'>): string {
  return `origin does not show ${shortCommit(head)} on a branch or tag of this run (${ref}) or on the default branch.`
}

/** A checkout may have other line ends than git. */
function textOf(bytes: Uint8Array | undefined): string | undefined {
  return bytes && Buffer.from(bytes).toString().replaceAll('\r\n', '\n')
}
