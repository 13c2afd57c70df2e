import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, describe, expect, it } from '@jest/globals'
import { readArchive } from '../../src/chart/archive/archive.ts'
import { lockDigest } from '../../src/chart/manifest/lock.ts'
import type { PackagedChart } from '../../src/model/chart.ts'
import { publishedVersion } from '../support/charts/published.ts'
import { aRepository, type Files, git, type TestRepository } from '../support/git/repository.ts'
import { helmPath } from '../support/helm/helm.ts'
import { pack, packed, textsIn } from '../support/helm/packaging.ts'
import { realData } from '../support/places.ts'
import { aWorld } from '../support/run/world.ts'

const cleanup: (() => Promise<unknown>)[] = []
afterEach(async () => {
  await Promise.all(cleanup.splice(0).map((work) => work()))
})

async function aRepositoryOf(files: Files): Promise<TestRepository> {
  const repository = await aRepository({ files })
  cleanup.push(() => repository.remove())
  return repository
}

const CONFIG_MAP = 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: {{ .Release.Name }}\n'

/** A chart with everything that could differ: two libraries, line endings, names, modes, a nested chart. */
function oddChart(): Files {
  const subs = ['one', 'two', 'three'].map((name) => ({ name, version: '0.1.0', repository: `file://../${name}` }))
  const dependencies = subs.map(
    ({ name, repository }) => `  - name: ${name}\n    version: 0.1.0\n    repository: ${repository}\n`,
  )
  const entries = subs.map(({ name, repository }) => `- name: ${name}\n  repository: ${repository}\n  version: 0.1.0\n`)
  const vendored = '  - name: vendored\n    version: 9.9.9\n    repository: ""\n'
  const locked = [...subs, { name: 'vendored', version: '9.9.9', repository: '' }]
  const fields = locked.map(({ name, version, repository }) => ({ fields: { name, version, repository } }))
  const digest = lockDigest(fields, locked)
  return {
    '.gitattributes': '*.crlf text eol=crlf\n*.sh text\n',
    'charts/app/Chart.yaml': `# about\napiVersion: v2\nname: app\nversion: 1.2.3\nkeywords: [b, a]\nunknown: x\ndependencies:\n${dependencies.join('')}${vendored}`,
    'charts/app/Chart.lock': `dependencies:\n${entries.join('')}- name: vendored\n  repository: ""\n  version: 9.9.9\ndigest: ${digest}\ngenerated: "2026-01-02T03:04:05.123456789+02:00"\n`,
    'charts/app/values.yaml': '# values\na: 1\n',
    'charts/app/values.schema.json': '{"type": "object"}\n',
    'charts/app/templates/a.yaml': CONFIG_MAP,
    'charts/app/templates/NOTES.txt': 'hello\n',
    'charts/app/files/run.sh': '#!/bin/sh\n',
    'charts/app/files/line-endings.crlf': 'one\ntwo\n',
    'charts/app/files/with space.txt': 's\n',
    'charts/app/files/ünïcode–日本.txt': 'ü\n',
    'charts/app/files/empty.txt': '',
    'charts/app/crds/x.yaml':
      'apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata:\n  name: x.example.test\n',
    'charts/app/charts/vendored/Chart.yaml': 'apiVersion: v2\nname: vendored\nversion: 9.9.9\n',
    'charts/app/charts/vendored/templates/v.yaml': CONFIG_MAP,
    ...Object.fromEntries(
      subs.flatMap(({ name }) => [
        [`charts/${name}/Chart.yaml`, `apiVersion: v2\nname: ${name}\nversion: 0.1.0\ntype: library\n`],
        [`charts/${name}/templates/_${name}.tpl`, `{{/* ${name} */}}\n`],
      ]),
    ),
  }
}

const everyChart = ['charts/app', 'charts/one', 'charts/two', 'charts/three']

const digests = async (...args: Parameters<typeof pack>) =>
  [...(await pack(...args))].map(([path, packaged]) => {
    if (packaged instanceof Error) throw packaged
    return `${path} ${(packaged as PackagedChart).digest}`
  })

