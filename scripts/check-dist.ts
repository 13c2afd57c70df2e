// `npm run check-dist`: bundles again, in memory, and compares with what is in dist/. Fails when dist/ is stale.
import { existsSync, globSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { bundle, entries } from './dist/bundle.ts'

/** What differs between the bundle and a folder, a line each; empty when they are the same. */
export function differences(files: ReadonlyMap<string, Uint8Array>, folder: string): readonly string[] {
  const present = existsSync(folder) ? globSync('**/*.*', { cwd: folder }) : []
  const changed = [...files].flatMap(([name, content]) => {
    if (!existsSync(join(folder, name))) return [`missing: ${name}`]
    return Buffer.compare(readFileSync(join(folder, name)), content) === 0 ? [] : [`differs: ${name}`]
  })
  return [...changed, ...present.filter((name) => !files.has(name)).map((name) => `left over: ${name}`)].sort()
}

async function main(root: string): Promise<number> {
  const { files } = await bundle({ root, ...entries })
  const found = differences(files, join(root, 'dist'))
  for (const line of found) console.error(line)
  console.log(found.length === 0 ? `dist/ is fresh (${files.size} files)` : 'dist/ is stale: run `npm run build`')
  return found.length === 0 ? 0 : 1
}

if (import.meta.main) process.exitCode = await main(resolve(import.meta.dirname, '..'))
