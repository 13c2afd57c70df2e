import picomatch from 'picomatch'
import semver from 'semver'
import type { ChartSource } from '../../chart/source/source.ts'
import { ReleaseError } from '../../model/errors.ts'
import { tagOf, versionIn } from '../../model/git/tag-template.ts'
import type { Settings } from '../../settings.ts'
import { settingsOf } from './chart-settings.ts'
import { patternLine } from './pattern-for-tag.ts'

/** What started the run, as far as it decides which charts are looked at. */
export type Scope =
  /** Every chart; `tag` is the application's tag if that started the run. */
  | { readonly kind: 'all'; readonly tag?: string }
  /** A chart's own release tag: this chart with this version, nothing else. */
  | { readonly kind: 'release-tag'; readonly tag: string; readonly path: string; readonly version: string }
  /** A tag that is neither: nothing to do. */
  | { readonly kind: 'nothing'; readonly reason: string }

export interface ScopeSettings extends Pick<Settings, 'tagTemplate' | 'appTagPattern' | 'versionFromTag' | 'perChart'> {
  readonly tag: string | undefined
}

/**
 * Reads the run's tag. Fails with `TAG_VERSION_MISMATCH` if a chart's release tag names another version than its
 * Chart.yaml and `version-from-tag` is off.
 */
export function scopeOf(charts: readonly ChartSource[], settings: ScopeSettings): Scope {
  const { tag, appTagPattern, versionFromTag } = settings
  const templateOf = (chart: ChartSource) => settingsOf(chart, settings).tagTemplate
  if (tag === undefined) return { kind: 'all' }
  const exact = charts.find((chart) => tagOf(templateOf(chart), chart.manifest) === tag)
  if (exact) return { kind: 'release-tag', tag, path: exact.path, version: exact.manifest.version }
  const versionFor = (chart: ChartSource) => versionIn(templateOf(chart), tag, chart.manifest.name)
  const named = longestNameFirst(charts).find((chart) => isVersion(versionFor(chart)))
  const version = named && versionFor(named)
  if (named && version !== undefined) {
    if (!versionFromTag) throw mismatch(named, tag, version)
    return { kind: 'release-tag', tag, path: named.path, version }
  }
  if (picomatch.isMatch(tag, appTagPattern)) return { kind: 'all', tag }
  return { kind: 'nothing', reason: neither(tag, appTagPattern) }
}

function neither(tag: string, appTagPattern: string): string {
  const line = patternLine(tag)
  const wayOut = line === undefined ? '' : ` To release charts with such tags, write \`${line}\`.`
  return `Tag ${tag} is neither a chart's release tag nor one of the application's (${appTagPattern}), so nothing is released.${wayOut}`
}

/** One name can be the beginning of another; with both matching, the longer one leaves a version, the shorter one a mix. */
function longestNameFirst(charts: readonly ChartSource[]): readonly ChartSource[] {
  return [...charts].sort((a, b) => b.manifest.name.length - a.manifest.name.length)
}

function isVersion(text: string | undefined): boolean {
  return text !== undefined && semver.valid(text) !== null
}

function mismatch(chart: ChartSource, tag: string, version: string): ReleaseError {
  const { name, file, versionSpan } = chart.manifest
  return new ReleaseError(
    'TAG_VERSION_MISMATCH',
    `Tag ${tag} stands for ${name} ${version}, but Chart.yaml says ${chart.manifest.version}.`,
    {
      hint: `Write \`version: ${version}\` and tag again, or set \`version-from-tag: true\` to release the tag's version.`,
      at: { file, line: versionSpan.line, column: versionSpan.column },
    },
  )
}
