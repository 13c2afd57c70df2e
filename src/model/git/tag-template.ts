import type { ChartRef } from '../chart.ts'

const FIELD = /\{\{-?\s*\.(Name|Version)\s*-?\}\}/g

/** The git tag of a release, e.g. `app-1.2.3`; `undefined` if the template is empty. */
export function tagOf(template: string, ref: ChartRef): string | undefined {
  if (template === '') return undefined
  return template.replace(FIELD, (_, field: string) => (field === 'Name' ? ref.name : ref.version))
}

/** What the tags of a chart have before and after the version. */
export interface TagParts {
  readonly before: string
  readonly after: string
}

/** `undefined` for a template that does not hold the version once, as the empty one. */
export function tagParts(template: string, name: string): TagParts | undefined {
  const marker = '\u0000'
  const pattern = template.replace(FIELD, (_, field: string) => (field === 'Name' ? name : marker))
  const [before, after, ...more] = pattern.split(marker)
  if (before === undefined || after === undefined || more.length > 0) return undefined
  return { before, after }
}

/** The version that a tag names for a chart, or `undefined` if the tag is not one of that chart's. */
export function versionIn(template: string, tag: string, name: string): string | undefined {
  const parts = tagParts(template, name)
  if (!parts) return undefined
  const { before, after } = parts
  const fits = tag.startsWith(before) && tag.endsWith(after) && tag.length > before.length + after.length
  return fits ? tag.slice(before.length, tag.length - after.length) : undefined
}

/** What is wrong with a tag name, by the rules of `git check-ref-format` for `refs/tags/<tag>`. */
export function refProblem(tag: string): string | undefined {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: git refuses them.
  const bad = /[\x00-\x20\x7f~^:?*[\\{}]/.exec(tag)
  if (bad !== null) return `A tag name holds no ${JSON.stringify(bad[0])}.`
  if (tag.includes('..')) return 'A tag name holds no `..`.'
  if (tag === '' || tag === '@' || tag.startsWith('-')) return `\`${tag}\` is no tag name.`
  if (tag.endsWith('.')) return 'A tag name does not end in a dot.'
  const parts = tag.split('/')
  if (parts.includes('')) return 'A tag name neither starts nor ends with `/` and holds no `//`.'
  if (parts.some((part) => part.startsWith('.'))) return 'No part of a tag name starts with a dot.'
  if (parts.some((part) => part.endsWith('.lock'))) return 'No part of a tag name ends in `.lock`.'
  return undefined
}
