import picomatch from 'picomatch'
import semver from 'semver'
import { isPreRelease } from '../../bump/next-version.ts'
import { parseVersion } from '../../chart/manifest/version.ts'
import type { ChartSource } from '../../chart/source/source.ts'
import type { ObjectId } from '../../model/chart.ts'
import { versionIn } from '../../model/git/tag-template.ts'
import type { Git } from '../../ports/git.ts'
import { reaches } from '../history/reachable.ts'
import type { Scope } from '../scope/scope.ts'

/** A tag of the application with its place in their order. */
export interface AppTag {
  readonly tag: string
  readonly commit: ObjectId
  readonly version: semver.SemVer
}

export interface AppTagContext {
  readonly git: Git
  readonly commit: ObjectId
  /** All of them, newest first; read at most once per run. */
  readonly appTags: () => Promise<readonly AppTag[]>
}

export interface AppTagSettings {
  readonly appTagPattern: string
  readonly tagTemplate: string
  /** Names of the charts of this run, whose release tags are not the application's. */
  readonly chartNames: readonly string[]
  /** Templates of charts that have one of their own, by name. */
  readonly ownTemplates?: ReadonlyMap<string, string>
}

/** Those of these tags that are the application's and have a place in their order, newest first. */
export function appTagsIn(tags: ReadonlyMap<string, ObjectId>, settings: AppTagSettings): readonly AppTag[] {
  const fits = picomatch(settings.appTagPattern)
  const found = [...tags].flatMap(([tag, commit]) => {
    const version = fits(tag) && !isChartTag(tag, settings) ? versionAtEnd(tag) : null
    return version ? [{ tag, commit, version }] : []
  })
  return found.sort((a, b) => semver.rcompare(a.version, b.version))
}

/** Whether such a tag counts as one of the application's. */
export function isAppTag(tag: string, settings: AppTagSettings): boolean {
  return appTagsIn(new Map([[tag, '']]), settings).length > 0
}

/**
 * The newest tag of the application that the commit reaches; `undefined` if there is none yet. A tag of a pre-release
 * counts only for a chart whose own version is one, since a finished chart must not ship an unfinished application, and for
 * one that says it already: what is released is not taken back.
 */
export async function newestAppTag(chart: ChartSource, context: AppTagContext): Promise<string | undefined> {
  const { version: own, appVersion } = chart.manifest
  for (const { tag, commit, version } of await context.appTags()) {
    const counts = version.prerelease.length === 0 || isPreRelease(own) || tag === appVersion
    if (counts && (await reaches(context.commit, commit, context.git))) return tag
  }
  return undefined
}

/** `vault-1.2.3` fits `v*`, and is the release of a chart. A template without a name can't tell the two apart. */
function isChartTag(tag: string, { tagTemplate, chartNames, ownTemplates }: AppTagSettings): boolean {
  return chartNames.some((name) => {
    const own = ownTemplates?.get(name)
    const template = own ?? tagTemplate
    const holdsName = /\.Name\b/.test(template) || own?.includes(name)
    return holdsName && parseVersion(versionIn(template, tag, name) ?? '') !== undefined
  })
}

/** The place of an appVersion or a tag of the application in their order; `null` for one that has none. */
export function appVersionOrder(text: string): semver.SemVer | null {
  return versionAtEnd(text) ?? parseVersion(text) ?? null
}

/** What a run for a pre-release of the application adds to the versions of charts, e.g. `rc.1`. */
export function preReleaseOf(scope: Scope): string | undefined {
  const tag = scope.kind === 'all' ? scope.tag : undefined
  const label = (tag === undefined ? undefined : versionAtEnd(tag)?.prerelease) ?? []
  return label.length > 0 ? label.join('.') : undefined
}

/** Of `v1.2.3` and `backend/v1.2.3-rc.1` alike; a tag without one has no place in the order. */
function versionAtEnd(tag: string): semver.SemVer | null {
  return semver.parse(/(?<![\d.])\d+\.\d+\.\d+(?:[-+].*)?$/.exec(tag)?.[0])
}
