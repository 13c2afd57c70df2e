import type { SharedFile } from '../../model/settings.ts'
import type { Parser } from './parse.ts'

const REFERENCE = /^([\w.-]+\/[\w.-]+)\/(.+)@([0-9a-f]{40})$/
/** What is meant as a reference: a version after a file, or a commit after anything. */
const LIKE_REFERENCE = /\.ya?ml@|@[0-9a-f]{7,}$/i
const MAX_LENGTH = 500

/** A config file of this repository, or of another one at a commit. */
export const configPlace: Parser<string> = (raw) => {
  const value = typeof raw === 'string' ? raw.trim() : ''
  if (sharedFileIn(value) !== undefined) return { value }
  if (LIKE_REFERENCE.test(value)) {
    return {
      allowed: '`owner/repository/path@commit` with all 40 digits of the commit',
      hint: 'A branch, a tag or a short commit may be something else tomorrow. `git rev-parse HEAD` in that repository prints the whole commit.',
    }
  }
  return isPathInside(value)
    ? { value }
    : { allowed: 'a file inside the repository, or `owner/repository/path@commit`' }
}

/** The file of another repository that a value of `config` names; `undefined` if it names one of this repository. */
export function sharedFileIn(value: string): SharedFile | undefined {
  const [, repository = '', path = '', commit = ''] = REFERENCE.exec(value) ?? []
  return commit !== '' && isPathInside(path) ? { repository, path, commit } : undefined
}

function isPathInside(path: string): boolean {
  const segments = path.split('/')
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  return path.length <= MAX_LENGTH && /^[^/\\][^\\\x00-\x1f\x7f]*$/.test(path) && !segments.includes('..')
}
