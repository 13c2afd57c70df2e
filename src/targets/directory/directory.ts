import { openIndexTarget } from '../index/index-target.ts'
import type { TargetDefinition } from '../target.ts'
import { parseAddress, SCHEME } from './address.ts'
import { openFolder } from './folder.ts'

/** Charts in an index.yaml in a folder of the runner. */
export const directory: TargetDefinition = {
  scheme: SCHEME,
  example: 'dir:/srv/charts',
  summary: 'An index.yaml in a folder of the runner, for any web server, with the archives beside it.',
  hasIndex: true,
  check: (address) => void parseAddress(address),
  open: (address, context) => openIndexTarget(openFolder(parseAddress(address), context), context),
}
