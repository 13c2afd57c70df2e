import { threeCharts } from '../charts/three-charts.ts'
import { startGitHub, type TestGitHub } from '../github/github.ts'
import { workflowToken } from '../github/tokens.ts'
import type { RunOptions, WorkflowRun } from '../run/workflow.ts'
import { aWorld, type World } from '../run/world.ts'

export const BUMP_BRANCH = 'refs/heads/release-charts/main'
const TOKEN = workflowToken('ghs_proposes', { contents: 'write', pull_requests: 'write' })
export const labels = threeCharts['charts/lib/templates/_labels.tpl']

export interface ProposingWorld extends AsyncDisposable {
  readonly world: World
  readonly github: TestGitHub
  propose(options?: Omit<RunOptions, 'inputs'>, inputs?: RunOptions['inputs']): Promise<WorkflowRun>
}

/** A repository that released its three charts with `commit: pull-request`, and then changed the library. */
export async function aProposingWorld(settings = { actionsMayOpenPullRequests: true }): Promise<ProposingWorld> {
  const world = await aWorld({ files: threeCharts, run: { entry: 'source', token: TOKEN.value } })
  const github = await startGitHub({ origin: world.repository.origin, tokens: [TOKEN], settings })
  const propose: ProposingWorld['propose'] = (options = {}, inputs = {}) =>
    world.release({ ...options, inputs: { commit: 'pull-request', ...inputs }, env: { GITHUB_API_URL: github.apiUrl } })
  await propose()
  await world.repository.commit('fix: one more label', { 'charts/lib/templates/_labels.tpl': `${labels}# more\n` })
  return {
    ...{ world, github, propose },
    async [Symbol.asyncDispose]() {
      await world[Symbol.asyncDispose]()
      await github.close()
    },
  }
}
