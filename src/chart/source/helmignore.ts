import { posix } from 'node:path'
import { ReleaseError } from '../../model/errors.ts'
import { type GoMatch, goMatch } from './go-match.ts'

const MAX_TEXT_LENGTH = 1024 * 1024
/** Go's line scanner, with which Helm reads the file, refuses longer lines. */
const MAX_LINE_BYTES = 64 * 1024
const MAX_RULES = 10_000
/** Helm adds this rule to every file, and also if there is no file. */
const DEFAULT_RULE = 'templates/.?*'

interface Rule {
  /** As written; the line is absent for the rule that Helm adds. */
  readonly text: string
  readonly line?: number
  readonly negated: boolean
  readonly foldersOnly: boolean
  /** If the rule has no slash, only the last part of a path is compared. */
  readonly wholePath: boolean
  readonly match: GoMatch
}

/** The rule of a file that leaves out a path. */
export type IgnoreRule = Pick<Rule, 'text' | 'line'>

/**
 * Reads `.helmignore` in Helm's dialect (formats.md 1.8), from its text (empty if there is no file) and its path. The
 * returned function tells whether Helm leaves out a path, from the chart's folder with `/`; everything in an ignored
 * folder is ignored too. Fails with `IGNORE_INVALID` at the line.
 */
export function readHelmIgnore(text: string, file: string): (path: string, isFolder: boolean) => boolean {
  const rules = [...readRules(text, file), readRule(DEFAULT_RULE)]
  const folders = new Map<string, boolean>([['.', false]])
  const isFolderIgnored = (path: string): boolean => {
    const known = folders.get(path)
    if (known !== undefined) return known
    const ignored = isFolderIgnored(posix.dirname(path)) || isIgnored(rules, path, true)
    folders.set(path, ignored)
    return ignored
  }
  return (path, isFolder) =>
    isFolder ? isFolderIgnored(path) : isFolderIgnored(posix.dirname(path)) || isIgnored(rules, path, false)
}

/**
 * The rule of this text because of which Helm leaves out a path, or a folder that it is in. Fails as `readHelmIgnore`.
 */
export function ignoringRule(text: string, file: string, path: string, isFolder: boolean): IgnoreRule | undefined {
  const rules = [...readRules(text, file), readRule(DEFAULT_RULE)]
  const parts = path.split('/')
  for (const [index] of parts.entries()) {
    const inside = index < parts.length - 1
    const rule = ruleFor(rules, parts.slice(0, index + 1).join('/'), inside || isFolder)
    if (rule) return rule
  }
  return undefined
}

// Rules are tried in order and the first that decides wins. A negated one decides for everything it does not match:
// `!keep.txt` ignores all else, unlike in git.
function ruleFor(rules: readonly Rule[], path: string, isFolder: boolean): Rule | undefined {
  return rules.find(({ negated, foldersOnly, wholePath, match }) => {
    const fits = (!foldersOnly || isFolder) && match(wholePath ? path : posix.basename(path)) === true
    return fits !== negated
  })
}

function isIgnored(rules: readonly Rule[], path: string, isFolder: boolean): boolean {
  return ruleFor(rules, path, isFolder) !== undefined
}

function readRules(text: string, file: string): readonly Rule[] {
  const invalid = (line: number, what: string, hint?: string) =>
    new ReleaseError('IGNORE_INVALID', `${file} ${what}`, { at: { file, line }, hint })
  if (text.length > MAX_TEXT_LENGTH) throw invalid(1, `is longer than ${MAX_TEXT_LENGTH} characters`)
  const lines = text.replace(/^\ufeff/, '').split('\n')
  const rules = lines.flatMap((line, index) => {
    if (Buffer.byteLength(line) >= MAX_LINE_BYTES) throw invalid(index + 1, 'has a line that is too long for Helm')
    const rule = line.replace(/^\p{White_Space}+|\p{White_Space}+$/gu, '')
    if (rule === '' || rule.startsWith('#')) return []
    if (rule.includes('**')) {
      const hint = 'Name the folder (`docs/`) or the file name (`*.md`): both count at every depth.'
      throw invalid(index + 1, `has the rule ${rule}, but Helm knows no **`, hint)
    }
    // Helm tests each rule with this very name to see whether it is valid.
    if (goMatch(rule)('abc') === 'bad pattern') throw invalid(index + 1, `has the rule ${rule}, which is not a pattern`)
    return [{ ...readRule(rule), line: index + 1 }]
  })
  if (rules.length > MAX_RULES) throw invalid(1, `has more than ${MAX_RULES} rules`)
  return rules
}

function readRule(text: string): Rule {
  const negated = text.startsWith('!')
  const rule = negated ? text.slice(1) : text
  const foldersOnly = rule.endsWith('/')
  const pattern = foldersOnly ? rule.slice(0, -1) : rule
  const rooted = pattern.startsWith('/')
  const match = goMatch(rooted ? pattern.slice(1) : pattern)
  return { text, negated, foldersOnly, wholePath: pattern.includes('/'), match }
}
