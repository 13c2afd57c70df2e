import type { ScalarText } from './reader.ts'
import type { Source } from './source.ts'
import { textIn } from './text.ts'

/** The fields of an entry that Helm knows: those of Chart.yaml, and those of the index itself. */
export const ENTRY_FIELDS: readonly string[] = [
  'name home sources version description keywords maintainers icon apiVersion condition tags appVersion deprecated',
  'annotations kubeVersion dependencies type urls created removed digest checksum engine tillerVersion url',
].flatMap((line) => line.split(' '))

const BY_LENGTH = ENTRY_FIELDS.reduce<string[][]>((all, field) => {
  const same = all[field.length] ?? []
  same.push(field)
  all[field.length] = same
  return all
}, [])

const NONE: readonly string[] = []

/** The field that a key of an entry names. No text is made for the known ones: there is a million of them. */
export function fieldOf(source: Source, key: ScalarText): string {
  return knownField(source, key) ?? textIn(source, key)
}

function knownField({ bytes }: Source, { start, end, style }: ScalarText): string | undefined {
  const from = style === 'plain' ? start : start + 1
  const length = (style === 'plain' ? end : end - 1) - from
  for (const field of BY_LENGTH[length] ?? NONE) {
    let at = 0
    while (at < length && bytes[from + at] === field.charCodeAt(at)) at++
    if (at === length) return field
  }
  return undefined
}
