import { posix } from 'node:path'
import type { ReleaseError } from '../../model/errors.ts'
import type { Remark } from '../../model/settings.ts'
import type { Environment } from '../../ports/process.ts'
import type { GivenValue } from '../table/given-value.ts'
import { quotedValue, type Raw } from '../table/parse.ts'
import { type ChartTestingFile, type Entry, type ReadFile, readChartTestingFile } from './file.ts'
import { type LintArguments, lintArguments } from './lint-arguments.ts'
import { differenceRemarks } from './remarks.ts'

/** Inputs that chart-testing's settings can stand for. */
type MappedInput = 'charts' | 'exclude' | 'require-bump' | 'lint' | 'kube-version'

export interface ChartTestingDefaults {
  /** By input; they apply if neither the step nor our config file gives that input. */
  readonly defaults: ReadonlyMap<string, GivenValue>
  readonly remarks: readonly Remark[]
  readonly problems: readonly ReleaseError[]
}

interface Options {
  /** What the step, or our config file, gives for an input; then chart-testing's setting does not count. */
  readonly given: (input: string) => GivenValue | undefined
  readonly environment: Environment
}

/**
 * The settings in ct.yaml as defaults of this action; the others become remarks. Never throws; problems are
 * `CHART_TESTING_FILE_INVALID`.
 */
export function chartTestingDefaults(file: ChartTestingFile | undefined, options: Options): ChartTestingDefaults {
  if (file === undefined) return { defaults: new Map(), remarks: [], problems: [] }
  const read = readChartTestingFile(file)
  const { defaults, remarks } = mapEntries(read, options)
  return {
    defaults,
    problems: read.problems,
    remarks: [
      ...(file.named ? [namedByConfig(file)] : []),
      ...read.remarks,
      ...remarks,
      ...targetBranch(read.entries.get('target-branch'), options.environment),
      ...differenceRemarks(read.entries.values()),
    ],
  }
}

function mapEntries({ entries }: ReadFile, { given }: Options) {
  const defaults = new Map<MappedInput, GivenValue>()
  const remarks: Remark[] = []
  const take = (input: MappedInput, entry: Entry | undefined, raw: Raw | undefined): void => {
    if (entry === undefined || raw === undefined) return
    const { words, at } = entry
    const other = given(input)
    if (other === undefined) defaults.set(input, { raw, origin: { source: 'chart-testing', name: words, at } })
    else if (!isSame(raw, other.raw)) remarks.push(overruled(entry, input, other))
  }
  const [charts, dirs, excluded] = ['charts', 'chart-dirs', 'excluded-charts'].map((key) => entries.get(key))
  if (charts) take('charts', charts, charts.values)
  else
    take(
      'charts',
      dirs,
      dirs?.values.map((folder) => posix.join(folder, '*')),
    )
  // chart-testing compares it with the name of the folder, and leaves charts alone that are named one by one.
  if (!charts)
    take(
      'exclude',
      excluded,
      excluded?.values.map((name) => (name.includes('/') ? name : `**/${name}`)),
    )
  const [increment, asked] = requireBump(entries)
  take('require-bump', increment, asked)
  const extra = entries.get('helm-lint-extra-args')
  const args = lintArguments(extra?.values[0] ?? '')
  take('lint', extra, args.strict && 'strict')
  take('kube-version', extra, args.kubeVersion)
  return { defaults, remarks: [...remarks, ...leftArguments(extra, args)] }
}

/** chart-testing compares no versions when it is told which charts to look at. */
function requireBump(entries: ReadFile['entries']): readonly [Entry | undefined, string | undefined] {
  const all = entries.get('all')
  const every = all?.values[0]?.toLowerCase() === 'true' ? all : entries.get('charts')
  if (every) return [every, 'false']
  const increment = entries.get('check-version-increment')
  return [increment, increment?.values[0]]
}

function isSame(one: Raw, other: Raw): boolean {
  const plain = (raw: Raw) => {
    const items = Array.isArray(raw) ? raw : String(raw).split('\n')
    return items
      .map((item) => posix.normalize(item.trim()).replace(/\/$/, ''))
      .toSorted()
      .join('\n')
  }
  return plain(one) === plain(other)
}

function overruled({ words, at }: Entry, input: MappedInput, { origin }: GivenValue): Remark {
  const where = { input: `the input \`${input}\``, config: `\`${origin.name}\` in the config file` }
  const other = origin.source === 'input' || origin.source === 'config' ? where[origin.source] : origin.name
  return { text: `${words} does not count, because ${other} says something else.`, at }
}

function leftArguments(entry: Entry | undefined, { left }: LintArguments): readonly Remark[] {
  if (entry === undefined || left.length === 0) return []
  const text = `${entry.words} has ${quotedValue(left.join(' '))}, which is not followed: values for lint come from files of the chart, see \`lint-values\`.`
  return [{ text, at: entry.at }]
}

/** Versions are compared with what is published, and a pull request with the branch that it is for. */
function targetBranch(entry: Entry | undefined, { GITHUB_BASE_REF: base = '' }: Environment): readonly Remark[] {
  const wanted = entry?.values[0]
  if (entry === undefined || base === '' || wanted === base) return []
  const text = `${entry.words} is ${quotedValue(wanted ?? '')}, and this pull request is for ${base}: it is compared with that.`
  return [{ text, at: entry.at }]
}

function namedByConfig({ file }: ChartTestingFile): Remark {
  const text = `The input \`config\` names ${file}, which holds settings of chart-testing: it is read as those. \`config\` is for a file of this action; write \`ct-config: ${file}\` instead.`
  return { text, at: { file } }
}
