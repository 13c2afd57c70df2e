// Who may import whom, on resolved paths: what Biome's rules on import texts cannot see. Run by `npm run lint`.
import { globSync, readFileSync } from 'node:fs'
import { posix, resolve } from 'node:path'
import { circlesOf, circlesOfRooms, type Imports } from './import-circles.ts'
import { importTable, sharedRooms } from './import-table.ts'

/** One import as written: `from` and `to` are paths from the repository root, e.g. `src/targets/oci/transport/client.ts`. */
interface Import {
  readonly from: string
  readonly to: string
  readonly line: number
}

interface Rule {
  readonly why: string
  readonly forbids: (from: string, to: string) => boolean
}

const table = new Map(importTable.map(({ name, mayImport }) => [name, mayImport]))

const inSource = (path: string) => path.startsWith('src/')

/** `src/targets/oci/transport/client.ts` is of the row `targets`, `src/main.ts` of the row `main.ts`. */
function row(path: string): string {
  return path.split('/')[1] ?? ''
}

/** `src/targets/oci/oci.ts` is of the plug-in `src/targets/oci`; files under `src/targets` and in shared rooms are of none. */
function plugIn(path: string): string | undefined {
  const folder = /^src\/(?:targets|bump)\/[^/]+(?=\/)/.exec(path)?.[0]
  return folder === undefined || sharedRooms.includes(folder) ? undefined : folder
}

export const rules: readonly Rule[] = [
  {
    why: 'src imports nothing from outside src',
    forbids: (from, to) => inSource(from) && !inSource(to),
  },
  {
    why: 'the table in scripts/import-table.ts does not allow it',
    forbids: (from, to) =>
      inSource(from) && inSource(to) && row(from) !== row(to) && !table.get(row(from))?.includes(row(to)),
  },
  {
    why: 'a folder under src/targets or src/bump never imports its sibling; put what they share beside the interface',
    forbids: (from, to) => {
      const [own, other] = [plugIn(from), plugIn(to)]
      return own !== undefined && other !== undefined && own !== other
    },
  },
  {
    why: 'only registry.ts (and open-run.ts) knows the folders under src/targets and src/bump; others take the interface',
    forbids: (from, to) =>
      inSource(from) &&
      plugIn(to) !== undefined &&
      plugIn(from) === undefined &&
      !/^src\/(?:open-run|targets\/registry|bump\/registry)\.ts$/.test(from),
  },
]

// Biome's formatter has put every statement at the start of a line, so text is enough; comments and strings that
// merely talk of imports do not start a line that way.
const statement = /^(?:import|export)\b(?:[^'"`;]*?\bfrom)?\s*['"](?<to>[^'"]+)['"]/gm
const call = /\bimport\(\s*['"](?<to>[^'"]+)['"]/g

/** The relative imports of a source text: static, re-exporting, dynamic and in types. */
export function importsOf(file: string, text: string): readonly Import[] {
  return [statement, call]
    .flatMap((pattern) => [...text.matchAll(pattern)])
    .filter(({ groups }) => groups?.to?.startsWith('.'))
    .map(({ groups, index }) => ({
      from: file,
      to: posix.join(posix.dirname(file), groups?.to ?? ''),
      line: text.slice(0, index).split('\n').length,
    }))
}

const drawers = /(?:(?:^|\/)(?:helpers?|misc|common|shared)|(?:^|[/-])utils?)(?:\.ts$|\/)/

/** Everything wrong with one file of the repository, as `file:line: why`. */
export function problemsOf(file: string, text: string): readonly string[] {
  const named = drawers.test(file) ? [`${file}:1: a drawer is no name; name what the file holds`] : []
  const imported = importsOf(file, text).flatMap(({ from, to, line }) => [
    ...rules.filter((rule) => rule.forbids(from, to)).map((rule) => `${from}:${line}: imports ${to}: ${rule.why}`),
    ...(to.endsWith('.ts') || to.endsWith('.json') || !inSource(from)
      ? []
      : [`${from}:${line}: imports ${to}: a relative import names its file with .ts`]),
  ])
  return [...named, ...imported]
}

/** Circles between files, and between folders side by side, as one problem each. */
function circlesIn(texts: ReadonlyMap<string, string>): readonly string[] {
  const imports: Imports = new Map(
    [...texts].map(([file, text]) => [file, importsOf(file, text).flatMap(({ to }) => (texts.has(to) ? [to] : []))]),
  )
  return [...circlesOf(imports), ...circlesOfRooms(imports)].map(
    (circle) => `${circle[0]}:1: a circle of imports (types count): ${circle.join(', ')}`,
  )
}

function main(root: string): number {
  const files = globSync('src/**/*.ts', { cwd: root }).map((file) => file.replaceAll('\\', '/'))
  const texts = new Map(files.sort().map((file) => [file, readFileSync(resolve(root, file), 'utf8')]))
  const problems = [...[...texts].flatMap(([file, text]) => problemsOf(file, text)), ...circlesIn(texts)]
  for (const problem of problems) console.error(problem)
  console.log(`imports: ${files.length} files, ${problems.length} problems`)
  return problems.length === 0 ? 0 : 1
}

if (import.meta.main) process.exitCode = main(resolve(import.meta.dirname, '..'))
