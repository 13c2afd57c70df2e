/** The kinds that Artifact Hub knows, which are those of https://keepachangelog.com. */
export type NoteKind = 'added' | 'changed' | 'deprecated' | 'removed' | 'fixed' | 'security'

/** One line of a chart's release notes. */
export interface ReleaseNote {
  readonly kind: NoteKind
  /** A single line, in the author's or the finding's words: text from outside. */
  readonly text: string
  readonly breaking: boolean
}
