import type { Finding } from '../../../model/finding.ts'
import { compareScene } from './compare-scene.ts'
import { isOwnFailure, placeIn, wordsOf } from './failure.ts'
import { notRendered } from './notes.ts'
import type { Pair } from './pair.ts'
import { textOf } from './prepared.ts'

/** As chart-testing names them. */
const CI_VALUES = /^ci\/[^/]+-values\.ya?ml$/

/** What users may say, as the chart's own tests say it: the old text of each values file on both sides. */
export async function ciFindings(pair: Pair): Promise<readonly Finding[]> {
  const findings: Finding[] = []
  for (const file of commonFiles(pair)) findings.push(...(await fileFindings(pair, file)))
  return findings
}

/** Those that say the most first. */
function commonFiles({ old, now, limits }: Pair): readonly string[] {
  const common = [...old.files].filter(([path, bytes]) => CI_VALUES.test(path) && now.files.has(path) && says(bytes))
  const sorted = common.sort(([a, one], [b, two]) => two.length - one.length || (a < b ? -1 : 1))
  return sorted.slice(0, limits.valuesFiles).map(([path]) => path)
}

function says(bytes: Uint8Array): boolean {
  return /^[^#\s-]/m.test(textOf(bytes))
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
