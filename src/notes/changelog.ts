import type { ReleaseNote } from '../model/report.ts'
import { notesMarkdown } from './markdown.ts'

export interface ChangelogSection {
  readonly version: string
  readonly date: Date
  readonly notes: readonly ReleaseNote[]
}

/** A heading of a version in the styles that changelogs have: `## 1.2.3`, `## [1.2.3] - 2026-01-02`, `## v1.2.3`, `# 1.2.3`. */
const VERSION = /^(#{1,3}) (\[?v?)(\d+\.\d+\.\d+[^\s\])]*)(\]?)/m

/**
 * A CHANGELOG.md with a section for a release, in the style of those that are there: before the newest one, after what is
 * unreleased. A section that is there already stays, and so does every other byte. `undefined` makes a new file.
 */
export function withSection(text: string | undefined, section: ChangelogSection): string {
  if (text === undefined || text.trim() === '') return `# Changelog\n\n${sectionText(section, '## ', '', '')}\n`
  const newline = text.includes('\r\n') ? '\r\n' : '\n'
  const first = VERSION.exec(text)
  if (hasVersion(text, section.version)) return text
  const [, marks = '##', before = '', , after = ''] = first ?? []
  const added = sectionText(section, `${marks} ${before}`, after, marks)
  const block = added.replaceAll('\n', newline)
  if (!first) return `${text.replace(/\s*$/, '')}${newline}${newline}${block}${newline}`
  return `${text.slice(0, first.index)}${block}${newline}${newline}${text.slice(first.index)}`
}

function sectionText({ version, date, notes }: ChangelogSection, before: string, after: string, marks: string): string {
  const heading = `${before}${version}${after} - ${date.toISOString().slice(0, 10)}`
  return `${heading}\n\n${notesMarkdown(notes, `${marks || '##'}#`)}`
}

function hasVersion(text: string, version: string): boolean {
  return text.split(/\r?\n/).some((line) => VERSION.exec(line)?.[3] === version)
}
