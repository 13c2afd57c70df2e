import { aTemplate, threeCharts } from '../support/charts/three-charts.ts'
import { aRepository, type Files, git, type TestRepository } from '../support/git/repository.ts'
import { workflowToken } from '../support/github/tokens.ts'
import type { Store } from '../support/registry/registry.ts'
import { createJudge, type Judge, type SignatureWatch, watchSignatures } from '../support/run/signature-watch.ts'
import { aWorld, type World } from '../support/run/world.ts'
import { type Sigstore, startSigstore } from '../support/sigstore/sigstore.ts'

/** Where every run of the matrix begins: three charts are published, and a commit changed all of them. */
export interface Scene extends AsyncDisposable {
  readonly repository: TestRepository
  readonly registries: readonly Store[]
  readonly sigstore: Sigstore
  readonly judge: Judge
  /** The newest commit before the run. */
  readonly head: string
  /** Commits that were there before the run. */
  readonly commits: ReadonlySet<string>
  readonly entry: string
  readonly kind: SceneKind
}

/** What the charts of a scene are set to. */
export interface SceneKind {
  readonly name: string
  readonly files: Files
  /** The git tag of a version. */
  readonly tagOf: (chart: string, version: string) => string
}

export const ALIKE: SceneKind = { name: 'one for all', files: {}, tagOf: (chart, version) => `${chart}-${version}` }

/** One chart goes to a branch alone, unsigned; the tags of two have forms of their own. */
export const EACH_ITS_OWN: SceneKind = {
  name: 'settings of their own',
  files: {
    '.github/release-charts.yaml': `charts:
  db:
    targets: [pages://gh-pages]
    tag-template: v{{ .Version }}
    sign: none
  charts/w*:
    tag-template: web-chart_v{{ .Version }}
`,
  },
  tagOf: (chart, version) => (chart === 'web' ? `web-chart_v${version}` : `${chart}-${version}`),
}

export interface CrashWorld {
  readonly world: World
  readonly watches: readonly SignatureWatch[]
  /** Address of each registry to its name, as `effectName` takes it. */
  readonly hosts: Readonly<Record<string, string>>
}

/** Other things may keep the machine busy. */
const TIMEOUT_MS = 10 * 60_000
const NAMES = ['first', 'second']
const labels = 'charts/lib/templates/_labels.tpl'
const dbChart = 'charts/db/Chart.yaml'

/**
 * The library changed (its version is to be raised, and that of `web`, which depends on it), and `db` got its version by
 * hand, so that it is released from a commit that every run has.
 */
export async function aScene(entry: string, kind = ALIKE): Promise<Scene> {
  const sigstore = await startSigstore()
  const repository = await aRepository({ files: { ...threeCharts, ...kind.files } })
  const first = await aWorld({ repository, sigstore, others: [{}], run: { entry, timeoutMs: TIMEOUT_MS } })
  const run = await first.release()
  if (run.exitCode !== 0) throw new Error(`the charts could not be published:\n${run.stdout}${run.stderr}`)
  const registries = first.registries.map((registry) => registry.content())
  await Promise.all(first.registries.map((registry) => registry.stop()))
  const head = await repository.commit('feat: change everything', {
    [labels]: `${threeCharts[labels]}# changed\n`,
    [dbChart]: threeCharts[dbChart].replace('2.0.0', '2.1.0'),
    'charts/db/templates/configmap.yaml': aTemplate('second'),
  })
  const commits = new Set((await git(repository.origin, ['rev-list', '--all'])).split('\n'))
  return {
    repository,
    registries,
    sigstore,
    judge: createJudge(sigstore),
    head,
    commits,
    entry,
    kind,
    async [Symbol.asyncDispose]() {
      await Promise.all([sigstore.close(), repository.remove()])
    },
  }
}

/** A copy of the scene that one test can spoil. */
export async function openWorld({ repository, registries, sigstore, judge, entry }: Scene): Promise<CrashWorld> {
  const watched = registries.map((content) => ({ content, watch: watchSignatures(judge) }))
  const watches = watched.map(({ watch }) => watch)
  const [registry = {}, ...others] = watched.map(({ content, watch: { onTag, onRequest } }) => ({
    content,
    onTag,
    onRequest,
  }))
  const world = await aWorld({
    repository: await repository.copy(),
    sigstore,
    registry,
    others,
    // Added after the first release: the versions from before get none.
    targets: ['releases://acme/charts'],
    github: { tokens: [workflowToken('ghs_test', { contents: 'write', attestations: 'write' })] },
    run: { entry, timeoutMs: TIMEOUT_MS },
  })
  for (const [index, each] of world.registries.entries()) watches[index]?.watch(each)
  return { world, watches, hosts: hostsOf(world, sigstore) }
}

function hostsOf({ registries, github }: World, { urls }: Sigstore): Readonly<Record<string, string>> {
  const services = Object.entries({ ...urls, github: github.apiUrl, uploads: github.uploadsUrl }).map(([name, url]) => [
    new URL(url).host,
    name,
  ])
  return Object.fromEntries([...registries.map(({ host }, index) => [host, NAMES[index] ?? '']), ...services])
}
