/** A CustomResourceDefinition of `crds/`: its name, and each of its versions. */
export interface Crd {
  readonly name: string
  readonly versions: ReadonlyMap<string, boolean>
}

interface Line {
  readonly indent: number
  readonly item: boolean
  readonly key: string
  readonly value: string
}

const LINE = /^( *)((?:- +)*)(?:"([^"]+)"|'([^']+)'|([\w./-]+)) *:(?: +(.*))?$/

/** In a list, or in flow style. */
const ELSEWHERE = /^[^#\n]*\bkind["']?\s*:\s*["']?CustomResourceDefinition\b/m

/**
 * Reads CustomResourceDefinitions line by line: a real bundle of them has megabytes, for which a YAML parser needs
 * seconds. Each version is true if it is served. Only block style is understood, which is how they are generated;
 * `undefined` for anything else.
 */
export function crdsIn(text: string): readonly Crd[] | undefined {
  const found: Crd[] = []
  for (const document of text.split(/^---.*$/m)) {
    const lines = document.split(/\r?\n/).flatMap(lineOf)
    if (
      !lines.some(({ indent, key, value }) => indent === 0 && key === 'kind' && value === 'CustomResourceDefinition')
    ) {
      if (ELSEWHERE.test(document)) return undefined
      continue
    }
    const name = blockOf(lines, 'metadata').find(({ key }) => key === 'name')?.value
    const versions = versionsOf(blockOf(lines, 'spec'))
    if (name === undefined || versions.size === 0) return undefined
    found.push({ name, versions })
  }
  return found
}

function lineOf(text: string): readonly Line[] {
  // Descriptions are long, and nothing relevant is on a long line.
  if (text.length > 300) return []
  const [, blanks, items = '', double, single, plain, value = ''] = LINE.exec(text) ?? []
  if (blanks === undefined) return []
  const key = double ?? single ?? plain ?? ''
  return [{ indent: blanks.length + items.length, item: items !== '', key, value: unquoted(value) }]
}

function unquoted(value: string): string {
  const plain = value.replace(/\s+#.*$/, '').trim()
  return /^(["']).*\1$/.test(plain) ? plain.slice(1, -1) : plain
}

/** The lines directly below a top-level key: those of its first level of indentation. */
function blockOf(lines: readonly Line[], key: string): readonly Line[] {
  const start = lines.findIndex((line) => line.indent === 0 && line.key === key)
  if (start < 0) return []
  const rest = lines.slice(start + 1)
  const end = rest.findIndex(({ indent }) => indent === 0)
  return end < 0 ? rest : rest.slice(0, end)
}

function versionsOf(spec: readonly Line[]): ReadonlyMap<string, boolean> {
  const depth = Math.min(...spec.map(({ indent }) => indent))
  const single = spec.find(({ indent, key }) => indent === depth && key === 'version')?.value
  const found = new Map<string, boolean>(single ? [[single, true]] : [])
  const start = spec.findIndex(({ indent, key, item }) => indent === depth && key === 'versions' && !item)
  if (start < 0) return found
  const rest = spec.slice(start + 1)
  const [first] = rest
  const end = rest.findIndex(({ indent, item }) => indent <= depth && !item)
  const items = end < 0 ? rest : rest.slice(0, end)
  let current: { name?: string; served?: boolean } = {}
  for (const line of [...items, undefined]) {
    if (!line || (line.item && line.indent === first?.indent)) {
      if (current.name !== undefined) found.set(current.name, current.served ?? true)
      current = {}
    }
    if (line?.indent !== first?.indent) continue
    if (line?.key === 'name') current = { ...current, name: line.value }
    if (line?.key === 'served') current = { ...current, served: line.value !== 'false' }
  }
  return found
}
