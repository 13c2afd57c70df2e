import { posix } from 'node:path'
import { ReleaseError } from '../../model/errors.ts'
import type { Finding } from '../../model/finding.ts'
import { cut } from '../../model/text.ts'
import { retypedIn } from '../manifest/chart-yaml.ts'
import type { ChartSource } from '../source/source.ts'
import type { RetypedValue } from '../yaml/text.ts'

/** `helm lint` refuses these whenever they are not text, even if Helm reads the same characters. */
const TEXT_ONLY: ReadonlySet<string> = new Set(['`version`', '`appVersion`', '`apiVersion`'])
/** Fields that are only displayed. Any other field affects what Helm does with the chart. */
const SHOWN_ONLY =
  /^(?:`(?:description|home|icon)`|an entry of `(?:keywords|sources)`|`\w+` of a maintainer|a key of `annotations`|the annotation .*)$/s
const MAX_SHOWN = 100
/** A field that is null is absent, which is what its author means; an entry of a list or an annotation is not. */
const FIELD = /^`\w+`/

/** The fields that the release writes itself, so that git's values are not published. */
export interface WrittenFields {
  readonly version?: string | undefined
  readonly appVersion?: string | undefined
}

type Linted = Pick<ChartSource, 'path' | 'manifest' | 'dependencyFile'>

export interface SourceLint {
  readonly problem?: ReleaseError
  /** Values that are published differently from how they are written, without stopping the chart. */
  readonly findings: readonly Finding[]
}

/**
 * Lints Chart.yaml as it is written. Helm rewrites it when it packages, so the archive no longer shows that
 * `appVersion: 6.10` was a number and became `6.1`. It refuses (`CHART_LINT_FAILED`) what `helm lint` refuses in the
 * source, and every value that is not text in a field that affects Helm.
 */
export function lintSource(chart: Linted, written: WrittenFields = {}): SourceLint {
  const { manifest, dependencyFile } = chart
  const files = new Map([[manifest.file, manifest.text] as const, [dependencyFile.file, dependencyFile.text] as const])
  const changed = [...files].flatMap(([file, text]) =>
    retypedIn(text, file)
      .filter((value) => isPublished(value, written) && isNoticeable(value))
      .map((value) => ({ file, value: bounded(value) })),
  )
  const refused = changed.find(({ value }) => !SHOWN_ONLY.test(value.what))
  const findings = changed.flatMap(({ file, value }) =>
    SHOWN_ONLY.test(value.what) ? [finding(posix.relative(chart.path, file), value)] : [],
  )
  return { ...(refused && { problem: problem(chart, refused.file, refused.value) }), findings }
}

function isPublished({ what }: RetypedValue, written: WrittenFields): boolean {
  if (what === '`version`') return written.version === undefined
  return what !== '`appVersion`' || written.appVersion === undefined
}

function isNoticeable({ what, written, read, kind }: RetypedValue): boolean {
  if (TEXT_ONLY.has(what)) return true
  return kind === 'null' ? !FIELD.test(what) && written !== '' : written !== read
}

/** The content of a chart has no limit of its own. */
function bounded({ what, written, read, ...value }: RetypedValue): RetypedValue {
  return { ...value, what: cut(what, MAX_SHOWN), written: cut(written, MAX_SHOWN), read: cut(read, MAX_SHOWN) }
}

function problem({ manifest }: Linted, file: string, value: RetypedValue): ReleaseError {
  const { what, line, column, kind } = value
  // The position of a missing value is after the comment that follows.
  const span = what === '`appVersion`' && kind === 'null' ? manifest.appVersionSpan : undefined
  const at = span ? { line: span.line, column: span.column } : { line, column }
  return new ReleaseError('CHART_LINT_FAILED', `${file} ${sentence(value)}`, {
    hint: hint(value),
    at: { file, ...at },
  })
}

function finding(file: string, value: RetypedValue): Finding {
  const { what, line, column, written, read } = value
  return {
    ...{ level: 'none', kind: 'metadata', rule: 'lint/retyped', subject: what, was: written, is: read },
    text: `${file} ${sentence(value)} ${hint(value)}`,
    at: { file, line, column },
  }
}

function sentence({ what, written, read, kind }: RetypedValue): string {
  if (kind === 'absent') return `has no ${what}: \`helm lint\` refuses that.`
  if (kind === 'null') {
    const consequence = TEXT_ONLY.has(what) ? '`helm lint` refuses that' : 'Helm publishes empty text'
    return `has ${what} without a value: ${consequence}.`
  }
  const type = kind === 'bool' ? 'a boolean' : 'a number'
  const consequence = written === read ? '`helm lint` refuses that' : `Helm publishes it as ${read}`
  return `has ${what} ${written} without quotes, which YAML reads as ${type}: ${consequence}.`
}

function hint({ what, written, kind }: RetypedValue): string {
  const name = /^`(\w+)`/.exec(what)?.[1]
  if (name === 'apiVersion')
    return 'Write `apiVersion: v2`, or `apiVersion: v1` if the dependencies stand in requirements.yaml.'
  if (kind === 'null')
    return name ? `Write \`${name}: "1.0"\` with the right text, or delete the line.` : 'Write a text.'
  const quoted = `"${written}"`
  return `Write \`${name ? `${name}: ` : ''}${quoted}\`, with the quotes.`
}
