import { ReleaseError } from '../../model/errors.ts'
import { openIndexTarget } from '../index/index-target.ts'
import type { IndexStore } from '../index/store.ts'
import type { TargetContext, TargetDefinition } from '../target.ts'
import { type PagesAddress, parseAddress, SCHEME } from './address.ts'
import { openBranch } from './branch.ts'
import { tellingOfToken } from './other-repository.ts'
import { openReleaseAssets } from './release-assets.ts'

/** Charts in an index.yaml on a branch of a repository, as GitHub Pages serves it. */
export const pages: TargetDefinition = {
  scheme: SCHEME,
  example: 'pages://gh-pages',
  summary:
    'An index.yaml on a branch, as GitHub Pages serves it, with the archives beside it or, with `?packages=releases`, as assets of GitHub Releases; with `?repository=owner/name` in another repository.',
  hasIndex: true,
  makesReleases: (text, own) => {
    const { asReleases, repository = own } = parseAddress(text)
    return asReleases && isSameRepository(repository, own)
  },
  check: (address) => void parseAddress(address),
  open: (address, context) => openIndexTarget(openPlace(parseAddress(address), context), context),
}

/** GitHub does not tell the two cases of a name apart. */
function isSameRepository(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase()
}

function openPlace(address: PagesAddress, context: TargetContext): IndexStore {
  const { repository } = address
  const { facts, elsewhere } = context
  if (repository === undefined || isSameRepository(repository, facts.repository)) return openStore(address, context)
  if (!elsewhere) throw new ReleaseError('BUG_UNEXPECTED', `Nothing leads to ${repository}.`)
  const there = { ...context, ...elsewhere(repository), facts: { ...facts, repository } }
  return tellingOfToken(openStore(address, there), repository)
}

function openStore(address: PagesAddress, context: TargetContext): IndexStore {
  const branch = openBranch(address, context)
  return address.asReleases ? openReleaseAssets(branch, address, context) : branch
}
