import { type ArchiveFile, readArchive, writeArchive } from '../../../src/chart/archive/archive.ts'
import { readExternalChartYaml } from '../../../src/chart/manifest/chart-yaml.ts'
import type { BuildContext } from '../../../src/chart/package/build.ts'
import type { Git } from '../../../src/ports/git.ts'
import type { Helm } from '../../../src/ports/helm.ts'
import type { MemoryFiles } from './memory-files.ts'

/** Packages folders of files in memory as Helm does: archives in `charts/` become folders. It lints and renders nothing. */
export function memoryHelm({ content }: MemoryFiles): Helm {
  return {
    version: '4.1.4',
    lint: async (archives) => new Map(archives.map((archive) => [archive, { failed: false, messages: [] }])),
    package: async (folders) => new Map(folders.map((folder) => [folder, packaged(content, folder)])),
    template: async () => ({ manifests: '' }),
  }
}

function packaged(content: MemoryFiles['content'], folder: string): Uint8Array | { readonly failed: string } {
  const files = [...content].flatMap(([path, bytes]): readonly ArchiveFile[] => {
    if (!path.startsWith(`${folder}/`)) return []
    const inside = path.slice(folder.length + 1)
    const name = /^charts\/(.+)-[^-]+\.tgz$/.exec(inside)?.[1]
    if (name === undefined) return [{ path: inside, content: bytes }]
    return readArchive(bytes).map((file) => ({ ...file, path: `charts/${name}/${file.path}` }))
  })
  const chartYaml = files.find(({ path }) => path === 'Chart.yaml')
  if (!chartYaml) return { failed: 'Chart.yaml file is missing' }
  const { name } = readExternalChartYaml(Buffer.from(chartYaml.content).toString(), 'Chart.yaml')
  return writeArchive(name, files, new Date(0))
}

/** What packaging works with, all of it in memory; nothing can be fetched. */
export function aBuildContext(
  git: Git,
  files: MemoryFiles,
  changes: Partial<BuildContext> = {},
): () => Promise<BuildContext> {
  return async () => ({
    ...{ git, files, helm: memoryHelm(files), built: new Map(), resolved: new WeakMap(), settingsOf: () => ({}) },
    fetch: ({ name }) => Promise.reject(new Error(`${name} can’t be fetched`)),
    warn: () => {},
    dependencies: { schemes: [], privateHosts: [] },
    ...changes,
  })
}
