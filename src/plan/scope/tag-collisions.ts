import type { ChartSource } from '../../chart/source/source.ts'
import { type Location, placeText, ReleaseError } from '../../model/errors.ts'
import { commonTag } from '../../model/git/common-tag.ts'
import { type TagParts, tagParts, versionIn } from '../../model/git/tag-template.ts'
import type { Settings } from '../../settings.ts'
import { chartSettings, type NamedChart, named, settingsOf } from './chart-settings.ts'

/** More would hide the first. */
const MAX_PROBLEMS = 5

type Templates = Pick<Settings, 'tagTemplate' | 'perChart'>

interface Tagged extends TagParts {
  readonly chart: NamedChart
  readonly template: string
  /** Where the config file has it; absent if it is the run's. */
  readonly at?: Location | undefined
}

/**
 * Charts whose templates make one tag for some of their versions: `TAG_TEMPLATE_AMBIGUOUS`. A claim of the one would be a
 * claim of the other. Only the charts can judge it, and no server is asked before.
 */
export function tagCollisions(charts: readonly ChartSource[], settings: Templates): readonly ReleaseError[] {
  const byParts = Map.groupBy(
    charts.map((chart) => taggedAs(named(chart), settings)).filter((one) => one !== undefined),
    ({ before, after }) => JSON.stringify([before, after]),
  )
  // Charts of one name are refused for that.
  const groups = [...byParts.values()].map((group) => [...new Map(group.map((one) => [one.chart.name, one])).values()])
  const same = groups.filter(({ length }) => length > 1).map(sameTags)
  const firsts = groups.flatMap(([first]) => first ?? [])
  return [...same, ...alike(firsts)].slice(0, MAX_PROBLEMS)
}

function taggedAs(chart: NamedChart, settings: Templates): Tagged | undefined {
  const template = settingsOf(chart, settings).tagTemplate
  const parts = tagParts(template, chart.name)
  return parts && { ...parts, chart, template, at: chartSettings(chart, settings).given?.['tag-template']?.at }
}

/** Only a tag that begins like another can be the same: each is compared with those whose beginning is one of its own. */
function alike(all: readonly Tagged[]): readonly ReleaseError[] {
  const byBefore = Map.groupBy(all, ({ before }) => before)
  return all.flatMap((one) => {
    const beginnings = Array.from({ length: one.before.length + 1 }, (_, length) => one.before.slice(0, length))
    const others = beginnings.flatMap((before) => byBefore.get(before) ?? [])
    return others.flatMap((other) => {
      const isTwice = other.before === one.before && all.indexOf(other) >= all.indexOf(one)
      const tag = isTwice ? undefined : commonTag(one, other)
      return tag === undefined ? [] : [oneTag(tag, other, one)]
    })
  })
}

function sameTags(group: readonly Tagged[]): ReleaseError {
  const [first, second] = group.toSorted((a, b) => Number(b.at !== undefined) - Number(a.at !== undefined))
  const hint = 'Put `{{ .Name }}` into it, or release one chart only.'
  // One line that means several charts: that of the run, or of a glob.
  const isOneLine = group.every(({ at }) => at?.line === first?.at?.line && at?.file === first?.at?.file)
  if (!first || !second || isOneLine) {
    const what = `\`tag-template: ${first?.template}\` would give all ${group.length} charts the same tags.`
    return new ReleaseError('TAG_TEMPLATE_AMBIGUOUS', what, { hint, at: first?.at })
  }
  const more = group.length > 2 ? `, and ${group.length - 2} more charts,` : ''
  const what = `${templateText(first)} and ${templateText(second)}${more} would have the same tags.`
  return new ReleaseError('TAG_TEMPLATE_AMBIGUOUS', what, { hint: HINT, at: first.at })
}

const HINT = 'Put `{{ .Name }}` into one of the two templates, or other words before the version.'

function oneTag(tag: string, a: Tagged, b: Tagged): ReleaseError {
  const versions = [a, b].map((one) => `${one.chart.name} ${versionIn(one.template, tag, one.chart.name)}`)
  const what = `${templateText(a)} and ${templateText(b)} would have the same tag \`${tag}\`, for ${versions.join(' and ')}.`
  return new ReleaseError('TAG_TEMPLATE_AMBIGUOUS', what, { hint: HINT, at: b.at ?? a.at })
}

/** `app with v{{ .Version }} (release-charts.yaml:4)`. */
function templateText({ chart, template, at }: Tagged): string {
  const place = at ? placeText({ file: at.file, ...(at.line !== undefined && { line: at.line }) }) : 'of the run'
  return `${chart.name} with \`${template}\` (${place})`
}
