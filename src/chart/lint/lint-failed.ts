import { posix } from 'node:path'
import { ReleaseError } from '../../model/errors.ts'
import type { Linting } from '../../model/linting.ts'
import { lintPlace } from './lint-place.ts'
import type { LintRun } from './lint-runs.ts'
import type { Lintable, MissingReference } from './schema-references.ts'

/** Helm names the private folder that it unpacked the chart to; users know the one in the repository. */
const UNPACKED = /\S*\/helm-lint\d+\/[^/:\s]+/g
/** A chart in `charts/` that Chart.yaml does not name. Helm installs it all the same. */
const UNDECLARED = /chart metadata is missing these dependencies/
/** Errors that neither values nor dependencies can mend. */
const REGARDLESS = /parse error at|unable to parse YAML|cannot load|function "[^"]*" not defined/
const MAX_SAID = 1500

/** A chart with its archive as Helm may see it. */
export interface ToLint extends Lintable {
  readonly chart: { readonly name: string; readonly path: string }
  /** Whether the repository has that file of the package; by path from the chart's folder. */
  readonly isOwn?: (path: string) => boolean
  readonly linting?: Linting
}

/** Whether no dependency, and no value that a user gives, could mend an error. */
export function isRegardless(message: string): boolean {
  return REGARDLESS.test(message)
}

/** Why Helm refuses a chart, or `undefined`; `counts` says whether an error is about the chart. */
export function lintProblem(
  toLint: ToLint,
  runs: readonly LintRun[],
  counts: (message: string) => boolean,
): ReleaseError | undefined {
  const { mode, acceptsUndeclared = false } = toLint.linting ?? {}
  const refused = runs.flatMap((run) => {
    const errors = run.messages.filter((message) => mode === 'strict' || !message.startsWith('WARNING'))
    const counted = errors.filter((error) => counts(error) && !(acceptsUndeclared && UNDECLARED.test(error)))
    const isSound = !run.failed || (errors.length > 0 && counted.length === 0)
    return isSound ? [] : [{ run, errors: counted }]
  })
  const [first, ...others] = refused
  return first && lintFailed(toLint, first, others.length)
}

interface Refused {
  readonly run: LintRun
  readonly errors: readonly string[]
}

function lintFailed(toLint: ToLint, { run, errors: messages }: Refused, more: number): ReleaseError {
  const { name, path } = toLint.chart
  const mark = [...toLint.missing.keys()].find((one) => messages.some((message) => message.includes(one)))
  const lost = mark === undefined ? undefined : toLint.missing.get(mark)
  if (lost) return notInPackage(toLint, lost)
  const errors = messages.map((one) => inRepository(one, toLint, run))
  const place = run.valuesPath !== undefined && errors.some((error) => isAboutValues(error, path, run.valuesPath))
  const at = place ? { file: run.valuesPath ?? '' } : (lintPlace(errors, toLint.isOwn) ?? { file: 'Chart.yaml' })
  const file = posix.join(path, at.file)
  const message = `helm lint refuses ${name}${withValues(run, more)}: ${errors.join('; ').slice(0, MAX_SAID)}`
  return new ReleaseError('CHART_LINT_FAILED', message, {
    hint: hint(toLint, run, errors),
    at: { ...at, file },
  })
}

function inRepository(message: string, { chart: { path } }: ToLint, { writtenAs, valuesPath }: LintRun): string {
  const said = message.replace(/^(?:ERROR|WARNING) /, '').replace(UNPACKED, path)
  return writtenAs === undefined ? said : said.replaceAll(writtenAs, posix.join(path, valuesPath ?? ''))
}

/** Helm names the file that it was given only if it can't read it. */
function isAboutValues(error: string, folder: string, valuesPath = ''): boolean {
  return error.includes(posix.join(folder, valuesPath))
}

function withValues({ valuesPath }: LintRun, more: number): string {
  if (valuesPath === undefined) return ''
  const others = more === 0 ? '' : ` (and with ${more} more values ${more === 1 ? 'file' : 'files'})`
  return ` with ${valuesPath}${others}`
}

function hint({ chart: { path }, linting }: ToLint, { valuesPath }: LintRun, errors: readonly string[]): string {
  if (errors.some((error) => UNDECLARED.test(error))) {
    return `Name that chart under \`dependencies\` in Chart.yaml, or say \`undeclared-subcharts: allow\` for ${path} in the config file.`
  }
  const flags = [
    ...(valuesPath === undefined ? [] : [`--values ${posix.join(path, valuesPath)}`]),
    ...(linting?.mode === 'strict' ? ['--strict'] : []),
    ...(linting?.kubeVersion === undefined ? [] : [`--kube-version ${linting.kubeVersion}`]),
  ]
  const command = ['helm lint', path, ...flags].join(' ')
  const correct = `Correct it, and check with \`${command}\`.`
  if (valuesPath !== undefined || errors.some(isRegardless)) return correct
  return `${correct} If its users must give values, commit some as \`${posix.join(path, 'ci/test-values.yaml')}\`: then it is linted with those.`
}

/** Helm would report a missing file below the root folder of the machine. */
function notInPackage({ chart: { name, path }, isOwn }: ToLint, { path: file, reference, line }: MissingReference) {
  const isHere = isOwn ? isOwn(file) : !file.startsWith('charts/')
  return new ReleaseError(
    'CHART_LINT_FAILED',
    `${file} of ${name} refers to ${JSON.stringify(reference)}, which Helm looks for outside of the package: it refuses every install.`,
    {
      hint: 'Copy that schema into `$defs` (`definitions` before draft 2019-09) of the same file, and refer to it as `#/$defs/<name>`.',
      at: isHere
        ? { file: posix.join(path, file), ...(line !== undefined && { line }) }
        : { file: posix.join(path, 'Chart.yaml') },
    },
  )
}
