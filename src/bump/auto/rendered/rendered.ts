import type { Finding } from '../../../model/finding.ts'
import type { Renderer } from '../../renderer.ts'
import type { ChartSide } from '../side.ts'
import { createManifestReader } from './compare/manifest.ts'
import { defaultsFindings } from './defaults.ts'
import { notRendered, withoutDependencies } from './not-rendered.ts'
import { type Prepared, prepare, rendersAlike, withoutNotes } from './render/prepared.ts'
import { createRenders, type OpenPair, type RenderLimits, type TestedValues } from './render/renders.ts'
import { upgradeFindings } from './upgrade.ts'
import { turnedValueFindings, valuesFileFindings } from './values-file-findings.ts'

/** Limits, and values files that the packages lack. */
export interface RenderOptions extends Partial<RenderLimits> {
  readonly values?: TestedValues
  /** It is known that the change breaks: then only the defaults are compared. */
  readonly isDecided?: boolean
}

const LIMITS: RenderLimits = { processMs: 20_000, pairMs: 60_000, atOnce: 2, valuesFiles: 24 }

/**
 * Changes in a chart's rendered output between its last release and now: findings of the kind `rendered`, none if
 * nothing differs. Both sides are rendered with their own defaults and with common `ci/*-values.yaml` and `values`, the
 * new one also with the old defaults. A rendering that can't be made, or exceeds a limit, is a finding of the level `none` with the
 * reason: the machine proves nothing about the chart. Never fails because of a chart's content.
 */
export async function renderedFindings(
  old: ChartSide,
  now: ChartSide,
  renderer: Renderer,
  { values = new Map(), isDecided = false, ...limits }: RenderOptions = {},
): Promise<readonly Finding[]> {
  const [before, after] = preparedSides(old, now)
  if (rendersAlike(before, after)) return []
  if ([before, after].some(isLibrary)) return [notRendered('A library renders nothing by itself', now.files)]
  const bounds = { ...LIMITS, ...limits }
  const oldChart = await renderer.open(before.files)
  try {
    const newChart = await renderer.open(after.files)
    try {
      const pair = {
        ...{ old, now, renders: createRenders(bounds), read: createManifestReader(), limits: bounds, values },
        ...{ before: { prepared: before, chart: oldChart }, after: { prepared: after, chart: newChart } },
      }
      const defaults = await defaultsFindings(pair)
      const more = isDecided ? [] : await furtherFindings(pair, renderer, defaults)
      return withoutRepetition([...withoutDependencies(before, after), ...defaults, ...more])
    } finally {
      await newChart.close()
    }
  } finally {
    await oldChart.close()
  }
}

/** What the defaults don't show, each step only if those before it show nothing that breaks. */
async function furtherFindings(
  pair: OpenPair,
  renderer: Renderer,
  defaults: readonly Finding[],
): Promise<readonly Finding[]> {
  const found: Finding[] = []
  for (const look of [upgradeFindings, valuesFileFindings, turnedValueFindings]) {
    if (isBreaking([...defaults, ...found])) break
    found.push(...(await look(pair, renderer)))
  }
  return found
}

/** Nothing moves a version further than a breaking change, so there is no need to look for another. */
function isBreaking(findings: readonly Finding[]): boolean {
  return findings.some(({ level }) => level === 'major')
}

function preparedSides(old: ChartSide, now: ChartSide): readonly [Prepared, Prepared] {
  const [before, after] = [prepare(old), prepare(now)]
  if (before.stubs.length === 0 && after.stubs.length === 0) return [before, after]
  return [withoutNotes(before), withoutNotes(after)]
}

function isLibrary({ metadata }: Prepared): boolean {
  return metadata.type === 'library'
}

/** A rewritten chart changes hundreds of resources alike; nobody reads them all. */
const MAX_OF_A_RULE = 30

/**
 * The first of each rule and subject, as several values files often show the same; if one rule has very many, the
 * number of further ones.
 */
function withoutRepetition(findings: readonly Finding[]): readonly Finding[] {
  const first = new Map<string, Finding>()
  for (const finding of findings) {
    const key = JSON.stringify([finding.rule, finding.subject])
    if (!first.has(key)) first.set(key, finding)
  }
  return [...Map.groupBy(first.values(), ({ rule, level }) => `${level} ${rule}`).values()].flatMap(shortened)
}

function shortened(same: readonly Finding[]): readonly Finding[] {
  const [last] = same.slice(MAX_OF_A_RULE)
  if (!last) return same
  const subject = `${same.length - MAX_OF_A_RULE} more`
  const rest = { level: last.level, kind: last.kind, rule: last.rule, subject, text: `The same holds for ${subject}.` }
  return [...same.slice(0, MAX_OF_A_RULE), rest]
}
