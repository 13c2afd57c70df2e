import type { ChartRef } from '../../src/model/chart.ts'
import { openTarget } from '../../src/targets/registry.ts'
import { anotherOrigin } from '../support/git/another-origin.ts'
import { besideOn, changeBranch, versionsOn } from '../support/git/branch.ts'
import { git } from '../support/git/repository.ts'
import { aTargetContext } from '../support/registry/context.ts'
import { serveRepository } from './git-repository.ts'
import type { TargetHarness, TargetUnderContract, Trouble } from './harness.ts'

interface Flavour {
  readonly address: string
  /** Folder of the index on the branch. */
  readonly folder: string
  /** What stands on the branch before; without it there is no such branch. */
  readonly before?: Readonly<Record<string, string>>
  readonly filter?: boolean
  /** The branch is not that of the checkout's origin. */
  readonly isElsewhere?: boolean
  /** On every branch index and signature are one commit: one of them tells it. */
  readonly signsLikeAnother?: boolean
}

const FLAVOURS: Readonly<Record<string, Flavour>> = {
  'on a branch that is not there yet': { address: 'pages://gh-pages', folder: '' },
  'in a folder of a branch with other files, from a server that sends all contents': {
    address: 'pages://gh-pages/charts/stable',
    folder: 'charts/stable/',
    before: { CNAME: 'charts.example.com\n', 'charts/README.md': 'hello\n' },
    filter: false,
    signsLikeAnother: true,
  },
  'in another repository': {
    address: 'pages://gh-pages/charts?repository=acme/helm-charts',
    folder: 'charts/',
    isElsewhere: true,
    signsLikeAnother: true,
  },
}

export const pagesUnderContract: readonly TargetUnderContract[] = Object.entries(FLAVOURS).map(
  ([flavour, options]) => ({
    scheme: 'pages://',
    flavour,
    stagesLate: true,
    signsLikeAnother: options.signsLikeAnother ?? false,
    // What git transfers it checks itself, object by object.
    troubles: ['unauthorized', 'denied', 'throttled', 'broken', 'reset'],
    start: () => startHarness(options),
  }),
)

async function startHarness({
  address,
  folder,
  before,
  filter = true,
  isElsewhere = false,
}: Flavour): Promise<TargetHarness> {
  const { repository, server, workspace } = await serveRepository()
  const origin = isElsewhere ? await anotherOrigin(repository, 'acme/helm-charts') : repository.origin
  if (!filter) await git(origin, ['config', 'uploadpack.allowFilter', 'false'])
  if (before) changeBranch(origin, before)
  const archive = ({ name, version }: ChartRef) => `${folder}${name}-${version}.tgz`
  return {
    open: (steps = {}) => openTarget(address, aTargetContext({ ...steps, workspace, serverUrl: server.url })),
    isVisible: (ref) => versionsOn(origin, folder, ref.name).includes(ref.version),
    trouble: (kind) => server.disturb(kind && FAULTS[kind]),
    swapArchive: ({ ref }) => changeBranch(origin, { [archive(ref)]: 'something else' }),
    stripSignatures: ({ ref }) => changeBranch(origin, { [`${archive(ref)}.sigstore.json`]: undefined }),
    beside: besideOn(origin, folder),
    async stop() {
      await server[Symbol.asyncDispose]()
      await repository.remove()
    },
  }
}

const FAULTS: Partial<Readonly<Record<Trouble, number | 'reset'>>> = {
  unauthorized: 401,
  denied: 403,
  throttled: 429,
  broken: 500,
  reset: 'reset',
}
