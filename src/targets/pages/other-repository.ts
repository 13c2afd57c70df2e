import { asReleaseError, ReleaseError } from '../../model/errors.ts'
import type { IndexStore } from '../index/store.ts'

/** What git and GitHub say of a token that is not for a repository: they hide what it must not see. */
const DENIED =
  /returned error: 40[134]|answered 40[13]|repository .*not found|could not read (?:Username|Password)|Authentication failed|Permission to|Write access|not accessible by|was refused: /i

/** A store in another repository: what its token lacks is told with the input that the token is for. */
export function tellingOfToken(store: IndexStore, repository: string): IndexStore {
  const told = (thrown: unknown): never => {
    throw withToken(asReleaseError(thrown), repository)
  }
  return {
    ...store,
    preflight: async (refs) => (await store.preflight(refs)).map((problem) => withToken(problem, repository)),
    readIndex: () => store.readIndex().catch(told),
    readState: () => store.readState().catch(told),
    stage: (...staged) => store.stage(...staged).catch(told),
    read: (ref, file) => store.read(ref, file).catch(told),
    publish: (prepare) => store.publish(prepare).catch(told),
  }
}

function withToken(problem: ReleaseError, repository: string): ReleaseError {
  const { code, message, at } = problem
  if (!/^(?:INDEX_UNREACHABLE|GIT_DENIED|GITHUB_RELEASE_FAILED)$/.test(code) || !DENIED.test(message)) return problem
  const [, name = ''] = repository.split('/')
  return new ReleaseError(code, `${repository}: ${message}`, {
    hint: `Check the name. If it is right, this token can't write there: that of a workflow writes to its own repository only. Give the step a \`pages-token\` that may write contents of ${repository}: that of a GitHub App (actions/create-github-app-token with \`repositories: ${name}\`), or a fine-grained one, from a secret.`,
    at,
    cause: problem,
  })
}