describe('one commit', () => {
  it('is one package: in two clones, at two times, with both Helms, with a dirty work tree, alone or beside others', async () => {
    const repository = await aRepositoryOf(oddChart())
    const [one, two, three] = [
      await repository.checkout(),
      await repository.checkout(),
      await repository.checkout({ depth: 1 }),
    ]
    const first = await digests(one, everyChart, { helm: 4 })
    await wait(1100)
    expect(await digests(two, everyChart, { helm: 3 })).toEqual(first)
    await writeFile(join(three, 'charts/app/values.yaml'), 'dirty: true\n')
    await writeFile(join(three, 'charts/app/untracked.yaml'), 'x\n')
    await writeFile(join(three, 'charts/one/templates/_more.tpl'), 'x\n')
    // Alone its libraries are built for it only, and Go walks its map of subcharts in another order each time.
    for (const helm of [4, 4, 3, 3] as const) {
      expect(await digests(three, ['charts/app'], { helm })).toEqual(first.slice(0, 1))
    }
  })

  it('holds each path once, with what a checkout of it holds', async () => {
    const repository = await aRepositoryOf(oddChart())
    const packaged = await packed(repository.folder, 'charts/app')
    const paths = readArchive(packaged.archive).map(({ path }) => path)
    expect(new Set(paths).size).toBe(paths.length)
    const texts = textsIn(packaged)
    expect(Object.keys(texts).sort()).toEqual(
      [
        'Chart.lock',
        'Chart.yaml',
        ...['one', 'three', 'two'].flatMap((name) => [
          `charts/${name}/Chart.yaml`,
          `charts/${name}/templates/_${name}.tpl`,
        ]),
        'charts/vendored/Chart.yaml',
        'charts/vendored/templates/v.yaml',
        'crds/x.yaml',
        'files/empty.txt',
        'files/line-endings.crlf',
        'files/run.sh',
        'files/with space.txt',
        'files/ünïcode–日本.txt',
        'templates/NOTES.txt',
        'templates/a.yaml',
        'values.schema.json',
        'values.yaml',
      ].sort(),
    )
    expect(texts['files/line-endings.crlf']).toBe('one\r\ntwo\r\n')
    expect(texts['values.yaml']).toBe('# values\na: 1\n')
    expect(texts['files/empty.txt']).toBe('')
  })

  it('loads in both Helms, and as tar sees it', async () => {
    const repository = await aRepositoryOf(oddChart())
    const packaged = await packed(repository.folder, 'charts/app')
    const file = join(repository.root, 'app-1.2.3.tgz')
    await writeFile(file, packaged.archive)
    for (const major of [3, 4] as const) {
      const shown = execFileSync(await helmPath(major), ['show', 'chart', file], { encoding: 'utf8' })
      expect(shown).toContain('version: 1.2.3')
    }
    const listed = execFileSync('tar', ['--list', '--verbose', '--utc', '--full-time', '-zf', file], {
      encoding: 'utf8',
    })
    const times = new Set([...listed.matchAll(/\d{4}-\d\d-\d\d \d\d:\d\d:\d\d/g)].map(([time]) => time))
    expect(times).toEqual(new Set(['2026-01-01 00:00:00']))
    expect(listed.split('\n').every((line) => line === '' || line.startsWith('-rw-r--r-- 0/0'))).toBe(true)
  })

  it('takes nothing from git-ignored files at the root, where actions leave credentials', async () => {
    const repository = await aRepositoryOf({
      'Chart.yaml': 'apiVersion: v2\nname: root\nversion: 1.0.0\n',
      'templates/a.yaml': CONFIG_MAP,
      '.gitignore': 'gha-creds-*.json\n',
    })
    await writeFile(join(repository.folder, 'gha-creds-0123.json'), '{"token": "secret"}')
    const texts = textsIn(await packed(repository.folder, '.'))
    expect(Object.keys(texts).sort()).toEqual(['.gitignore', 'Chart.yaml', 'templates/a.yaml'])
  })

  it('takes what links lead to, and Helm sees no link', async () => {
    const repository = await aRepositoryOf({
      LICENSE: 'licence\n',
      'charts/app/Chart.yaml': 'apiVersion: v2\nname: app\nversion: 1.0.0\n',
      'charts/lib/Chart.yaml': 'apiVersion: v2\nname: lib\nversion: 1.0.0\n',
      'charts/lib/templates/a.yaml': CONFIG_MAP,
    })
    await symlink('../../LICENSE', join(repository.folder, 'charts/app/LICENSE'))
    await symlink('../lib/templates', join(repository.folder, 'charts/app/templates'))
    await repository.commit('feat: links', {})
    const texts = textsIn(await packed(repository.folder, 'charts/app'))
    expect(texts).toMatchObject({ LICENSE: 'licence\n', 'templates/a.yaml': CONFIG_MAP })
  })

  it('is one digest in a registry, whatever the time zone, the Helm and the hour of the run', async () => {
    const repository = await aRepositoryOf(oddChart())
    const seen: unknown[] = []
    for (const [helm, TZ] of [
      [4, 'Pacific/Auckland'],
      [3, 'America/St_Johns'],
    ] as const) {
      const world = await aWorld({ repository, helm })
      cleanup.push(() => Promise.all([world.registry.stop(), world.sigstore.close()]))
      const run = await world.release({
        entry: 'source',
        env: { TZ, SOURCE_DATE_EPOCH: helm === 4 ? '1' : undefined },
        inputs: { sign: 'none', 'tag-template': 'none' },
      })
      expect({ exitCode: run.exitCode, said: run.exitCode === 0 ? '' : run.stdout }).toEqual({ exitCode: 0, said: '' })
      const published = publishedVersion(world.registry, 'app', '1.2.3')
      seen.push({ digest: published?.digest, archive: published?.archiveDigest })
      expect(published?.annotations['org.opencontainers.image.created']).toBe('2026-01-01T00:00:00Z')
    }
    expect(seen[0]).toEqual(seen[1])
    expect(seen[0]).toMatchObject({ digest: expect.stringMatching(/^sha256:/) })
  })
})

const bundle = join(realData, 'monorepo-a.bundle')

describe('the real chart spire, with subcharts as folders and built', () => {
  it('holds no path twice, and is the same with both Helms', async () => {
    if (!existsSync(bundle)) return console.warn(`skipped: ${bundle} is not here`)
    const root = await mkdtemp(join(tmpdir(), 'spire-'))
    cleanup.push(() => rm(root, { recursive: true, force: true }))
    const workspace = join(root, 'charts')
    await git(root, ['clone', '--quiet', bundle, workspace])
    const [four, three] = [
      await packed(workspace, 'charts/spire', { helm: 4 }),
      await packed(workspace, 'charts/spire', { helm: 3 }),
    ]
    expect(three.digest).toBe(four.digest)
    const listed = execFileSync('tar', ['-tzf', '-'], { input: four.archive, encoding: 'utf8' }).trim().split('\n')
    expect(listed.length).toBeGreaterThan(150)
    expect(new Set(listed).size).toBe(listed.length)
  })
})
