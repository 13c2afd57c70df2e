import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { compareArchives } from '../../../../src/chart/archive/archive.ts'
import type { PackagedChart } from '../../../../src/model/chart.ts'
import { ReleaseError } from '../../../../src/model/errors.ts'
import { aRepository, type Files, type TestRepository } from '../../../support/git/repository.ts'
import { helmPath } from '../../../support/helm/helm.ts'
import { pack, textsIn } from '../../../support/helm/packaging.ts'
import { runProgram } from '../../../support/process/run-program.ts'

type Dependency = readonly [name: string, repository: string]

const listed = (dependencies: readonly Dependency[]) =>
  dependencies
    .map(([name, repository]) => `- name: ${name}\n  version: 1.0.0\n  repository: "${repository}"\n`)
    .join('')
const chartYaml = (name: string, dependencies: readonly Dependency[] = []) =>
  `apiVersion: v2\nname: ${name}\nversion: 1.0.0\nicon: https://example.test/i.png\n${dependencies.length > 0 ? `dependencies:\n${listed(dependencies)}` : ''}`
/** A chart with files of every kind. */
const subchart = (folder: string, name: string, dependencies: readonly Dependency[] = []): Files => ({
  [`${folder}/Chart.yaml`]: chartYaml(name, dependencies),
  [`${folder}/values.yaml`]: `of: ${name}\n`,
  [`${folder}/README.md`]: `# ${name}\n`,
  [`${folder}/ci/test.yaml`]: 'of: ci\n',
  [`${folder}/templates/${name}.yaml`]: '# nothing\n',
})

/** By the chart's name: its dependencies, and the files in its folder. */
const shapes: Readonly<Record<string, readonly [readonly Dependency[], Files]>> = {
  beside: [[['sub', 'file://sub']], subchart('sub', 'sub')],
  'beside-ignored': [[['sub', 'file://sub']], { ...subchart('sub', 'sub'), '.helmignore': 'sub/\n' }],
  'beside-ignoring': [
    [['sub', 'file://./vendor/sub']],
    { ...subchart('vendor/sub', 'sub'), 'vendor/sub/.helmignore': 'ci/\n' },
  ],
  environments: [
    [
      ['dev', 'file://envs/dev'],
      ['prod', 'file://envs/prod'],
    ],
    {
      ...subchart('envs/dev', 'dev'),
      ...subchart('envs/prod', 'prod'),
      'templates/a.yaml': '{{ .Files.Get "envs/dev/values.yaml" }}',
    },
  ],
  inside: [[['sub', 'file://charts/sub']], subchart('charts/sub', 'sub')],
  'inside-ignoring': [
    [['sub', 'file://charts/sub']],
    { ...subchart('charts/sub', 'sub'), 'charts/sub/.helmignore': 'ci/\n*.md\n' },
  ],
  'inside-ignored': [[['sub', 'file://charts/sub']], { ...subchart('charts/sub', 'sub'), '.helmignore': 'ci/\n' }],
  'inside-without-archives': [
    [['sub', 'file://charts/sub']],
    { ...subchart('charts/sub', 'sub'), '.helmignore': '*.tgz\n' },
  ],
  'in-another': [
    [
      ['mid', ''],
      ['inner', 'file://charts/mid/charts/inner'],
    ],
    { ...subchart('charts/mid', 'mid'), ...subchart('charts/mid/charts/inner', 'inner') },
  ],
  'below-another': [
    [
      ['mid', ''],
      ['sub', 'file://charts/mid/files/sub'],
    ],
    { ...subchart('charts/mid', 'mid'), ...subchart('charts/mid/files/sub', 'sub') },
  ],
  'deep-inside': [
    [['sub', 'file://charts/sub']],
    {
      ...subchart('charts/sub', 'sub', [['inner', 'file://charts/inner']]),
      ...subchart('charts/sub/charts/inner', 'inner'),
    },
  ],
  sibling: [[['common', 'file://../common']], {}],
  declared: [[['sub', '']], { ...subchart('charts/sub', 'sub'), 'charts/sub/.helmignore': 'ci/\n' }],
}
const names = Object.keys(shapes)

let repository: TestRepository
let ours: ReadonlyMap<string, PackagedChart | ReleaseError>

beforeAll(async () => {
  const files = Object.entries(shapes).flatMap(([name, [dependencies, inside]]) =>
    Object.entries({ 'Chart.yaml': chartYaml(name, dependencies), ...inside }).map(
      ([path, content]) => [`charts/${name}/${path}`, content] as const,
    ),
  )
  const old = {
    'Chart.yaml': 'apiVersion: v1\nname: old\nversion: 1.0.0\nicon: https://example.test/i.png\n',
    'requirements.yaml': `dependencies:\n${listed([['sub', 'file://sub']])}`,
    ...subchart('sub', 'sub'),
  }
  const oldFiles = Object.entries(old).map(([path, content]) => [`charts/old/${path}`, content] as const)
  repository = await aRepository({
    files: { ...Object.fromEntries([...files, ...oldFiles]), ...subchart('charts/common', 'common') },
  })
  const folders = [...names, 'old'].map((name) => `charts/${name}`)
  ours = await pack(repository.folder, folders)
  const home = join(repository.root, 'home')
  await mkdir(home)
  const env = { PATH: process.env.PATH, HOME: home }
  const args = ['package', '--dependency-update', '--destination', home, ...folders]
  await runProgram(await helmPath(4), args, { cwd: repository.folder, env })
})
afterAll(() => repository?.remove())

function packageOf(name: string): PackagedChart {
  const packaged = ours.get(`charts/${name}`)
  if (!packaged || packaged instanceof ReleaseError) throw packaged ?? new Error(name)
  return packaged
}

describe('a chart with a dependency in its own repository', () => {
  it.each([...names, 'old'])('holds what `helm package` packs, file by file: %s', async (name) => {
    const theirs = await readFile(join(repository.root, 'home', `${name}-1.0.0.tgz`))
    const differences = compareArchives(theirs, packageOf(name).archive)
    // Helm writes a lock where git has none.
    expect(differences.filter((one) => !/^"(?:charts\/sub\/)?(?:Chart|requirements)\.lock"/.test(one))).toEqual([])
  })

  it('keeps what its templates read from that folder', () => {
    expect(textsIn(packageOf('environments'))).toMatchObject({
      'envs/dev/values.yaml': 'of: dev\n',
      'charts/dev/values.yaml': 'of: dev\n',
    })
  })
})
