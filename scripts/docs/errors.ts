import { type ErrorKind, errorCodes } from '../../src/model/error-codes.ts'
import { markdownTable } from './tables.ts'

const kinds: Readonly<Record<ErrorKind, { readonly title: string; readonly meaning: string }>> = {
  config: {
    title: 'Configuration',
    meaning:
      'The workflow, an input or the config file is wrong. All such problems are told together, and nothing is done.',
  },
  chart: {
    title: 'Charts',
    meaning: 'A file of a chart is wrong. This chart and those that depend on it stop; the others go on.',
  },
  conflict: {
    title: 'Conflicts',
    meaning:
      'Somebody else was there first: a version with other content, a branch that moved. Nothing is overwritten.',
  },
  remote: {
    title: 'Servers and the network',
    meaning: 'A server or the network failed after several attempts. Run it again: what was finished is left alone.',
  },
  trust: {
    title: 'Trust',
    meaning: 'Signing or verification failed. Nothing unsigned or unverified becomes visible.',
  },
  bug: { title: 'Bugs', meaning: 'Our own mistake. Please report it.' },
}

/** `docs/errors.md`: every code by kind, in the order of the source. */
export function errorsPage(): string {
  const sections = Object.entries(kinds).map(([kind, { title, meaning }]) => {
    const codes = Object.entries(errorCodes).filter(([, entry]) => entry.kind === kind)
    const rows = codes.map(([code, entry]) => [`<a id="${anchor(code)}"></a>\`${code}\``, entry.meaning])
    return `## ${title}\n\n${meaning}\n\n${markdownTable(['Code', 'What happened'], rows)}`
  })
  return [
    '# Error codes',
    'Generated from `src/model/error-codes.ts` by `npm run docs`. A code keeps its meaning for ever.',
    'Every error says what was found, where (file and line, where there is one) and what to do. The code is the title of its annotation and stands in the job summary, in `report-file` and in the output `charts`.',
    ...sections,
  ]
    .join('\n\n')
    .concat('\n')
}

function anchor(code: string): string {
  return code.toLowerCase().replaceAll('_', '-')
}
