import { posix } from 'node:path'
import type { ErrorCode } from '../../model/error-codes.ts'
import { ReleaseError } from '../../model/errors.ts'
import type { SourceFile, Tree } from './tree.ts'

/** What git has in place of a file's content. */
export interface StandIn {
  /** To follow "is …". */
  readonly what: string
  readonly code: ErrorCode
  readonly hint: string
}

/** https://github.com/git-lfs/git-lfs/blob/main/docs/spec.md: a pointer is smaller; so are those of other tools. */
export const MAX_STAND_IN_BYTES = 1024

const LFS: StandIn = {
  what: 'only a Git LFS pointer',
  code: 'CHART_LFS_POINTER',
  hint: 'Give the checkout step `with: { lfs: true }` (in a job container, install git-lfs first). If `git check-attr filter` does not say `lfs` for the file, its line in .gitattributes is missing: `git lfs track` writes it.',
}

function byTool(tool: string, what: string): StandIn {
  const hint = `Let the job run ${tool} before this step, and configure its filter in the clone; or commit the content itself.`
  return { what, code: 'CHART_STAND_IN', hint }
}

/** Detected by the beginning of the content; the older addresses of LFS are those that git-lfs itself still reads. */
const FORMATS: readonly (readonly [RegExp, StandIn])[] = [
  [/^version https?:\/\/(?:git-lfs\.github\.com\/spec|hawser\.github\.com\/spec|git-media\.io\/v)\//, LFS],
  [/^\/annex\/objects\/[^\n]+\n?$/, byTool('git-annex', 'only a git-annex pointer')],
  [/^#\$# git-fat [0-9a-f]{40} +\d+\s*$/, byTool('git-fat', 'only a git-fat pointer')],
  [/^\0GITCRYPT\0/, byTool('git-crypt', 'encrypted by git-crypt')],
]

/** Whether a file only stands in for other content, which Helm would not notice. */
export function standInFor(content: Uint8Array): StandIn | undefined {
  const text = Buffer.from(content.subarray(0, MAX_STAND_IN_BYTES)).toString('latin1')
  return FORMATS.find(([pattern]) => pattern.test(text))?.[1]
}

export function standInRefused(file: string, { what, code, hint }: StandIn): ReleaseError {
  return new ReleaseError(code, `${file} is ${what} in this clone.`, { hint, at: { file } })
}

/**
 * The path that a plain file seems to be a link to: in a commit made without symbolic links (`core.symlinks=false`, as
 * on Windows) a link's target is the text of a file. Any short file could look like that, so it counts only if this
 * commit has that path.
 */
export function linkTextIn(content: Uint8Array, { from }: SourceFile, tree: Tree): string | undefined {
  const text = Buffer.from(content).toString()
  // biome-ignore lint/suspicious/noControlCharactersInRegex: no path that anybody links to has them.
  if (text === '' || /[\0-\x1f]/.test(text) || posix.isAbsolute(text)) return undefined
  const target = posix.join(posix.dirname(from), text).replace(/\/$/, '')
  const isAbove = target === '.' || `${from}/`.startsWith(`${target}/`)
  return !isAbove && (tree.entry(target) || tree.isFolder(target)) ? target : undefined
}
