import { createRequire } from 'node:module'
import { join, sep } from 'node:path'
import { build, type Metafile, type Plugin } from 'esbuild'
import { licenceText } from './licences.ts'
import { latePackagesLoadedEarly } from './main-chunk.ts'

interface BundleOptions {
  /** Folder of the repository; all paths in the bundle are relative to it. */
  readonly root: string
  /** From `root`, e.g. `src/main.ts`. */
  readonly entry: string
  /** Further entries, by the name of their file in `dist/`; what they share with the first is in chunks. */
  readonly others?: Readonly<Record<string, string>>
}

/** What `dist/` is built from: the action, and the one in `verify/`. */
export const entries = { entry: 'src/main.ts', others: { verify: 'src/verify-main.ts' } } as const

interface Bundle {
  /** File name from `dist/` to its bytes. */
  readonly files: ReadonlyMap<string, Uint8Array>
  readonly metafile: Metafile
}

// Bundled CommonJS packages still ask for Node's own modules with `require`, which ES modules do not have.
const requireForCommonJs = [
  "import { createRequire as createRequireForBundle } from 'node:module'",
  'const require = createRequireForBundle(import.meta.url)',
].join('\n')

// The toolkit's modules do nothing when they are loaded, but their package.json does not say so: without this a single
// `setSecret` brings an HTTP client of 700 kB along, for the identity tokens that we do not get from the toolkit.
const quietToolkit: Plugin = {
  name: 'quiet-toolkit',
  setup({ onResolve, resolve }) {
    onResolve({ filter: /^\.|^@actions\// }, async ({ path, pluginData, ...from }) => {
      if (pluginData === quietToolkit || !/[\\/]@actions[\\/]/.test(`${from.importer}/${path}`)) return undefined
      const found = await resolve(path, { ...from, pluginData: quietToolkit })
      return { ...found, sideEffects: false }
    })
  },
}

/**
 * Bundles the action into memory: `index.js`, the other entries, chunks that are loaded on demand, `licenses.txt` and `package.json`.
 * Equal sources give equal bytes, in whatever folder. Fails with an `Error` that names every problem: a package without
 * an accepted licence, a late package in the main chunk, a path of this machine in the output.
 */
export async function bundle({ root, entry, others = {} }: BundleOptions): Promise<Bundle> {
  const result = await build({
    absWorkingDir: root,
    entryPoints: { index: entry, ...others },
    outdir: 'dist',
    entryNames: '[name]',
    chunkNames: '[name]-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    banner: { js: requireForCommonJs },
    // Names and lines stay: a stack trace in a user's log must be readable, and so must a diff of dist/.
    minifySyntax: true,
    legalComments: 'none',
    treeShaking: true,
    plugins: [quietToolkit],
    metafile: true,
    write: false,
    logLevel: 'warning',
  })
  const files = new Map(result.outputFiles.map((file) => [nameInDist(root, file.path), file.contents]))
  files.set('licenses.txt', Buffer.from(licenceText(root, result.metafile)))
  files.set('package.json', Buffer.from('{ "type": "module" }\n'))
  const early = ['index', ...Object.keys(others)].flatMap((name) => latePackagesLoadedEarly(result.metafile, name))
  refuse([...early, ...pathsOfThisMachine(root, files)])
  return { files: new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1))), metafile: result.metafile }
}

function nameInDist(root: string, path: string): string {
  return path.slice(join(root, 'dist').length + 1).replaceAll(sep, '/')
}

function pathsOfThisMachine(root: string, files: ReadonlyMap<string, Uint8Array>): readonly string[] {
  return [...files]
    .filter(([, content]) => Buffer.from(content).includes(root))
    .map(([name]) => `dist/${name} holds the path ${root}; bundle from a folder with its own node_modules`)
}

function refuse(problems: readonly string[]): void {
  if (problems.length > 0) throw new Error(problems.join('\n'))
}

/** The version of esbuild, for logs: another version may give other bytes. */
export function bundlerVersion(): string {
  return createRequire(import.meta.url)('esbuild/package.json').version
}
