import type { NoteKind, ReleaseNote } from '../model/report.ts'

const TITLES: Readonly<Record<NoteKind, string>> = {
  added: 'Added',
  changed: 'Changed',
  deprecated: 'Deprecated',
  removed: 'Removed',
  fixed: 'Fixed',
  security: 'Security',
}

/**
 * The notes as Markdown, by kind in the order of keepachangelog.com. `heading` is that of a kind, e.g. `###`; `safe` makes
 * text from outside harmless where the Markdown is shown.
 */
export function notesMarkdown(
  notes: readonly ReleaseNote[],
  heading = '###',
  safe: (text: string) => string = escaped,
): string {
  return Object.entries(TITLES)
    .flatMap(([kind, title]) => {
      const items = notes
        .filter((note) => note.kind === kind)
        .map(({ text, breaking }) => `- ${breaking ? '**Breaking:** ' : ''}${safe(text)}`)
      return items.length > 0 ? [`${heading} ${title}\n\n${items.join('\n')}`] : []
    })
    .join('\n\n')
}

/** Text from outside as text: no HTML, no link, no mention; names in backticks stay readable. */
function escaped(text: string): string {
  return text
    .replace(/[\\*_[\]!|]/g, '\\$&')
    .replaceAll('<', '&lt;')
    .replace(/@(?=\w)/g, '@\u2060')
}
