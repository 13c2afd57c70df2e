import type { Finding } from '../model/finding.ts'
import type { NoteKind, ReleaseNote } from '../model/report.ts'
import { cut, showInvisible } from '../model/text.ts'

const MAX_TEXT = 300
/** More than that is not release notes but a history. */
const MAX_NOTES = 50

/** `type(scope)!: subject`, see https://www.conventionalcommits.org. */
const HEADER = /^\w+(?:\(([^()]*)\))?!?:\s+(.*)$/

/** What is known about a release without comparing charts. */
export interface ReleaseFacts {
  /** The published version before it. */
  readonly since?: string | undefined
  /** Set if it changes with the release. */
  readonly appVersion?: { readonly from?: string | undefined; readonly to: string } | undefined
  /** Names of charts that it depends on and that got a new version. */
  readonly dependencies: readonly string[]
}

/**
 * What a release means for a chart's users: breaking changes first, then the commits, then other findings above a patch. If
 * there are none, the smaller findings; if there are none of those either, the plain facts. Users don't care why the action
 * releases, so a release about which nothing is known has no notes.
 */
export function releaseNotes(findings: readonly Finding[], facts: ReleaseFacts): readonly ReleaseNote[] {
  const said = findings.filter(({ kind }) => kind === 'commits').flatMap(fromCommit)
  const found = findings.filter(({ kind, level }) => kind !== 'commits' && (level === 'major' || level === 'minor'))
  const all = [...found.map(fromFinding), ...said]
  const sorted = [
    ...all.filter(({ breaking }) => breaking),
    ...said.filter(isPlain),
    ...found.map(fromFinding).filter(isPlain),
  ]
  const unique = [...new Map(sorted.map((note) => [note.text, note])).values()].slice(0, MAX_NOTES)
  if (unique.length > 0) return unique
  const small = findings.filter(({ kind, level }) => kind !== 'commits' && level === 'patch').map(fromFinding)
  return (small.length > 0 ? small : plainNotes(facts)).slice(0, MAX_NOTES)
}

function plainNotes({ since, appVersion, dependencies }: ReleaseFacts): readonly ReleaseNote[] {
  const texts = [
    ...(appVersion ? [`appVersion is ${appVersion.to}${appVersion.from ? ` instead of ${appVersion.from}` : ''}`] : []),
    ...(dependencies.length > 0 ? [`Depends on other versions of ${dependencies.join(', ')}`] : []),
  ]
  const all = texts.length === 0 && since !== undefined ? [`The packaged files differ from those of ${since}`] : texts
  return all.map((text) => ({ kind: 'changed', text: oneLine(text), breaking: false }))
}

const isPlain = ({ breaking }: ReleaseNote) => !breaking

function fromCommit({ level, rule, is }: Finding): readonly ReleaseNote[] {
  if (level === 'none' || is === undefined) return []
  const [, scope = '', subject = is] = HEADER.exec(is) ?? []
  return [{ kind: kindOf(rule, scope), text: oneLine(sentence(subject)), breaking: level === 'major' }]
}

function kindOf(rule: string, scope: string): NoteKind {
  if (/\bsecurity\b/i.test(scope)) return 'security'
  if (rule === 'commits/feat') return 'added'
  return rule === 'commits/fix' ? 'fixed' : 'changed'
}

function fromFinding({ level, rule, text }: Finding): ReleaseNote {
  const kind = /(?:^|[/-])removed$/.test(rule) ? 'removed' : /(?:^|[/-])added$/.test(rule) ? 'added' : 'changed'
  return { kind, text: oneLine(sentence(text)), breaking: level === 'major' }
}

/** Bytes of a commit message that are not UTF-8 arrive as U+FFFD, which Chart.yaml can't hold, nor the noncharacters after it. */
const UNWRITABLE = /[\ufffd-\uffff]/g

function oneLine(text: string): string {
  return cut(showInvisible(text).replace(UNWRITABLE, '?').replace(/\s+/g, ' ').trim(), MAX_TEXT)
}

function sentence(text: string): string {
  const [first = '', ...rest] = text.trim()
  return `${first.toUpperCase()}${rest.join('')}`
}
