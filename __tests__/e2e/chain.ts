import { strict as assert } from 'node:assert'
import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type Files, git, writeFiles } from '../support/git/repository.ts'
import type { Stage } from './stage.ts'

const run = promisify(execFile)

/** Each depends on the one before it. */
export const chain = ['chain-a', 'chain-b', 'chain-c', 'chain-d', 'chain-e'] as const

const template = (words: string) => `apiVersion: v1
kind: ConfigMap
metadata:
  name: {{ .Release.Name }}-{{ .Chart.Name }}
data:
  words: ${words}
`

/** The template of the first chart, touched. */
export const touched: Files = { 'charts/chain-a/templates/map.yaml': template('others') }

/** Five charts with exact versions and the locks that Helm itself writes. */
export async function chainOfFive(helm: string): Promise<Files> {
  const files = Object.assign({}, ...chain.map(chartFiles)) as Record<string, string>
  const folder = await mkdtemp(join(tmpdir(), 'chain-'))
  await writeFiles(folder, files)
  for (const name of chain.slice(1)) {
    const chart = join(folder, 'charts', name)
    await run(helm, ['dependency', 'update', '--skip-refresh', chart], { env: { HOME: folder } })
    files[`charts/${name}/Chart.lock`] = await readFile(join(chart, 'Chart.lock'), 'utf8')
  }
  await rm(folder, { recursive: true })
  return files
}

function chartFiles(name: string, index: number): Files {
  const before = chain[index - 1]
  const dependencies = before
    ? `dependencies:\n  - name: ${before}\n    version: 1.0.0\n    repository: file://../${before}\n`
    : ''
  return {
    [`charts/${name}/Chart.yaml`]: `apiVersion: v2\nname: ${name}\nversion: 1.0.0\ndescription: One of five\n${dependencies}`,
    [`charts/${name}/templates/map.yaml`]: template('some'),
  }
}

/** In a fresh clone: `helm dependency build` takes every lock as it is, and changes none. */
export async function buildsClean({ repository, helm }: Stage): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'chain-'))
  await git(folder, ['clone', '--quiet', '--branch', repository.branch, repository.origin, 'clone'])
  const clone = join(folder, 'clone')
  for (const name of chain.slice(1))
    await run(helm, ['dependency', 'build', '--skip-refresh', join(clone, 'charts', name)], { env: { HOME: folder } })
  assert.equal(await git(clone, ['status', '--porcelain', '--untracked-files=no']), '')
  await rm(folder, { recursive: true })
}

/** The charts whose tag of this version was written, in the order of writing. */
export function orderOfTags({ servers }: Stage, version: string): readonly string[] {
  return servers.registry.requests.flatMap(({ method, path }) => {
    const [, name] = /\/acme\/charts\/(chain-\w)\/manifests\/([^/?]+)$/.exec(path) ?? []
    return method === 'PUT' && name !== undefined && path.endsWith(`/${version}`) ? [name] : []
  })
}
