import { decodedText, type Prepared } from './prepared.ts'

const TEMPLATE = /(?:^|\/)templates\/[^_][^/]*$|(?:^|\/)templates\/.+\/[^_][^/]*$/
const KIND = /^kind:[ \t]*["']?(\w+)/gm

/**
 * Both sides without the templates that hold nothing but CustomResourceDefinitions and are the same on both: they are often most of what is
 * rendered, once for each set of values, and none of those changes what they hold.
 */
export function withoutSameCrds(before: Prepared, after: Prepared): readonly [Prepared, Prepared] {
  const same = new Set(
    [...before.files].flatMap(([path, bytes]) => {
      const other = after.files.get(path)
      return other && TEMPLATE.test(path) && Buffer.compare(bytes, other) === 0 && isCrds(decodedText(bytes))
        ? [path]
        : []
    }),
  )
  if (same.size === 0) return [before, after]
  return [without(before, same), without(after, same)]
}

function isCrds(text: string): boolean {
  const kinds = [...text.matchAll(KIND)].map(([, kind]) => kind)
  return (
    kinds.length > 0 && kinds.every((kind) => kind === 'CustomResourceDefinition') && !/\{\{-?\s*define\b/.test(text)
  )
}

function without(prepared: Prepared, paths: ReadonlySet<string>): Prepared {
  return { ...prepared, files: new Map([...prepared.files].filter(([path]) => !paths.has(path))) }
}
