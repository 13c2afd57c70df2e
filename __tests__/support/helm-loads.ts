import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

/** Every `chart version` that Helm lists of an index; `undefined` if it can't load the index. */
export type HelmReading = ReadonlySet<string> | undefined

const run = promisify(execFile)

/**
 * What Helm lists of each of these indexes, in their order. All are put into its cache, where `helm repo add` would have put
 * them, and searched at once: Helm warns of those that it can't load, and goes on.
 */
export async function helmReadings(helm: string, indexes: readonly string[]): Promise<readonly HelmReading[]> {
  const home = await mkdtemp(join(tmpdir(), 'helm-loads-'))
  try {
    const config = join(home, 'repositories.yaml')
    const repositories = indexes.map((_, at) => `- name: r${at}\n  url: https://r${at}.charts.invalid\n`)
    await writeFile(config, `apiVersion: ""\nrepositories:\n${repositories.join('')}`)
    for (const [at, index] of indexes.entries()) await writeFile(join(home, `r${at}-index.yaml`), index)
    const args = ['search', 'repo', '--versions', '--devel', '-o', 'json']
    const places = ['--repository-config', config, '--repository-cache', home]
    const options = { env: { HOME: home }, maxBuffer: 1 << 28 }
    const { stdout, stderr } = await run(helm, [...args, ...places], options)
    const warnings = stderr.split('\n').filter((line) => line.includes('corrupt or missing'))
    const refused = new Set(warnings.map((line) => Number(/\br(\d+)\b/.exec(line)?.[1])))
    const listed = indexes.map(() => new Set<string>())
    for (const { name, version } of JSON.parse(stdout) as { name: string; version: string }[]) {
      const [, at, chart] = /^r(\d+)\/(.*)$/s.exec(name) ?? []
      listed[Number(at)]?.add(`${chart} ${version}`)
    }
    return listed.map((versions, at) => (refused.has(at) ? undefined : versions))
  } finally {
    await rm(home, { recursive: true })
  }
}
