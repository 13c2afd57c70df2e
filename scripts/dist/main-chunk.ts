import type { Metafile } from 'esbuild'
import { packageOf } from './licences.ts'

/** Packages that most runs do not need: their importers take them with `import()` where they are needed. */
const late: readonly RegExp[] = [
  /^@sigstore\//,
  /^tuf-js$|^@tufjs\//,
  /^make-fetch-happen$/,
  /^@actions\/github$|^@octokit\//,
  /^@actions\/(?:http-client|tool-cache)$/,
  /^zod$/,
  /^conventional-commits-parser$|^@simple-libs\//,
  /^@aws-sdk\/|^@smithy\//,
]

/** Names of the output files that an entry of `dist/` loads at its start, itself first. */
export function eagerOutputs(metafile: Metafile, name = 'index'): readonly string[] {
  const entry = Object.keys(metafile.outputs).find((output) => output.endsWith(`/${name}.js`))
  const eager = new Set(entry ? [entry] : [])
  // A set gives what is added while it is walked, too.
  for (const output of eager) {
    const imports = metafile.outputs[output]?.imports ?? []
    for (const { path, kind, external } of imports) if (kind === 'import-statement' && !external) eager.add(path)
  }
  return [...eager]
}

/** Bytes of each package (and of our own source, as `src`) among what is loaded at the start, largest first. */
export function eagerPackages(metafile: Metafile, name = 'index'): ReadonlyMap<string, number> {
  const sizes = new Map<string, number>()
  for (const output of eagerOutputs(metafile, name)) {
    for (const [input, { bytesInOutput }] of Object.entries(metafile.outputs[output]?.inputs ?? {})) {
      const owner = packageOf(input)?.name ?? 'src'
      sizes.set(owner, (sizes.get(owner) ?? 0) + bytesInOutput)
    }
  }
  return new Map([...sizes].sort(([, a], [, b]) => b - a))
}

/** One sentence for each late package whose code is loaded at the start. */
export function latePackagesLoadedEarly(metafile: Metafile, entry = 'index'): readonly string[] {
  const where = entry === 'index' ? 'the main chunk' : `the start of ${entry}.js`
  return [...eagerPackages(metafile, entry)]
    .filter(([name, bytes]) => bytes > 0 && late.some((pattern) => pattern.test(name)))
    .map(([name, bytes]) => `${where} holds ${bytes} bytes of ${name}, which must be imported with import()`)
}
