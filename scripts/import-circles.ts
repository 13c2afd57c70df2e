import { posix } from 'node:path'

/** Who imports whom, by path from the repository root; types count. */
export type Imports = ReadonlyMap<string, readonly string[]>

/** Groups that import each other, each sorted: a reader of one has to read all of them. */
export function circlesOf(imports: Imports): readonly (readonly string[])[] {
  const reach = new Map([...imports.keys()].map((from) => [from, reachable(from, imports)]))
  const seen = new Set<string>()
  return [...imports.keys()].sort().flatMap((from) => {
    if (seen.has(from) || !reach.get(from)?.has(from)) return []
    const group = [...imports.keys()].filter((to) => reach.get(from)?.has(to) && reach.get(to)?.has(from)).sort()
    for (const member of group) seen.add(member)
    return [group]
  })
}

/** The same between folders with one parent: rooms side by side have an order. */
export function circlesOfRooms(imports: Imports): readonly (readonly string[])[] {
  const parents = new Set([...imports.keys()].map((file) => posix.dirname(posix.dirname(file))))
  return [...parents].sort().flatMap((parent) => circlesOf(betweenRooms(parent, imports)))
}

function betweenRooms(parent: string, imports: Imports): Imports {
  const between = new Map<string, Set<string>>()
  for (const [from, all] of imports) {
    const room = roomIn(parent, from)
    const others = all.map((to) => roomIn(parent, to)).filter((to) => to !== undefined && to !== room)
    if (room !== undefined) between.set(room, new Set([...(between.get(room) ?? []), ...(others as string[])]))
  }
  return new Map([...between].map(([room, others]) => [room, [...others]]))
}

function roomIn(parent: string, file: string): string | undefined {
  const [room, ...rest] = file.startsWith(`${parent}/`) ? file.slice(parent.length + 1).split('/') : []
  return room !== undefined && rest.length > 0 ? `${parent}/${room}` : undefined
}

function reachable(from: string, imports: Imports): ReadonlySet<string> {
  const found = new Set<string>()
  const left = [...(imports.get(from) ?? [])]
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    if (found.has(next)) continue
    found.add(next)
    left.push(...(imports.get(next) ?? []))
  }
  return found
}
