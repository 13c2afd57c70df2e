import type { GitHub } from '../../ports/github.ts'
import { attestationStore } from './attestations.ts'
import { type GitHubOptions, openClient } from './client.ts'
import { commitOnBranch } from './commit.ts'
import { addLabels, labelsEver } from './labels.ts'
import { closePull, findClosedPull, findPull, openPull, updatePull } from './pulls.ts'
import { openReleases } from './releases.ts'
import { readBranchRules } from './rules.ts'
import { writeProblem } from './write-right.ts'

export type { GitHubOptions } from './client.ts'

/** GitHub's API for one repository. */
export function createGitHub(options: GitHubOptions): GitHub {
  const client = openClient(options)
  const rules = new Map<string, ReturnType<typeof readBranchRules>>()
  const rulesOf = (branch: string) => {
    const asked = rules.get(branch) ?? readBranchRules(client, branch)
    rules.set(branch, asked)
    return asked
  }
  return {
    releases: openReleases(client),
    branchRules: async (branch) => (options.token ? rulesOf(branch) : undefined),
    writeProblem: () => writeProblem(client),
    commitOnBranch: (commit) => commitOnBranch(client, options.repository, commit),
    storeAttestation: attestationStore(client),
    findPull: (head, base) => findPull(client, head, base),
    findClosedPull: (head, base) => findClosedPull(client, head, base),
    openPull: (head, base, pull) => openPull(client, head, base, pull),
    addLabels: (number, labels) => addLabels(client, number, labels),
    labelsEver: (number) => labelsEver(client, number),
    updatePull: (number, text) => updatePull(client, number, text),
    closePull: (number) => closePull(client, number),
  }
}
