import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ReleaseError } from '../../../src/model/errors.ts'
import { indexOf } from '../index/index-release.ts'
import { runProgram } from '../process/run-program.ts'

/** Every `chart version` that Helm lists of an index; `undefined` if it can't load the index. */
export type HelmReading = ReadonlySet<string> | undefined

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
    const options = { env: { HOME: home } }
    const { stdout, stderr } = await runProgram(helm, [...args, ...places], options)
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

/** What we list of an index, or why it is refused. */
export function ourReading(text: string): ReadonlySet<string> | ReleaseError {
  try {
    const index = indexOf(text)
    return new Set(index.names.flatMap((name) => index.versions(name).map((version) => `${name} ${version}`)))
  } catch (error) {
    if (error instanceof ReleaseError && error.kind !== 'bug') return error
    throw error
  }
}

/** Where the two differ, in words; what we refuse as too odd, at its line, is no difference. */
export function difference(what: string, text: string, helm: HelmReading): readonly string[] {
  const ours = ourReading(text)
  if (!(ours instanceof ReleaseError)) {
    if (helm === undefined) return [`${what}: Helm can't load it, and we take it`]
    const missing = [...helm].filter((one) => !ours.has(one))
    return missing.length > 0 ? [`${what}: not found: ${missing.join(', ')}`] : []
  }
  if (ours.at?.line === undefined) return [`${what}: refused without a line`]
  const isOdd = ours.code === 'INDEX_NOT_UNDERSTOOD' || /ends too early|no single text/.test(ours.message)
  return helm === undefined || isOdd ? [] : [`${what}: ${ours.code}, and Helm loads it: ${ours.message}`]
}
