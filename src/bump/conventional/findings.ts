import type { Finding } from '../../model/finding.ts'
import { shortCommit } from '../../model/git/commits.ts'
import { cut } from '../../model/text.ts'
import type { CommitQuestion, Message } from './commits.ts'
import { revertIn, type Statement, statementOf } from './parse.ts'
import { type Part, partsOf, plainHeader } from './parts.ts'

const LEVELS: ReadonlyMap<string, 'minor' | 'patch'> = new Map(
  Object.entries({
    feat: 'minor',
    fix: 'patch',
    perf: 'patch',
    revert: 'patch',
  }),
)

const MAX_TEXT = 200
/** Of all commits, with those that were squashed. */
const MAX_SAID = 2_000

/** A commit, or one of those that were squashed into it. */
interface Said extends Part {
  readonly commit: Message['commit']
  /** It stands for all that was squashed. */
  readonly isWhole: boolean
}

/**
 * What the commits since a release say of a chart, highest level first: `!` and BREAKING CHANGE are major, `feat` minor,
 * `fix`, `perf` and a revert of what was released patch. A scope that names another chart and not this one speaks of that
 * one; a commit and its revert within the range cancel each other. What a commit quotes it does not say.
 */
export function findingsOfCommits(question: CommitQuestion): readonly Finding[] {
  const all = question.commits.flatMap(saidIn).slice(0, MAX_SAID)
  const left = standing(newestFirst(all))
  const findings = all.flatMap((said) => {
    if (!left.has(said)) return []
    const statement = statementOf(said)
    return statement && speaksOf(statement, question) ? (finding(said, statement) ?? []) : []
  })
  const order = ['major', 'minor', 'patch']
  return findings.sort((a, b) => order.indexOf(a.level) - order.indexOf(b.level))
}

function saidIn({ commit, message }: Message): readonly Said[] {
  return partsOf(message).map((part, index) => ({ commit, ...part, isWhole: index === 0 }))
}

/** Commits come newest first, and those that were squashed oldest first, as they are read. */
function newestFirst(all: readonly Said[]): readonly Said[] {
  return [...Map.groupBy(all, ({ commit }) => commit).values()].flatMap(([whole, ...squashed]) =>
    whole ? [whole, ...squashed.reverse()] : [],
  )
}

/** Those that were not taken back; newest first, so that the revert of a revert gives the first one back. */
function standing(all: readonly Said[]): ReadonlySet<Said> {
  const gone = new Set<Said>()
  const left = all.filter((said, index) => {
    if (gone.has(said)) return false
    const revert = revertIn(said)
    if (!revert) return true
    const older = all.slice(index + 1).filter((one) => !gone.has(one))
    // A rebase or a squash gives what is named another id.
    const meant =
      older.find(({ commit, isWhole }) => isWhole && revert.commit && commit.startsWith(revert.commit)) ??
      older.find(({ header }) => plainHeader(header) === revert.header)
    for (const one of older) if (one === meant || (meant?.isWhole && one.commit === meant.commit)) gone.add(one)
    return !meant
  })
  return new Set(left)
}

function speaksOf({ scopes }: Statement, { names, others }: CommitQuestion): boolean {
  const named = (list: readonly string[]) =>
    scopes.some((scope) => list.some((one) => one.toLowerCase() === scope.toLowerCase()))
  return named(names) || !named(others)
}

function finding({ commit }: Said, { type, header, breaking, scopes }: Statement): Finding | undefined {
  const level = breaking ? 'major' : LEVELS.get(type)
  if (level === undefined) return undefined
  const rule = breaking ? 'commits/breaking' : `commits/${type}`
  const short = shortCommit(commit)
  return {
    level,
    kind: 'commits',
    rule,
    subject: scopes.length > 0 ? `${short} ${scopes.join(',')}` : short,
    text: cut(`commit ${short} says "${header}"`, MAX_TEXT),
    is: cut(header, MAX_TEXT),
  }
}
