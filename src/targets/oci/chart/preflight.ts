import { ReleaseError } from '../../../model/errors.ts'
import { endUploads, keepUpload, openUpload } from '../artifacts/uploads.ts'
import type { RegistryClient } from '../transport/client.ts'

const AT_ONCE = 24

/**
 * Whether each repository can be pushed to: an upload session is opened, and kept for a blob. That is the only
 * question that every registry answers truthfully before a push (token servers leave out what is not allowed without a word,
 * and GHCR's tokens are opaque); it leaves nothing that a consumer or an owner could see, and an orphaned session expires. With `missing`, a repository that
 * is not there is no problem but one more in that set.
 */
export async function pushProblems(
  client: RegistryClient,
  repositories: readonly string[],
  missing?: Set<string>,
): Promise<readonly ReleaseError[]> {
  const problems: ReleaseError[] = []
  for (let start = 0; start < repositories.length; start += AT_ONCE) {
    const batch = repositories.slice(start, start + AT_ONCE)
    const found = await Promise.all(batch.map((repository) => pushProblem(client, repository, missing)))
    problems.push(...found.filter((problem) => problem !== undefined))
    // A registry that is away is away for all charts: one finding says it.
    if (found.some((problem) => problem !== undefined && isUnreachable(problem))) break
  }
  if (problems.length > 0)
    await Promise.all([...client.uploads.keys()].map((repository) => endUploads(client, repository)))
  return unique(problems)
}

async function pushProblem(
  client: RegistryClient,
  repository: string,
  missing: Set<string> | undefined,
): Promise<ReleaseError | undefined> {
  try {
    keepUpload(client, repository, Promise.resolve(await openUpload(client, repository, { effect: false })))
    return undefined
  } catch (thrown) {
    if (!(thrown instanceof ReleaseError) || thrown.kind === 'bug') throw thrown
    if (!missing || thrown.code !== 'REGISTRY_NOT_FOUND') return thrown
    missing.add(repository)
    return undefined
  }
}

function isUnreachable({ code }: ReleaseError): boolean {
  return code === 'REMOTE_UNREACHABLE' || code === 'REMOTE_TIMEOUT'
}

function unique(problems: readonly ReleaseError[]): readonly ReleaseError[] {
  return [...new Map(problems.map((problem) => [problem.message, problem])).values()]
}
