import type { ErrorKind } from './errors.ts'

interface CodeEntry {
  readonly kind: ErrorKind
  /** One sentence for `docs/errors.md`: what happened and what it usually means. */
  readonly meaning: string
}

/**
 * Every error code, in the order of `docs/errors.md` (which is generated from here).
 * A code is part of the interface: it is never renamed or reused for another meaning.
 */
export const errorCodes = {
  // Charts
  CHART_YAML_INVALID: {
    kind: 'chart',
    meaning: 'Chart.yaml cannot be read as YAML, or a key holds a value of the wrong type.',
  },
  CHART_VERSION_MISSING: { kind: 'chart', meaning: 'Chart.yaml has no `version`.' },
  CHART_VERSION_INVALID: {
    kind: 'chart',
    meaning: 'The `version` in Chart.yaml is not a semantic version that every client reads alike.',
  },
  CHART_NAME_INVALID: {
    kind: 'chart',
    meaning: 'The chart name cannot be used in an archive name or a repository path.',
  },

  // Tools and files of the machine
  TOOL_MISSING: { kind: 'config', meaning: 'A program that the run needs (git, helm, a credential helper) cannot be started.' },
  FILE_TOO_LARGE: { kind: 'config', meaning: 'A file is larger than what is read of its kind.' },

  // Git
  GIT_FAILED: { kind: 'config', meaning: 'git refused or failed; the message holds its last line.' },
  GIT_NOT_A_REPOSITORY: { kind: 'config', meaning: 'The workspace is no git checkout.' },
  GIT_SHALLOW: { kind: 'config', meaning: 'The clone lacks the history that tells the release commit, and it could not be fetched.' },
  GIT_PUSH_REFUSED: { kind: 'conflict', meaning: 'The server refused the push of the version bump or of a tag.' },

  // Our own mistakes
  BUG_UNEXPECTED: { kind: 'bug', meaning: 'Something that should not happen; please report it.' },
} as const satisfies Record<string, CodeEntry>

export type ErrorCode = keyof typeof errorCodes
