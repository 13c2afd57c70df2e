import type { ChartRef } from '../../src/model/chart.ts'
import { openTarget } from '../../src/targets/registry.ts'
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

async function startHarness({ address, folder, before, filter = true }: Flavour): Promise<TargetHarness> {
  const { repository, server, workspace } = await serveRepository()
  if (!filter) await git(repository.origin, ['config', 'uploadpack.allowFilter', 'false'])
  if (before) changeBranch(repository.origin, before)
  const archive = ({ name, version }: ChartRef) => `${folder}${name}-${version}.tgz`
  return {
    open: (steps = {}) => openTarget(address, aTargetContext({ ...steps, workspace })),
    isVisible: (ref) => versionsOn(repository.origin, folder, ref.name).includes(ref.version),
    trouble: (kind) => server.disturb(kind && FAULTS[kind]),
    swapArchive: ({ ref }) => changeBranch(repository.origin, { [archive(ref)]: 'something else' }),
    stripSignatures: ({ ref }) => changeBranch(repository.origin, { [`${archive(ref)}.sigstore.json`]: undefined }),
    beside: besideOn(repository.origin, folder),
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
