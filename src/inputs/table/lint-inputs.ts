import { CI_VALUES, type LintMode } from '../../model/linting.ts'
import { definition, nothing } from './definition.ts'
import { list, oneOf, type Parser, text } from './parse.ts'
import { orSwitch } from './switch-words.ts'

const lintMode: Parser<LintMode> = orSwitch('lint', oneOf(['on', 'strict', 'off']))

/** A path or glob of values files in a chart's folder; a leading `./` is dropped. */
export const valuesGlob: Parser<string> = (raw) => {
  const given = typeof raw === 'string' ? raw.trim() : ''
  const path = given.replace(/^(\.\/)+/, '')
  const allowed = "paths and globs of values files from the chart's folder, with `/`, such as `ci/*-values.yaml`"
  if (given.startsWith('!')) return { allowed, hint: 'Name the files that count instead.' }
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  const isInside = /^[^/\\\x00-\x1f\x7f][^\\\x00-\x1f\x7f]{0,400}$/.test(path) && !/(^|\/)\.{0,2}(\/|$)/.test(path)
  return isInside ? { value: path } : { allowed }
}

/** A Kubernetes version as `helm lint --kube-version` takes it. */
export const kubeVersion = text((value) =>
  /^v?\d{1,3}\.\d{1,3}(?:\.\d{1,3}(?:[-+][0-9A-Za-z.+-]{1,60})?)?$/.test(value)
    ? undefined
    : 'a Kubernetes version such as `1.30` or `v1.30.2`',
)

/** Inputs about how charts are linted. */
export const lintInputs = {
  lint: definition<LintMode>({
    description:
      'How `helm lint` judges a chart before it is released. `on`: errors stop it. `strict`: warnings do, too. `off`: it is not asked, so templates that do not render, and values that a schema refuses, reach users.',
    default: '`on`',
    parse: lintMode,
    fallback: () => 'on',
    config: 'text',
    visibility: 'plan',
  }),
  'lint-values': definition<readonly string[]>({
    description:
      'Values files that charts are linted with, each once: paths and globs from the folder of the chart, one per line. A chart that has none of what a glob names is linted with its own defaults, which `values.yaml` stands for.',
    default: '`ci/*-values.yaml`',
    parse: list(valuesGlob),
    fallback: () => [...CI_VALUES],
    config: 'list',
    visibility: 'plan',
  }),
  'kube-version': definition<string | undefined>({
    description: 'Kubernetes version that templates are linted for, as `helm lint --kube-version` takes it.',
    default: "Helm's own",
    parse: kubeVersion,
    fallback: nothing,
    config: 'text',
    visibility: 'plan',
  }),
} as const
