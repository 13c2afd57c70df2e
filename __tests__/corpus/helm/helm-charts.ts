import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { basename, dirname, join, relative } from 'node:path'
import { promisify } from 'node:util'
import { tools } from '../../interop/tools.ts'

/** A chart or an index among the test data in Helm's own source. */
export interface HelmCase {
  /** Where it stands, from the root of Helm's module, e.g. `v4/pkg/cmd/testdata/testcharts/alpine`. */
  readonly name: string
  /** Absolute path: a folder for a chart, a file for an index. */
  readonly path: string
}

const run = promisify(execFile)

/** Roots of Helm's source, both major versions, from the Go module proxy. */
async function moduleFolders(): Promise<readonly HelmCase[]> {
  const found = [tools.helm3, tools.helm4].map(async ({ module, version }) => {
    const { stdout } = await run('go', ['mod', 'download', '-json', `${module}@${version}`])
    const { Dir } = JSON.parse(stdout) as { Dir: string }
    return { name: basename(module), path: Dir }
  })
  return Promise.all(found)
}

/** Every chart below a `testdata` folder; of those with equal files, the first. */
export async function helmCharts(): Promise<readonly HelmCase[]> {
  return distinct(await below('Chart.yaml'), async (file) => filesBelow(dirname(file)), dirname)
}

/** Every file below a `testdata` folder whose name ends in `index.yaml` or has it inside; of equal ones, the first. */
export async function helmIndexes(): Promise<readonly HelmCase[]> {
  return distinct(
    await below(/index.*\.yaml$/),
    async (file) => [file],
    (file) => file,
  )
}

async function below(name: string | RegExp): Promise<readonly { readonly root: HelmCase; readonly file: string }[]> {
  const found = []
  for (const root of await moduleFolders()) {
    for (const file of await filesBelow(root.path)) {
      const matches = typeof name === 'string' ? basename(file) === name : name.test(basename(file))
      if (matches && file.includes('/testdata/')) found.push({ root, file })
    }
  }
  return found
}

async function distinct(
  found: Awaited<ReturnType<typeof below>>,
  contentOf: (file: string) => Promise<readonly string[]>,
  pathOf: (file: string) => string,
): Promise<readonly HelmCase[]> {
  const seen = new Map<string, HelmCase>()
  for (const { root, file } of found) {
    const path = pathOf(file)
    const digest = await digestOf(path, await contentOf(file))
    const name = `${root.name}/${relative(root.path, path)}`
    if (!seen.has(digest)) seen.set(digest, { name, path })
  }
  return [...seen.values()]
}

async function digestOf(root: string, files: readonly string[]): Promise<string> {
  const hash = createHash('sha256')
  for (const file of [...files].sort()) hash.update(`${relative(root, file)}\0`).update(await readFile(file))
  return hash.digest('hex')
}

/** Absolute paths of every file below a folder. */
export async function filesBelow(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true })
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
}
