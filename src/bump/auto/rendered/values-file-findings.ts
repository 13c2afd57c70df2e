import type { Finding } from '../../../model/finding.ts'
import type { Renderer } from '../../renderer.ts'
import { compareRendered } from './compare/compare-rendered.ts'
import { type Chance, chanceBetween, eitherChance, NO_CHANCE } from './compare/rendered-pair.ts'
import { failsNow, notRendered } from './not-rendered.ts'
import { type BatchRender, type ManySide, openBatchRender } from './render/batch-render.ts'
import { type Failed, isOwnFailure } from './render/failure.ts'
import { decodedText } from './render/prepared.ts'
import type { OpenPair } from './render/renders.ts'
import { withoutSameCrds } from './render/same-crds.ts'
import { turnedValues } from './turned-values.ts'

/** Others refer to Services that a user switched on. */
const OF_SERVICES: ReadonlySet<string> = new Set(['rendered/service-port', 'rendered/service-type'])

/** As chart-testing names them. */
const CI_VALUES = /^ci\/[^/]+-values\.ya?ml$/

/** Realistic user values, taken from the chart's own tests: the old text of each values file of `ci/` on both sides. */
export function valuesFileFindings(pair: OpenPair, renderer: Renderer): Promise<readonly Finding[]> {
  return findingsWith(commonValuesFiles(pair), pair, renderer)
}

/** What breaks for users who turned a switch of the chart; its other effects are theirs to expect. */
export async function turnedValueFindings(pair: OpenPair, renderer: Renderer): Promise<readonly Finding[]> {
  const findings = await findingsWith(turnedValues(pair), pair, renderer)
  return findings.filter(({ level, rule }) => level === 'major' || OF_SERVICES.has(rule))
}

async function findingsWith(
  texts: ReadonlyMap<string, string>,
  pair: OpenPair,
  renderer: Renderer,
): Promise<readonly Finding[]> {
  if (texts.size === 0) return []
  const [old, now] = withoutSameCrds(pair.before.prepared, pair.after.prepared)
  const before = await openBatchRender(old, texts, renderer)
  const after = await openBatchRender(now, texts, renderer)
  try {
    return before && after ? await compareMany(pair, before, after) : []
  } finally {
    await before?.close()
    await after?.close()
  }
}

async function compareMany(pair: OpenPair, before: ManySide, after: ManySide): Promise<readonly Finding[]> {
  const [was, is] = await Promise.all([before.render(pair.renders), after.render(pair.renders)])
  let again: Promise<readonly [BatchRender, BatchRender]> | undefined
  const chanceIn = async (file: string): Promise<Chance> => {
    again ??= Promise.all([renderAgain(pair, before), renderAgain(pair, after)])
    const [wasAgain, isAgain] = await again
    return eitherChance(chanceOf(pair, was, wasAgain, file), chanceOf(pair, is, isAgain, file))
  }
  const findings: Finding[] = []
  const notes: Note[] = []
  for (const [file, one] of was) {
    const two = is.get(file)
    if (!two) continue
    if ('failed' in one) notes.push({ file, failed: one })
    else if ('manifests' in two) {
      const views = { renderedWith: `with ${file}`, hasOwnValues: true }
      const manifests = { before: pair.read(one.manifests), after: pair.read(two.manifests) }
      findings.push(...(await compareRendered({ ...views, ...manifests }, pair.now.files, () => chanceIn(file))))
    } else if (isOwnFailure(two, pair.after.prepared.stubs.length > 0))
      findings.push(failsNow(`with ${file}`, pair.now.files, two, ', as it was before'))
    else notes.push({ file, failed: two })
  }
  return [...findings, ...noteFor(pair, notes)]
}

interface Note {
  readonly file: string
  readonly failed: Failed
}

/** One for all: they mostly fail for one reason. */
function noteFor({ now }: OpenPair, notes: readonly Note[]): readonly Finding[] {
  const [first] = notes
  if (!first) return []
  const others = notes.length === 1 ? '' : ` and ${notes.length - 1} more`
  return [notRendered(`Not compared with ${first.file}${others}`, now.files, first.failed)]
}

function renderAgain(pair: OpenPair, side: ManySide): Promise<BatchRender> {
  return side.isImpure ? side.render(pair.renders) : Promise.resolve(new Map())
}

function chanceOf({ read }: OpenPair, first: BatchRender, second: BatchRender, file: string): Chance {
  const [one, two] = [first.get(file), second.get(file)]
  if (!one || !two || 'failed' in one || 'failed' in two) return NO_CHANCE
  return chanceBetween(read(one.manifests), read(two.manifests))
}

/**
 * The values files of the chart's own tests that both sides have, by path, with the text of the old side, and those that
 * are handed in because packages lack them.
 */
function commonValuesFiles({ old, now, limits, values }: OpenPair): ReadonlyMap<string, string> {
  const common = [...old.files].filter(([path]) => CI_VALUES.test(path) && now.files.has(path))
  const texts = new Map([...values, ...common.map(([path, bytes]) => [path, decodedText(bytes)] as const)])
  const saying = [...texts].filter(([, text]) => says(text))
  const sorted = saying.sort(([a], [b]) => (a < b ? -1 : 1))
  return new Map(sorted.slice(0, limits.valuesFiles))
}

/** Many have only comments: then they equal the defaults. */
function says(text: string): boolean {
  return text.split('\n').some((line) => !/^\s*(?:#.*)?$|^---/.test(line) && line.trim() !== '{}')
}
