/** What `npm run new` writes, and what is left to do after it. */
export interface Skeleton {
  readonly created: readonly SkeletonFile[]
  readonly changed: readonly SkeletonFile[]
  /** A folder that must not be there yet. */
  readonly folder?: string
  readonly left: readonly [string, string, string]
}

interface SkeletonFile {
  /** From the repository root. */
  readonly file: string
  readonly content: string
}

/** Reads a file of the repository. */
export type Read = (file: string) => string

/** The skeleton of one thing, by its name and whatever else the command line says. */
export type Maker = (name: string, option: string | undefined, read: Read) => Skeleton

/** Words that cannot name a constant. */
const KEYWORD =
  /^(?:await|case|class|const|default|delete|do|else|enum|export|extends|false|for|function|if|import|in|new|null|return|super|switch|this|throw|true|try|typeof|var|void|while|with|yield)$/

/** A name in the form of `pattern`, or an error that says what is wrong with it. */
export function checkedName(name: string, pattern: RegExp, form: string): string {
  if (pattern.test(name) && !KEYWORD.test(name)) return name
  throw new Error(`"${name}" is not a valid name here: write ${form}.`)
}

/** `text` with `line` above the first line that `before` matches. */
export function insertedAbove(text: string, before: RegExp, line: string): string {
  const at = text.search(new RegExp(before.source, 'm'))
  if (at < 0) throw new Error(`No line matches ${before}: the file has changed, and scripts/new has to follow.`)
  return `${text.slice(0, at)}${line}\n${text.slice(at)}`
}

/** `object-store` is `objectStore`. */
export function identifierOf(name: string): string {
  return name.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
}
