// One of the processes that write to one index: `node writer.ts <address> <number> <first round> <end>`. Each round it releases two
// charts as a new run would, waits for the others before it writes the index for the first time, and says how it went.

import { ReleaseError } from '../../../src/model/errors.ts'
import { createFiles } from '../../../src/platform/files/files.ts'
import { createGit } from '../../../src/platform/git/git.ts'
import { createGitHub } from '../../../src/platform/github/github.ts'
import { createHttp } from '../../../src/platform/http/http.ts'
import { systemClock } from '../../../src/platform/process/clock.ts'
import { createProcesses } from '../../../src/platform/process/processes.ts'
import { createLog } from '../../../src/platform/runner/log.ts'
import { createSecrets } from '../../../src/platform/secrets/secrets.ts'
import type { Files } from '../../../src/ports/files.ts'
import type { Journal } from '../../../src/ports/process.ts'
import { openTarget } from '../../../src/targets/registry.ts'
import { anArchiveSignature, aPackagedChart } from '../../support/charts/packaged-chart.ts'
import { chartsOf } from './charts.ts'
import { watchLock } from './lock-watch.ts'

const [address = '', writer = '', first = '', end = '', writes = '', barrier = ''] = process.argv.slice(2)
const isWrite = new RegExp(writes)

for (let round = Number(first); round < Number(end); round += 1) {
  await fetch(`${barrier}/${2 * round}/${writer}`)
  process.stdout.write(`${JSON.stringify({ round, ...(await oneRound(round)) })}\n`)
}

/** How often the index was written, and what went wrong. */
async function oneRound(round: number): Promise<{ readonly tries: number; readonly problems: readonly string[] }> {
  let tries = 0
  const write = async () => {
    tries += 1
    if (tries === 1) await fetch(`${barrier}/${2 * round + 1}/${writer}`)
  }
  const journal: Journal = {
    async effect(name, change) {
      if (isWrite.test(name)) await write()
      return change()
    },
  }
  const files = watchLock(createFiles(), write, () => (tries += 1))
  try {
    const target = openTarget(address, contextWith(journal, files))
    const staged = []
    for (const chart of chartsOf(Number(writer), round)) {
      const artifact = await target.stage(aPackagedChart(chart))
      await target.attach(artifact, anArchiveSignature(artifact.digest))
      await target.fetch(artifact)
      staged.push(artifact)
    }
    const promoted = await target.promote(staged)
    const problems = promoted.flatMap((each) => (each instanceof ReleaseError ? `${each.code}: ${each.message}` : []))
    return { tries, problems }
  } catch (error) {
    return { tries, problems: [String(error instanceof ReleaseError ? `${error.code}: ${error.message}` : error)] }
  }
}

function contextWith(journal: Journal, files: Files) {
  const environment = process.env
  const secrets = createSecrets(() => {})
  const log = createLog({ write: () => {}, debugging: false, secrets })
  const clock = systemClock
  const newHttp = () => createHttp({ environment, clock, journal })
  const [processes, token] = [createProcesses(), undefined]
  // Writers of one index may be runs of several repositories.
  const facts = {
    serverUrl: environment.GITHUB_SERVER_URL ?? 'https://github.com',
    repository: `acme/charts-${writer}`,
  }
  const workspace = environment.GITHUB_WORKSPACE ?? process.cwd()
  const git = createGit({ ...facts, processes, environment, secrets, workspace, files, journal, token })
  const github = (repository: string) =>
    createGitHub({ repository, environment, apiUrl: 'http://127.0.0.1:9', token, journal, clock, log })
  return {
    ...{ newHttp, http: newHttp(), clock, files, processes, environment, secrets, log },
    ...{ journal, facts: { ...facts, workspace } },
    git,
    github: github(facts.repository),
    elsewhere: (repository: string) => ({
      git: { sideClone: () => git.sideClone({ address: `${facts.serverUrl}/${repository}.git`, token }) },
      github: github(repository),
    }),
    settings: { plainHttp: [] },
  }
}
