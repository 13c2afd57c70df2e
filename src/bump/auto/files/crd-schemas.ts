import { type CrdFields, fieldsIn } from './crd-fields.ts'

const SCHEMA = /^( *)openAPIV3Schema: *$/
const VERSION = /^( *)(- +)?name: *["']?(v\d\w*)["']?\s*$/

/**
 * The fields of each version of the CustomResourceDefinitions in a file, by `<name> <version>`. Only block style is understood, as in
 * `crdsIn`; what is written otherwise is not there.
 */
export function schemasIn(text: string): ReadonlyMap<string, CrdFields> {
  const found = new Map<string, CrdFields>()
  let crd: string | undefined
  let version: { readonly name: string; readonly indent: number } | undefined
  const lines = text.split(/\r?\n/)
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? ''
    if (line.startsWith('---')) [crd, version] = [undefined, undefined]
    crd ??= /^ {2}name: *["']?([a-z0-9.-]+\.[a-z0-9.-]+)["']?\s*$/.exec(line)?.[1]
    const [, blanks = '', dash = '', name] = VERSION.exec(line) ?? []
    if (name !== undefined) version = { name, indent: blanks.length + dash.length }
    const indent = SCHEMA.exec(line)?.[1]?.length
    if (indent === undefined || crd === undefined || !version || indent <= version.indent) continue
    const end = endOf(lines, index + 1, indent)
    found.set(`${crd} ${version.name}`, fieldsIn(lines.slice(index + 1, end), index + 2))
    index = end - 1
  }
  return found
}

/** The first line from there that is not indented deeper. */
function endOf(lines: readonly string[], from: number, indent: number): number {
  const end = lines.findIndex((line, index) => index >= from && line.trim() !== '' && indentOf(line) <= indent)
  return end < 0 ? lines.length : end
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length
}
