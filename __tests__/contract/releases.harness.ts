import type { ChartRef } from '../../src/model/chart.ts'
import type { Target } from '../../src/model/target.ts'
import { openTarget } from '../../src/targets/registry.ts'
import { besideOn, versionsOn } from '../support/git/branch.ts'
import { failed } from '../support/github/exchange.ts'
import type { Fault } from '../support/github/faults.ts'
import { startGitHub, type TestGitHub } from '../support/github/github.ts'
import type { Release } from '../support/github/release-state.ts'
import { aTargetContext } from '../support/registry/context.ts'
import { serveRepository } from './git-repository.ts'
import type { Steps, TargetHarness, TargetUnderContract, Trouble } from './harness.ts'

const FLAVOURS: Readonly<Record<string, boolean>> = { 'as releases': false, 'as immutable releases': true }

const troubles: readonly Trouble[] = ['unauthorized', 'denied', 'throttled', 'broken', 'reset']

export const releasesUnderContract: readonly TargetUnderContract[] = Object.entries(FLAVOURS).flatMap(
  ([flavour, immutableReleases]) => [
    {
      scheme: 'pages://',
      flavour,
      isFinal: immutableReleases,
      archivesElsewhere: true,
      signsLikeAnother: immutableReleases,
      troubles,
      start: () => startHarness(immutableReleases),
    },
    {
      scheme: 'releases://',
      flavour,
      isFinal: immutableReleases,
      troubles,
      start: () => startWithoutIndex(immutableReleases),
    },
  ],
)

/** Releases alone: consumers see what is published under its tag, with its archive. */
async function startWithoutIndex(immutableReleases: boolean): Promise<TargetHarness> {
  const { beside: _, losses: __, github, openAt, ...harness } = await startHarness(immutableReleases)
  return {
    ...harness,
    open: (steps = {}) => openAt('releases://acme/charts', steps),
    isVisible: ({ name, version }) =>
      github.releases.some(
        ({ tag, draft, assets }) =>
          !draft && tag === `${name}-${version}` && assets.some((asset) => asset.name === `${name}-${version}.tgz`),
      ),
  }
}

interface ReleasesHarness extends TargetHarness {
  readonly github: TestGitHub
  readonly openAt: (address: string, steps: Steps) => Target
}

async function startHarness(immutableReleases: boolean): Promise<ReleasesHarness> {
  const { repository, server, workspace } = await serveRepository()
  const github = await startGitHub({ origin: repository.origin, settings: { immutableReleases } })
  const settings = { githubToken: 'ghs_test', tagOf: ({ name, version }: ChartRef) => `${name}-${version}` }
  const releaseOf = ({ name, version }: ChartRef) => {
    const release = github.releases.findLast(({ tag }) => tag === `${name}-${version}`)
    if (!release) throw new Error(`no release of ${name} ${version}`)
    return release
  }
  const openAt = (address: string, steps: Steps) =>
    openTarget(
      address,
      aTargetContext({ ...steps, workspace, settings, apiUrl: github.apiUrl, serverUrl: github.webUrl }),
    )
  return {
    github,
    openAt,
    open: (steps = {}) => openAt('pages://gh-pages?packages=releases', steps),
    isVisible: (ref) => versionsOn(repository.origin, '', ref.name).includes(ref.version),
    trouble(kind) {
      const fault = kind && FAULTS[kind]
      server.disturb(fault === 'reset' ? fault : fault?.status)
      github.disturb(fault && (() => fault))
    },
    swapArchive({ ref }) {
      const release = releaseOf(ref)
      const content = Buffer.from('something else')
      release.assets = release.assets.map((asset) => (asset.name.endsWith('.tgz') ? { ...asset, content } : asset))
    },
    stripSignatures({ ref }) {
      const release = releaseOf(ref)
      release.assets = release.assets.filter(({ name }) => !name.endsWith('.sigstore.json'))
    },
    beside: besideOn(repository.origin, ''),
    losses: {
      'the release is deleted': (ref) => remove(github, releaseOf(ref)),
      // An immutable release keeps what it has.
      ...(!immutableReleases && {
        'the asset is deleted': (ref: ChartRef) => {
          const release = releaseOf(ref)
          release.assets = release.assets.filter(({ name }) => !name.endsWith('.tgz'))
        },
        'the release is a draft again': (ref: ChartRef) => {
          releaseOf(ref).draft = true
        },
      }),
    },
    async stop() {
      await server[Symbol.asyncDispose]()
      await repository.remove()
      await github.close()
    },
  }
}

async function remove({ apiUrl }: TestGitHub, { id }: Pick<Release, 'id'>): Promise<void> {
  const headers = { authorization: 'token ghs_test', 'user-agent': 'a person' }
  const { status } = await fetch(`${apiUrl}/repos/acme/charts/releases/${id}`, { method: 'DELETE', headers })
  if (status !== 204) throw new Error(`the release was not deleted: ${status}`)
}

const FAULTS: Partial<Readonly<Record<Trouble, 'reset' | Exclude<Fault, string>>>> = {
  unauthorized: failed(401, 'Bad credentials'),
  denied: failed(403, 'Resource not accessible by integration'),
  throttled: { ...failed(429, 'Too many requests'), headers: { 'retry-after': '1' } },
  broken: failed(500, 'oops'),
  reset: 'reset',
}
