// `npm run next-release`: the version and the notes of the action's own next release, from the commits since the last one. On a
// runner they become outputs of the step.
import { execFileSync } from 'node:child_process'
import { appendFileSync, writeFileSync } from 'node:fs'
import type { Message } from '../src/bump/conventional/commits.ts'
import { findingsOfCommits } from '../src/bump/conventional/findings.ts'
import { nextVersion } from '../src/bump/next-version.ts'
import { compareVersions } from '../src/chart/manifest/version.ts'
import type { Finding } from '../src/model/finding.ts'
import type { BumpLevel } from '../src/model/settings.ts'
import { notesMarkdown } from '../src/notes/markdown.ts'
import { releaseNotes } from '../src/notes/notes.ts'

/** `isTagged`: the commit has the tag of this version already, and its release may have stopped halfway. */
export interface NextRelease {
  readonly version: string
  readonly notes: string
  readonly isTagged: boolean
}

const FIRST_VERSION = '0.1.0'

/**
 * What to release at a commit: the version that its own tag names, so that a release that stopped halfway is finished; else the
 * one after `last`, by the highest level of the commits since; `undefined` if none of them is for users. Before 1.0.0 a breaking
 * change raises the minor version.
 */
export function nextRelease(
  tagged: string | undefined,
  last: string | undefined,
  commits: readonly Message[],
): NextRelease | undefined {
  const findings = findingsOfCommits({ commits, names: [], others: [] })
  const notes = notesMarkdown(releaseNotes(findings, { dependencies: [] }))
  if (tagged !== undefined) return { version: tagged, notes, isTagged: true }
  const level = levelOf(findings, last)
  if (level === undefined) return undefined
  return { version: last === undefined ? FIRST_VERSION : nextVersion(last, level), notes, isTagged: false }
}

function levelOf([highest]: readonly Finding[], last: string | undefined): BumpLevel | undefined {
  if (highest === undefined || highest.level === 'none') return undefined
  return highest.level === 'major' && last?.startsWith('0.') ? 'minor' : highest.level
}

/** The versions of tags like `v1.2.3`, highest first; moving tags such as `v0` are none. */
export function releasedVersions(tags: readonly string[]): readonly string[] {
  return tags.flatMap((tag) => /^v(\d+\.\d+\.\d+)$/.exec(tag)?.[1] ?? []).sort((a, b) => compareVersions(b, a))
}

function git(...args: readonly string[]): string {
  return execFileSync('git', args, { encoding: 'utf8', maxBuffer: 1 << 28 }).trim()
}

function commitsSince(version: string | undefined): readonly Message[] {
  const range = version === undefined ? 'HEAD' : `v${version}..HEAD`
  const records = git('log', '--first-parent', '--format=%H%x00%B%x00', range).split('\0')
  return records.flatMap((commit, at) =>
    at % 2 === 0 && commit.trim() !== '' ? [{ commit: commit.trim(), message: records[at + 1] ?? '' }] : [],
  )
}

function main(): void {
  const [tagged] = releasedVersions(git('tag', '--points-at', 'HEAD').split('\n'))
  const [last] = releasedVersions(git('tag', '--merged', 'HEAD').split('\n')).filter((version) => version !== tagged)
  const next = nextRelease(tagged, last, commitsSince(last))
  const { version = '', notes = '' } = next ?? {}
  console.log(next ? `v${version}\n\n${notes}` : 'Nothing to release: no commit since the last release is for users.')
  if (process.env.GITHUB_OUTPUT) appendFileSync(process.env.GITHUB_OUTPUT, `version=${version}\n`)
  if (process.env.NOTES_FILE) writeFileSync(process.env.NOTES_FILE, `${notes}\n`)
}

if (import.meta.main) main()
