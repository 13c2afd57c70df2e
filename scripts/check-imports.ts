// Who may import whom, on resolved paths: what Biome's rules on import texts cannot see. Run by `npm run lint`.
import { globSync, readFileSync } from 'node:fs'
import { posix, resolve } from 'node:path'

/** One import as written: `from` and `to` are paths from the repository root, e.g. `src/targets/oci/client.ts`. */
interface Import {
  readonly from: string
  readonly to: string
  readonly line: number
}

interface Rule {
  readonly why: string
  readonly forbids: (from: string, to: string) => boolean
}

const inside = (folder: string) => (path: string) => path.startsWith(`${folder}/`)
const inSource = inside('src')
const inModel = inside('src/model')
const inPlatform = inside('src/platform')

/** `src/targets/oci/client.ts` is of the plug-in `src/targets/oci`; files directly under `src/targets` are of none. */
function plugIn(path: string): string | undefined {
  return /^src\/(?:targets|bump)\/[^/]+(?=\/)/.exec(path)?.[0]
}

export const rules: readonly Rule[] = [
  {
    why: 'src imports nothing from outside src',
    forbids: (from, to) => inSource(from) && !inSource(to),
  },
  {
    why: 'src/model imports nothing but its own files',
    forbids: (from, to) => inModel(from) && !inModel(to),
  },
  {
    why: 'a folder under src/targets or src/bump never imports its sibling; put what they share beside the interface',
    forbids: (from, to) => {
      const [own, other] = [plugIn(from), plugIn(to)]
      return own !== undefined && other !== undefined && own !== other
    },
  },
  {
    why: 'only registry.ts (and main.ts) knows the folders under src/targets and src/bump; others take the interface',
    forbids: (from, to) =>
      inSource(from) &&
      plugIn(to) !== undefined &&
      plugIn(from) === undefined &&
      !/^src\/(?:main|targets\/registry|bump\/registry)\.ts$/.test(from),
  },
  {
    why: 'outside src/platform only src/platform/platform.ts may be imported from it',
    forbids: (from, to) =>
      inSource(from) &&
      !inPlatform(from) &&
      from !== 'src/main.ts' &&
      inPlatform(to) &&
      to !== 'src/platform/platform.ts',
  },
  {
    why: 'src/platform serves the program and knows only src/model',
    forbids: (from, to) => inPlatform(from) && inSource(to) && !inPlatform(to) && !inModel(to),
  },
  {
    why: 'nothing imports the entry',
    forbids: (from, to) => inSource(from) && to === 'src/main.ts',
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

function main(root: string): number {
  const files = globSync('src/**/*.ts', { cwd: root }).map((file) => file.replaceAll('\\', '/'))
  const problems = files.sort().flatMap((file) => problemsOf(file, readFileSync(resolve(root, file), 'utf8')))
  for (const problem of problems) console.error(problem)
  console.log(`imports: ${files.length} files, ${problems.length} problems`)
  return problems.length === 0 ? 0 : 1
}

if (import.meta.main) process.exitCode = main(resolve(import.meta.dirname, '..'))
