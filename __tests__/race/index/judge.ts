import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { helmPath } from '../../support/helm/helm.ts'
import { fullyParsed } from '../../support/index/index-release.ts'
import type { IndexPlace } from './place.ts'

const run = promisify(execFile)

/** Versions as `name version` that are missing from the index, are in it twice, or were never released. */
export async function problemsIn(place: IndexPlace, wanted: readonly string[]): Promise<readonly string[]> {
  const bytes = await place.index()
  if (bytes.length === 0) return ['there is no index']
  const parsed = fullyParsed(bytes)
  const listed = [...parsed].flatMap(([name, entries]) => entries.map(({ version }) => `${name} ${version}`))
  return [...difference('in the index', wanted, listed), ...difference('in Helm', wanted, await seenByHelm(place.url))]
}

function difference(where: string, wanted: readonly string[], found: readonly string[]): readonly string[] {
  const times = Map.groupBy(found, (each) => each)
  const bad = wanted.flatMap((each) => {
    const count = times.get(each)?.length ?? 0
    return count === 1 ? [] : [`${each} is ${count} times ${where}`]
  })
  const foreign = [...times.keys()].filter((each) => !wanted.includes(each))
  return [...bad, ...foreign.map((each) => `${each} is ${where}, and nobody released it`)]
}

async function seenByHelm(url: string): Promise<readonly string[]> {
  const [helm, home] = [await helmPath(4), await mkdtemp(join(tmpdir(), 'helm-home-'))]
  try {
    const options = { env: { PATH: process.env.PATH, HOME: home }, maxBuffer: 1 << 28 }
    await run(helm, ['repo', 'add', 'raced', url], options)
    const { stdout } = await run(helm, ['search', 'repo', 'raced/', '--versions', '--devel', '-o', 'json'], options)
    const found = JSON.parse(stdout) as readonly { readonly name: string; readonly version: string }[]
    return found.map(({ name, version }) => `${name.replace('raced/', '')} ${version}`)
  } finally {
    await rm(home, { recursive: true, force: true })
  }
}
