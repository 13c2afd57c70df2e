import { createHash } from 'node:crypto'
import { afterEach, describe, expect, it } from '@jest/globals'
import { writeArchive } from '../../../../src/chart/archive/archive.ts'
import { ReleaseError } from '../../../../src/model/errors.ts'
import { aRepository, type Files, type TestRepository } from '../../../support/git/repository.ts'
import { pack, packed, refusal, textsIn } from '../../../support/helm/packaging.ts'

const repositories: TestRepository[] = []
afterEach(async () => {
  await Promise.all(repositories.splice(0).map((repository) => repository.remove()))
})

async function folderWith(files: Files): Promise<string> {
  const repository = await aRepository({ files })
  repositories.push(repository)
  return repository.folder
}

const lib: Files = {
  'c/lib/Chart.yaml': 'apiVersion: v2\nname: lib\nversion: 1.0.0\n',
  'c/lib/values.yaml': 'x: 1\n',
}
const app = (dependency: string): Files => ({
  'c/app/Chart.yaml': `apiVersion: v2\nname: app\nversion: 1.0.0\nappVersion: 1.10\ndependencies:\n${dependency}`,
})
const fromLib = '  - name: lib\n    version: 1.0.0\n    repository: file://../lib\n'

describe('a packaged chart', () => {
  it('says what was packaged, from where and of when', async () => {
    const folder = await folderWith({ ...lib })
    const packaged = await packed(folder, 'c/lib')
    expect(packaged).toMatchObject({
      name: 'lib',
      version: '1.0.0',
      path: 'c/lib',
      created: new Date('2026-01-01T00:00:00Z'),
      revision: expect.stringMatching(/^[0-9a-f]{40}$/),
      fingerprint: expect.stringMatching(/^sha256:/),
      digest: `sha256:${createHash('sha256').update(packaged.archive).digest('hex')}`,
      metadata: { apiVersion: 'v2', name: 'lib', version: '1.0.0' },
    })
    expect('appVersion' in packaged).toBe(false)
  })

  it('has the appVersion that Helm reads', async () => {
    const folder = await folderWith({ ...lib, ...app(fromLib) })
    expect(await packed(folder, 'c/app')).toMatchObject({ appVersion: '1.1', metadata: { appVersion: '1.1' } })
  })

  it('is refused if Helm reads another appVersion than was planned with', async () => {
    const folder = await folderWith({
      'c/lib/Chart.yaml': 'apiVersion: v2\nname: lib\nversion: 1.0.0\nappVersion: "$Id$"\n',
      // What a checkout makes of it is what Helm gets.
      '.gitattributes': 'Chart.yaml ident\n',
    })
    expect(await refusal(folder, 'c/lib')).toMatchObject({
      code: 'CHART_YAML_INVALID',
      at: { file: 'c/lib/Chart.yaml' },
      message: expect.stringMatching(
        /Helm reads `appVersion` of c\/lib\/Chart\.yaml as "\$Id: [0-9a-f]+ \$", not as "\$Id\$"/,
      ),
    })
  })

  it('may have its dependency vendored, too, where that is the same', async () => {
    const folder = await folderWith({
      ...lib,
      ...app(fromLib),
      'c/app/charts/lib/Chart.yaml': 'apiVersion: v2\nname: lib\nversion: 1.0.0\n',
      'c/app/charts/lib/values.yaml': 'x: 1\n',
    })
    expect(Object.keys(textsIn(await packed(folder, 'c/app'))).sort()).toEqual([
      'Chart.yaml',
      'charts/lib/Chart.yaml',
      'charts/lib/values.yaml',
    ])
  })

  it('is refused where the vendored one differs: nobody could say which of the two counts', async () => {
    const folder = await folderWith({
      ...lib,
      ...app(fromLib),
      'c/app/charts/lib/Chart.yaml': 'apiVersion: v2\nname: lib\nversion: 1.0.0\n',
      'c/app/charts/lib/values.yaml': 'x: 2\n',
    })
    const error = await refusal(folder, 'c/app')
    expect(error).toMatchObject({ code: 'ARCHIVE_INVALID', kind: 'chart', at: { file: 'c/app/Chart.yaml' } })
    expect(error.message).toContain('charts/lib/values.yaml')
    expect(error.hint).toMatch(/^The chart is in `charts\/` twice/)
    // Its neighbour is packaged all the same.
    const both = await pack(folder, ['c/app', 'c/lib'])
    expect(both.get('c/app')).toBeInstanceOf(ReleaseError)
    expect(both.get('c/lib')).not.toBeInstanceOf(ReleaseError)
  })

  it('is told of with what its users may miss: names that differ in case only, and parts that are left out', async () => {
    const folder = await folderWith({
      ...lib,
      'c/lib/README.md': 'a',
      'c/lib/readme.md': 'b',
      'c/lib/.helmignore': 'crds/\n',
      'c/lib/crds/a.yaml': '',
    })
    const warnings: string[] = []
    await packed(folder, 'c/lib', { warn: (text) => warnings.push(text) })
    expect(warnings).toEqual([
      'lib packages README.md and readme.md, whose names differ only in case or Unicode form: on macOS and Windows one takes the place of the other.',
      'c/lib/.helmignore:1 leaves crds out of the package of lib by the rule `crds/`, as Helm does.',
    ])
  })

  it('never holds what only stands for a content, however large; of what others packaged that is told', async () => {
    const secret = Buffer.concat([Buffer.from('\0GITCRYPT\0'), Buffer.alloc(5000, 7)])
    const folder = await folderWith({ ...lib, ...app(fromLib), 'c/lib/files/key': secret })
    const results = await pack(folder, ['c/lib', 'c/app'])
    expect(results.get('c/lib')).toMatchObject({ code: 'CHART_STAND_IN' })
    expect((await refusal(folder, 'c/app')).message).toContain('charts/lib/files/key is encrypted by git-crypt')
    const content = [
      { path: 'Chart.yaml', content: Buffer.from(String(lib['c/lib/Chart.yaml'])) },
      { path: 'logo.png', content: Buffer.from('version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 7\n') },
    ]
    const vendored = await folderWith({
      ...app(fromLib.replace('file://../lib', '""')),
      'c/app/charts/lib.tgz': writeArchive('lib', content, new Date(0)),
    })
    const warnings: string[] = []
    await packed(vendored, 'c/app', { warn: (text) => warnings.push(text) })
    expect(warnings).toEqual([
      'app packages charts/lib/logo.png, which is only a Git LFS pointer in the archive that it comes from.',
    ])
  })

  it('with requirements.yaml holds what Helm publishes of it', async () => {
    const folder = await folderWith({
      ...lib,
      'c/old/Chart.yaml': 'apiVersion: v1\nname: old\nversion: 1.0.0\n',
      'c/old/requirements.yaml': `dependencies:\n${fromLib}`,
    })
    const packaged = await packed(folder, 'c/old')
    expect(packaged.metadata).toMatchObject({ dependencies: [{ name: 'lib', version: '1.0.0' }] })
    expect(Object.keys(textsIn(packaged))).toContain('charts/lib/values.yaml')
  })

  it('keeps a version with build metadata, a v, or two numbers as Helm does', async () => {
    const versions = ['1.0.0+build.5', 'v1.2.3', '1.0.0-rc.1']
    const folder = await folderWith(
      Object.fromEntries(
        versions.map((version, n) => [`c/${n}/Chart.yaml`, `apiVersion: v2\nname: c${n}\nversion: ${version}\n`]),
      ),
    )
    const packages = [...(await pack(folder, ['c/0', 'c/1', 'c/2'])).values()]
    expect(packages.map((one) => (one instanceof ReleaseError ? one.message : one.version))).toEqual(versions)
  })

  it('is linted as it will be published: what Helm finds is told in words of the repository, and stops this chart only', async () => {
    const folder = await folderWith({
      ...lib,
      'c/app/Chart.yaml': 'apiVersion: v2\nname: app\nversion: 1.0.0\n',
      'c/app/templates/app.yaml': '{{ .Values.a }\n',
      'c/bad/Chart.yaml': 'apiVersion: v2\nname: bad\nversion: 1.0.0\n',
      'c/bad/values.yaml': 'port: eighty\n',
      'c/bad/values.schema.json': '{"properties": {"port": {"type": "integer"}}}',
      'c/hidden/Chart.yaml': 'apiVersion: v2\nname: hidden\nversion: 1.0.0\n',
      'c/hidden/charts/sub/Chart.yaml': 'apiVersion: v2\nname: sub\nversion: 1.0.0\n',
    })
    const packages = await pack(folder, ['c/app', 'c/bad', 'c/hidden', 'c/lib'])
    expect(packages.get('c/lib')).not.toBeInstanceOf(ReleaseError)
    const check = (path: string) => `Correct it, and check with \`helm lint ${path}\`.`
    const hidden = {
      said: 'c/hidden: chart metadata is missing these dependencies: sub',
      hint: 'Name that chart under `dependencies` in Chart.yaml, or say `undeclared-subcharts: allow` for c/hidden in the config file.',
    }
    const values =
      'If its users must give values, commit some as `c/bad/ci/test-values.yaml`: then it is linted with those.'
    for (const [path, found, at, hint] of [
      ['c/app', 'templates/app.yaml', { file: 'c/app/templates/app.yaml', line: 1 }, check('c/app')],
      ['c/bad', 'port', { file: 'c/bad/values.yaml' }, `${check('c/bad')} ${values}`],
      ['c/hidden', hidden.said, { file: 'c/hidden/Chart.yaml' }, hidden.hint],
    ] as const) {
      const error = packages.get(path) as ReleaseError
      expect(error).toMatchObject({
        code: 'CHART_LINT_FAILED',
        kind: 'chart',
        at,
        hint,
      })
      expect(error.message).toContain(found)
      expect(error.message).not.toMatch(/\.tgz|\/tmp\//)
    }
  })
})
