import type { Parsed, Parser } from './parse.ts'

const MAX_LENGTH = 250

/** A branch by its name, or a glob of names; a leading `refs/heads/` is dropped. */
export const branchGlob: Parser<string> = (raw): Parsed<string> => {
  const glob = (typeof raw === 'string' ? raw.trim() : '').replace(/^refs\/heads\//, '')
  const allowed = 'names of branches, or globs of them such as `release/*`, one per line'
  const hint = hintFor(glob)
  if (hint !== undefined) return { allowed, hint }
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  const isSound = /^[^\s\x00-\x20\x7f~^:\\'"`]+$/.test(glob) && glob.length <= MAX_LENGTH
  return isSound ? { value: glob } : { allowed }
}

/** What people write who know another syntax. */
function hintFor(glob: string): string | undefined {
  if (glob.startsWith('!')) return 'List the branches that release. One that is not listed does not.'
  if (glob.startsWith('refs/')) return 'Only branches are listed here. A run for a tag is never held back.'
  const isList = glob.startsWith('[') || glob.replace(/\{[^{}]*\}/g, '').includes(',')
  if (!isList) return undefined
  const names = glob.split(/[[\],\s]+/).filter((name) => name !== '')
  return ['branches: |', ...names.map((name) => `  ${name}`)].join('\n')
}

/** A folder at or below the workspace, also as an absolute path; whether it is one is seen when it is opened. */
export const checkoutPath: Parser<string> = (raw) => {
  const given = (typeof raw === 'string' ? raw.trim() : '').replace(/^(\.\/+)+(?=.)/, '').replace(/(?<=.)\/+$/, '')
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  const isSound = /^[^\\\x00-\x1f\x7f]{1,1000}$/.test(given) && !given.split('/').includes('..')
  return isSound ? { value: given } : { allowed: 'a folder of the workspace, such as `charts-repo`' }
}
