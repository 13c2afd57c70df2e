import { openIndexTarget } from '../index-target.ts'
import type { TargetDefinition } from '../target.ts'
import { parseAddress, SCHEME } from './address.ts'
import { openBranch } from './branch.ts'

/** Charts in an index.yaml on a branch of the repository, as GitHub Pages serves it. */
export const pages: TargetDefinition = {
  scheme: SCHEME,
  example: 'pages://gh-pages',
  summary: 'An index.yaml on a branch, as GitHub Pages serves it, with the archives beside it.',
  check: (address) => void parseAddress(address),
  open: (address, context) => openIndexTarget(openBranch(parseAddress(address), context), context),
}
