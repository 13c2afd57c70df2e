import type { Finding } from '../../../model/finding.ts'
import { compareScene } from './compare-scene.ts'
import { isOwnFailure, placeIn, wordsOf } from './failure.ts'
import { notRendered } from './notes.ts'
import type { Pair } from './pair.ts'
import { textOf } from './prepared.ts'

/** As chart-testing names them. */
const CI_VALUES = /^ci\/[^/]+-values\.ya?ml$/
/** Only to choose by. */
const MAX_TEXT = 256 * 1024

/** What users may say, as the chart's own tests say it: the old text of each values file on both sides. */
export async function ciFindings(pair: Pair): Promise<readonly Finding[]> {
  const findings: Finding[] = []
  for (const file of commonFiles(pair)) findings.push(...(await fileFindings(pair, file)))
  return findings
}

/** A few that say the most together: each next one is that with the most lines which none before it said. */
function commonFiles({ old, now, limits }: Pair): readonly string[] {
  const left = new Map(
    [...old.files].flatMap(([path, bytes]) =>
      CI_VALUES.test(path) && now.files.has(path) ? [[path, linesOf(textOf(bytes))] as const] : [],
    ),
  )
  const chosen: string[] = []
  const said = new Set<string>()
  while (chosen.length < limits.valuesFiles) {
    const news = [...left].map(([path, lines]) => ({ path, count: lines.filter((line) => !said.has(line)).length }))
    const best = news.reduce((most, next) => (next.count > most.count ? next : most), { path: '', count: 0 })
    if (best.count === 0) break
    chosen.push(best.path)
    for (const line of left.get(best.path) ?? []) said.add(line)
    left.delete(best.path)
  }
  return chosen
}

function linesOf(text: string): readonly string[] {
  const lines = text.slice(0, MAX_TEXT).split('\n')
  return [...new Set(lines.map((line) => line.trim()).filter((line) => line !== '' && !/^(?:#|---)/.test(line)))]
}

async function fileFindings(pair: Pair, file: string): Promise<readonly Finding[]> {
  const { before, after, old, now, read } = pair
  const values = textOf(old.files.get(file) ?? new Uint8Array())
  const [was, is] = await pair.renders([
    { side: before, values },
    { side: after, values },
  ])
  if (!was || !is) return []
  const told = `with ${file}`
  if ('failed' in was) return [notRendered(`The released chart can not be rendered ${told}`, now.files, was)]
  if ('manifests' in is) {
    return compareScene(pair, { told, values, before: read(was.manifests), after: read(is.manifests) })
  }
  if (!isOwnFailure(is, after.prepared.stubs.length > 0)) {
    return [notRendered(`The chart can not be rendered ${told}`, now.files, is)]
  }
  const at = placeIn(is, now.files)
  return [
    {
      ...{ level: 'major', kind: 'rendered', rule: 'rendered/fails', subject: told, is: wordsOf(is) },
      text: `The chart can no longer be rendered ${told}, as it was before: ${wordsOf(is)}`,
      ...(at && { at }),
    },
  ]
}
