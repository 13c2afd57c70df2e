import type { NoteKind, ReleaseNote } from './notes.ts'

const TITLES: Readonly<Record<NoteKind, string>> = {
  added: 'Added',
  changed: 'Changed',
  deprecated: 'Deprecated',
  removed: 'Removed',
  fixed: 'Fixed',
  security: 'Security',
}

/** The notes as Markdown, by kind in the order of keepachangelog.com; `heading` is that of a kind, e.g. `###`. */
export function notesMarkdown(notes: readonly ReleaseNote[], heading = '###'): string {
  return Object.entries(TITLES)
    .flatMap(([kind, title]) => {
      const items = notes.filter((note) => note.kind === kind).map(item)
      return items.length > 0 ? [`${heading} ${title}\n\n${items.join('\n')}`] : []
    })
    .join('\n\n')
}

function item({ text, breaking }: ReleaseNote): string {
  return `- ${breaking ? '**Breaking:** ' : ''}${escaped(text)}`
}

/** Text from outside as text: no HTML, no link, no mention; names in backticks stay readable. */
function escaped(text: string): string {
  return text
    .replace(/[\\*_[\]!|]/g, '\\$&')
    .replaceAll('<', '&lt;')
    .replace(/@(?=\w)/g, '@\u2060')
}
