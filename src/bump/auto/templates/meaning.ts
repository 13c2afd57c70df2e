import type { Finding } from '../../../model/finding.ts'
import { externalFolders, isIn } from '../chart/external.ts'
import { valueAt } from '../chart/values.ts'
import type { ChartPair } from '../chart-analysis.ts'
import { createFinding, pathText, placeText } from '../finding.ts'
import { ANY, type Place, pathOf, type Use } from '../reads/place.ts'
import { placesAt, placesOf, readersOf, usesWithin } from '../reads/readers.ts'

const OF_FILE = 'tpl of file'

/**
 * Values that are read as before but have another meaning now: a literal has become a template, or a text has become
 * the name of a file. Nothing in values.yaml shows that.
 */
export function meaningFindings(pair: ChartPair): readonly Finding[] {
  const external = externalFolders(pair.now.chart)
  const findings = placesOf(pair.now.reads.places).flatMap((place) => [
    ...newTemplate(place, pair),
    ...newFileName(place, pair),
  ])
  return findings.filter(({ at }) => !at || !isIn(external, at.file))
}

function newTemplate(place: Place, { old, now }: ChartPair): readonly Finding[] {
  const uses = activeUses(place).filter(isTpl)
  // Written as text first it may be anything; by itself it must be a text.
  const use = uses.find(({ how }) => how === 'tpl of text') ?? uses[0]
  if (!use) return []
  const path = pathOf(place)
  const before = readersOf(old.reads.places, path, true)
  if (before.length === 0) return []
  const within = placesAt(old.reads.places, path).flatMap((one) => usesWithin(one))
  const isFile = use.how === OF_FILE
  // That a value is itself a template says nothing about the file that it names.
  if ([...before, ...within].some((one) => isTpl(one) && (one.how === OF_FILE) === isFile)) return []
  const value = valueAt(now.chart.values, path)
  const isBlob = value?.kind === 'string' && value.text.includes('\n')
  if (!isBlob && !isFile && !path.includes(ANY) && use.how !== 'tpl of text') return []
  const subject = pathText(path)
  const what = isFile ? `The files that \`${subject}\` names are` : `\`${subject}\` is`
  const text = `${what} run as a template now (${placeText(use)}): \`{{\` in it was text before.`
  return [
    createFinding({
      level: 'major',
      rule: 'templates/tpl-added',
      subject,
      text,
      at: { file: use.file, line: use.line },
    }),
  ]
}

function newFileName(place: Place, { old }: ChartPair): readonly Finding[] {
  const uses = activeUses(place).filter(({ whole }) => whole)
  const [use] = uses
  if (!use || uses.some(({ how }) => how !== 'Files')) return []
  const path = pathOf(place)
  const before = placesAt(old.reads.places, path)
    .flatMap((one) => activeUses(one))
    .filter(({ whole }) => whole)
  if (before.length === 0 || before.some(({ how }) => how === 'Files')) return []
  const subject = pathText(path)
  const text = `\`${subject}\` was the text itself and is the name of a file in the chart now (${placeText(use)}).`
  return [
    createFinding({
      level: 'major',
      rule: 'templates/file-name',
      subject,
      text,
      at: { file: use.file, line: use.line },
    }),
  ]
}

function isTpl({ how }: Use): boolean {
  return how.startsWith('tpl')
}

function activeUses(place: Place): readonly Use[] {
  return [...place.uses.values()].filter(({ idle }) => !idle)
}
