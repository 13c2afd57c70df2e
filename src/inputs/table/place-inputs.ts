import { definition, nothing } from './definition.ts'
import { list, text } from './parse.ts'
import { branchGlob, checkoutPath } from './place-values.ts'

/** Inputs about where a release is made from. */
export const placeInputs = {
  branches: definition<readonly string[]>({
    description:
      'Branches that release: names, or globs such as `release/*`, one per line. A run on another branch plans, stays green and says why it releases nothing. Runs for tags are not held back. A list takes the place of the default, so name the default branch in it, too.',
    default: 'the default branch of the repository',
    parse: list(branchGlob),
    fallback: () => [],
    text: (globs) => (globs.length === 0 ? 'the default branch' : globs.join(', ')),
    config: 'list',
    visibility: 'plan',
  }),
  path: definition<string | undefined>({
    description:
      'Folder of the workspace that the charts are checked out to: the `path` of actions/checkout. All other paths of charts and of the config file count from there; what is to be signed with, and `dir:` targets, count from the workspace.',
    default: 'the workspace itself',
    parse: checkoutPath,
    fallback: nothing,
    visibility: 'plan',
  }),
  'pages-token': definition<string | undefined>({
    description:
      'Token for targets in other repositories, `pages://…?repository=owner/name`: of a GitHub App, or a fine-grained one, that may write contents there; give it from a secret. It goes nowhere else.',
    default: '`github-token`',
    parse: text(),
    fallback: nothing,
    visibility: 'secret',
  }),
} as const
