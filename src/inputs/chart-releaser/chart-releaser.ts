import type { Remark } from '../../model/settings.ts'
import { type Entry, readVariables } from './entries.ts'
import { CHART_RELEASER_PLACES, type ChartReleaserFile, readChartReleaserFile } from './file.ts'
import { type Mapping, type MappingOptions, mapEntries } from './mapping.ts'

/**
 * The settings that a workflow already gives chart-releaser, as defaults of this action: `CR_*` variables before
 * cr.yaml. Never throws; problems are `CHART_RELEASER_FILE_INVALID` and `CHART_RELEASER_REFUSED`.
 */
export function chartReleaserDefaults(file: ChartReleaserFile | undefined, options: MappingOptions): Mapping {
  const written = file === undefined ? { entries: [], remarks: [], problems: [] } : readChartReleaserFile(file)
  const variables = readVariables(options.environment)
  const entries = new Map([...written.entries, ...variables.entries].map((entry) => [entry.key, entry]))
  const mapping = mapEntries(entries, options)
  const tokens = written.entries.filter(({ key }) => key === 'token')
  return {
    defaults: mapping.defaults,
    remarks: [
      ...(file?.named ? [namedByConfig(file)] : []),
      ...tokens.map(tokenInFile),
      ...written.remarks,
      ...mapping.remarks,
    ],
    problems: [...written.problems, ...variables.problems, ...mapping.problems],
  }
}

/** Left out, the input changes what is read unless the file stands where it is found anyway. */
function namedByConfig({ file }: ChartReleaserFile): Remark {
  const isFound = CHART_RELEASER_PLACES.some((place) => place === file)
  const wayOut = isFound
    ? 'Leave the input out: the file is read all the same'
    : 'Move it to cr.yaml at the top of the repository, where it is read without being named, and leave the input out'
  const text = `The input \`config\` names ${file}, which holds settings of chart-releaser: it is read as those, though \`config\` is for a file of this action. ${wayOut}.`
  return { text, at: { file } }
}

function tokenInFile({ from: { words, at } }: Entry): Remark {
  const text = `${words} is not used: whoever can read the repository has it. Revoke it, and give \`github-token\` from a secret.`
  return { text, ...(at && { at }) }
}

/** Values in cr.yaml that must never be shown. They are found without a parser, because errors quote broken files too. */
export function secretsInFile({ text }: ChartReleaserFile): readonly string[] {
  const values = [...text.matchAll(/(?:^|[{,"'\s])token["']?\s*:\s*(\S[^\n]*)/gi)].map(([, rest = '']) => rest)
  return values.flatMap((rest) => rest.split(/[\s"',{}#*&!]+/)).filter((word) => word.length >= MIN_SECRET)
}

/** Shorter words are not tokens, and hiding them would make the log unreadable. */
const MIN_SECRET = 8
