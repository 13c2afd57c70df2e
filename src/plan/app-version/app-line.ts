import semver from 'semver'
import { versionsOnLine } from '../../bump/next-version.ts'
import { unpack } from '../../chart/archive/archive.ts'
import { readChartYaml } from '../../chart/manifest/chart-yaml.ts'
import type { ChartSource } from '../../chart/source/source.ts'
import type { AppVersionRule } from '../../model/settings.ts'
import type { Published, Target } from '../../model/target.ts'
import type { AppLine, JudgedVersion, Shipped } from '../decision/judged-chart.ts'
import type { VersionContext } from '../published/free-version.ts'
import { publishedVersions } from '../published/published-versions.ts'
import type { Scope } from '../scope/scope.ts'
import { type AppTagContext, appVersionOrder } from './app-tags.ts'

/** Versions above the one in git that are asked for what they ship. */
const MAX_LOOKED_AT = 100

export interface AppLineQuestion {
  readonly rule: AppVersionRule
  readonly scope: Scope
  readonly appVersion: string | undefined
  readonly judged: JudgedVersion
}

type LineContext = VersionContext & Pick<AppTagContext, 'appTags'>

/** `undefined` if the run does not release versions of the application, or this one has no place in their order. */
export async function appLineOf(
  chart: ChartSource,
  question: AppLineQuestion,
  context: LineContext,
): Promise<AppLine | undefined> {
  const order = orderOf(question)
  if (order === undefined) return undefined
  const { name, version: own } = chart.manifest
  const versions = versionsOnLine(await publishedVersions(name, context), own, 'major').slice(0, MAX_LOOKED_AT)
  const withdrawn = await withdrawnOf(question, context)
  let after: string | undefined
  let below: Shipped | undefined
  for (const version of versions) {
    const { shipped = '', fingerprint } = await shippedBy(chart, version, { judged: question.judged, context })
    const other = appVersionOrder(shipped)
    const rank = other === null || withdrawn(other) ? -1 : semver.compare(other, order)
    if (rank > 0 && after === undefined) below = { version, appVersion: shipped }
    if (rank > 0) continue
    if (below === undefined && !isForRelease(question)) return undefined
    if (rank === 0 && fingerprint === chart.fingerprint) return lineOf(version, below)
    after ??= version
    // Another version that ships the same may be the one with this content.
    if (rank < 0) break
  }
  return lineOf(after, below)
}

/** The place of the version of the application that this run releases. */
function orderOf({ rule, scope, appVersion }: AppLineQuestion): semver.SemVer | undefined {
  if (scope.kind !== 'all' || appVersion === undefined) return undefined
  const isOrdered = rule.rule === 'tag' || (rule.rule !== 'sha' && scope.tag !== undefined)
  return (isOrdered && appVersionOrder(appVersion)) || undefined
}

/** An appVersion that people write, and may forget, says where a chart belongs only if there is a later one. */
function isForRelease({ rule }: AppLineQuestion): boolean {
  return rule.rule === 'tag' || rule.rule === 'values'
}

/** A tag that was deleted takes its version of the application back, and what came before it is released again. */
async function withdrawnOf({ rule }: AppLineQuestion, context: LineContext): Promise<(one: semver.SemVer) => boolean> {
  if (rule.rule !== 'tag') return () => false
  const tagged = new Set((await context.appTags()).map(({ version }) => version.version))
  return ({ version }) => !tagged.has(version)
}

function lineOf(after: string | undefined, below: Shipped | undefined): AppLine {
  return { ...(after !== undefined && { after }), ...(below && { below }) }
}

interface Asking {
  readonly judged: JudgedVersion
  readonly context: VersionContext
}

/** What is recorded with a published version; of a package of another tool, what its Chart.yaml says. */
async function shippedBy(chart: ChartSource, version: string, { judged, context }: Asking) {
  const { name } = chart.manifest
  const known = version === judged.version ? judged.sightings : undefined
  for (const target of context.targets) {
    const seen = known?.find((sighting) => sighting.target === target)?.presence
    const presence = seen ?? (await target.find({ name, version }, { signatures: false }))
    if (presence.state === 'unknown') throw presence.why
    if (presence.state === 'absent') continue
    const { fingerprint } = presence
    const shipped =
      fingerprint === undefined ? await readShipped({ name, version }, target, presence) : presence.appVersion
    return { shipped, fingerprint }
  }
  return {}
}

async function readShipped(ref: { name: string; version: string }, target: Target, { digest }: Published) {
  const { archive } = await target.fetch({ ref, digest })
  const file = unpack(archive).files.find(({ path }) => path === 'Chart.yaml')
  return file && readChartYaml(Buffer.from(file.content).toString(), 'Chart.yaml').appVersion
}
