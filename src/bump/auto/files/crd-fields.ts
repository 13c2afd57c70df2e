/** One field of a resource, as the schema of a CustomResourceDefinition has it. */
export interface CrdField {
  readonly type?: string
  readonly hasDefault?: boolean
  /** Required by the object that it is in. */
  readonly isRequired?: boolean
  /** Other keys than those listed are kept: what is not listed is not lost. */
  readonly isOpen?: boolean
  /** In the file, from 1. */
  readonly line: number
}

/** By its path, e.g. `spec.size`; items of lists are `[]`, values of maps `*`. */
export type CrdFields = ReadonlyMap<string, CrdField>

interface Key {
  readonly indent: number
  readonly key: string
}

const KEY = /^( *)((?:- +)*)(?:"([^"]{1,200})"|'([^']{1,200})'|([\w$./-]{1,200})) *:(?: +(.*))?$/
const ITEM = /^( *)- +(?:"([^"]*)"|'([^']*)'|([\w.-]+))[ \t]*(?:#.*)?$/
const MAX_FIELDS = 50_000

/**
 * The fields of one version of a CustomResourceDefinition, read line by line as `crdsIn` does and for its reasons. `lines` are those of
 * the version's `openAPIV3Schema`, with the number of the first.
 */
export function fieldsIn(lines: readonly string[], firstLine: number): CrdFields {
  const fields = new Map<string, CrdField>()
  const stack: Key[] = []
  let skipBelow: number | undefined
  for (const [index, text] of lines.entries()) {
    const indent = text.length - text.trimStart().length
    if (text.trim() === '' || (skipBelow !== undefined && indent > skipBelow)) continue
    skipBelow = undefined
    const line = firstLine + index
    const item = requiredItem(text, stack)
    if (item !== undefined) {
      const path = pathOf(stack.slice(0, -1).map(({ key }) => key))
      if (path !== undefined) merge(fields, join(path, item), { isRequired: true, line })
      continue
    }
    const key = keyIn(text)
    if (!key || fields.size > MAX_FIELDS) continue
    while ((stack.at(-1)?.indent ?? -1) >= key.indent) stack.pop()
    stack.push(key)
    note(fields, stack, { value: key.value, line })
    // What follows a value on the same line, deeper, is more of its text.
    if (key.value !== '') skipBelow = key.indent
  }
  return fields
}

function keyIn(text: string): (Key & { readonly value: string }) | undefined {
  const [, blanks, items = '', double, single, plain, value = ''] = KEY.exec(text) ?? []
  if (blanks === undefined) return undefined
  return { indent: blanks.length + items.length, key: double ?? single ?? plain ?? '', value: value.trim() }
}

/** The name in a line of a list `required`. */
function requiredItem(text: string, stack: readonly Key[]): string | undefined {
  const top = stack.at(-1)
  if (top?.key !== 'required') return undefined
  const [, blanks = '', double, single, plain] = ITEM.exec(text) ?? []
  const name = double ?? single ?? plain
  return name !== undefined && blanks.length >= top.indent ? name : undefined
}

function note(
  fields: Map<string, CrdField>,
  stack: readonly Key[],
  { value, line }: { readonly value: string; readonly line: number },
): void {
  const keys = stack.map(({ key }) => key)
  const keyword = keys.at(-1)
  const own = pathOf(keys)
  if (own !== undefined && isField(keys)) {
    merge(fields, own, { line })
    return
  }
  const around = pathOf(keys.slice(0, -1))
  if (around === undefined) return
  if (keyword === 'type') merge(fields, around, { type: value.replace(/["']/g, ''), line })
  if (keyword === 'default') merge(fields, around, { hasDefault: true, line })
  if (keyword === 'x-kubernetes-preserve-unknown-fields' && value === 'true')
    merge(fields, around, { isOpen: true, line })
}

/** Whether the last key begins a part of the resource, and is no keyword of the schema around it. */
function isField(keys: readonly string[]): boolean {
  const isNamed = pathOf(keys.slice(0, -1)) === undefined
  return isNamed || keys.at(-1) === 'items' || keys.at(-1) === 'additionalProperties'
}

/** Where a schema is in the resource; `undefined` for what is no schema of a part of it, such as an alternative. */
function pathOf(keys: readonly string[]): string | undefined {
  let path = ''
  for (let index = 0; index < keys.length; index += 1) {
    const key = keys[index]
    if (key === 'items') path += '[]'
    else if (key === 'additionalProperties') path = join(path, '*')
    else if (key === 'properties') {
      index += 1
      const name = keys[index]
      if (name === undefined) return undefined
      path = join(path, name)
    } else return undefined
  }
  return path
}

function join(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`
}

function merge(fields: Map<string, CrdField>, path: string, more: CrdField): void {
  const known = fields.get(path)
  fields.set(path, { ...known, ...more, line: known?.line ?? more.line })
}
