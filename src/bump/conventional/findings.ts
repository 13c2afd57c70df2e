import type { Finding } from '../../model/finding.ts'
import { cut } from '../../model/text.ts'
import type { CommitQuestion, Message } from './commits.ts'
import { plainHeader, revertIn, type Statement, statementsIn } from './parse.ts'

const LEVELS: ReadonlyMap<string, 'minor' | 'patch'> = new Map(
  Object.entries({
    feat: 'minor',
    fix: 'patch',
    perf: 'patch',
    revert: 'patch',
  }),
)

const MAX_TEXT = 200

/**
 * What the commits since a release say of a chart, highest level first: `!` and BREAKING CHANGE are major, `feat` minor,
 * `fix`, `perf` and a revert of what was released patch. A scope that names another chart and not this one speaks of that
 * one; a commit and its revert within the range cancel each other.
 */
export function findingsOfCommits(question: CommitQuestion): readonly Finding[] {
  const findings = standing(question.commits).flatMap((commit) =>
    statementsIn(commit.message)
      .filter((statement) => speaksOf(statement, question))
      .flatMap((statement) => finding(commit, statement) ?? []),
  )
  const order = ['major', 'minor', 'patch']
  return findings.sort((a, b) => order.indexOf(a.level) - order.indexOf(b.level))
}

/** Without those that were taken back; newest first, so that the revert of a revert gives the first one back. */
function standing(commits: readonly Message[]): readonly Message[] {
  const gone = new Set<Message>()
  return commits.filter((commit, index) => {
    if (gone.has(commit)) return false
    const revert = revertIn(commit.message)
    if (!revert) return true
    const older = commits.slice(index + 1).filter((one) => !gone.has(one))
    const meant = revert.commit
      ? older.find((one) => one.commit.startsWith(revert.commit ?? ' '))
      : older.find((one) => plainHeader(one.message) === revert.header)
    if (meant) gone.add(meant)
    return !meant
  })
}

function speaksOf({ scopes }: Statement, { names, others }: CommitQuestion): boolean {
  const named = (list: readonly string[]) =>
    scopes.some((scope) => list.some((one) => one.toLowerCase() === scope.toLowerCase()))
  return named(names) || !named(others)
}

function finding({ commit }: Message, { type, header, breaking, scopes }: Statement): Finding | undefined {
  const level = breaking ? 'major' : LEVELS.get(type)
  if (level === undefined) return undefined
  const rule = breaking ? 'commits/breaking' : `commits/${type}`
  const short = commit.slice(0, 12)
  return {
    level,
    kind: 'commits',
    rule,
    subject: scopes.length > 0 ? `${short} ${scopes.join(',')}` : short,
    text: cut(`commit ${short} says "${header}"`, MAX_TEXT),
    is: cut(header, MAX_TEXT),
  }
}
