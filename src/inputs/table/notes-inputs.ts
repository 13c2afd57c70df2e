import { definition, nothing } from './definition.ts'
import { boolean, isFolderInside, type Parser } from './parse.ts'

/** A file of the chart's own; a leading `./` is dropped. */
export const fileInChart: Parser<string> = (raw) => {
  const given = typeof raw === 'string' ? raw.trim().replace(/^(\.\/)+/, '') : ''
  const isFile = isFolderInside(given) && !given.endsWith('/')
  return isFile ? { value: given } : { allowed: 'a file in the folder of the chart, such as `RELEASE-NOTES.md`' }
}

/** Inputs about the text of GitHub Releases. */
export const notesInputs = {
  'release-notes-file': definition<string | undefined>({
    description:
      'File in the folder of each chart, such as `RELEASE-NOTES.md`, whose text becomes that of its GitHub Release. A chart without it gets what changed.',
    default: 'what changed, from the commits',
    parse: fileInChart,
    fallback: nothing,
    config: 'text',
    visibility: 'plan',
  }),
  'generate-release-notes': definition<boolean>({
    description:
      'Have GitHub write the text of GitHub Releases, from what was merged since the version before; after `release-notes-file`, if a chart has it.',
    default: '`false`',
    parse: boolean,
    fallback: () => false,
    config: 'boolean',
    visibility: 'plan',
  }),
} as const
