import type { Remark } from '../../model/settings.ts'
import type { Entry } from './file.ts'
import type { ChartTestingKey } from './keys.ts'

interface Difference {
  /** Whether this value asks for something other than what this action does; by default each does. */
  readonly differs?: (value: string) => boolean
  /** Continues the sentence that begins with the setting. */
  readonly text: string
}

const isTrue = (value: string): boolean => /^(?:1|t|true)$/i.test(value)
const NO_CHECK = 'is not followed: that check is not made here, so keep it in a step of its own'
const INSTALL = 'is about `ct install`, which has no counterpart here: keep that step'
const ADDRESSES = 'is not followed: dependencies come from where Chart.yaml says'

/** Settings without a counterpart. Those that are missing here ask for what happens anyway, or for another output. */
const differences: Partial<Record<ChartTestingKey, Difference>> = {
  remote: { differs: (value) => value !== 'origin', text: 'is not followed: the remote is `origin`' },
  since: { differs: (value) => value !== 'HEAD', text: 'is not followed: the commit that is checked out is checked' },
  'exclude-deprecated': { differs: isTrue, text: 'is not followed: name those charts in `exclude`' },
  'chart-repos': { text: ADDRESSES },
  'chart-yaml-schema': { text: NO_CHECK },
  'lint-conf': { text: NO_CHECK },
  'validate-maintainers': { differs: isTrue, text: NO_CHECK },
  'validate-chart-schema': { differs: isTrue, text: NO_CHECK },
  'validate-yaml': { differs: isTrue, text: NO_CHECK },
  'additional-commands': {
    text: 'is not followed: no commands are run from a file, so keep them in a step of their own',
  },
  'skip-helm-dependencies': { differs: isTrue, text: 'is not followed: charts are packaged with their dependencies' },
  'helm-extra-args': { text: 'is not followed: see `lint`, `lint-values` and `kube-version`' },
  'helm-repo-extra-args': { text: ADDRESSES },
  'helm-dependency-extra-args': { text: ADDRESSES },
  'helm-extra-set-args': { text: INSTALL },
  upgrade: { differs: isTrue, text: INSTALL },
  'skip-missing-values': { differs: isTrue, text: INSTALL },
  'skip-clean-up': { differs: isTrue, text: INSTALL },
  namespace: { text: INSTALL },
  'release-name': { text: INSTALL },
  'release-label': { text: INSTALL },
  'kubectl-timeout': { text: INSTALL },
}

/** A sentence, with its line, for each setting that asks for something else than what is done here. */
export function differenceRemarks(entries: Iterable<Entry>): readonly Remark[] {
  return [...entries].flatMap(({ key, values, words, at }) => {
    const { differs = () => true, text } = differences[key as ChartTestingKey] ?? {}
    return text !== undefined && differs(values[0] ?? '') ? [{ text: `${words} ${text}.`, at }] : []
  })
}
