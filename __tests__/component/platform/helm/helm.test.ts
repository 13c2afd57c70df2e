import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Helm } from '../../../../src/ports/helm.ts'
import { helmPath } from '../../../support/helm/helm.ts'
import { helmOf } from '../../../support/helm/packaging.ts'
import { failureOf } from '../../../support/values/failure.ts'

let root: string
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'charts-'))
})
afterAll(() => rm(root, { recursive: true, force: true }))

const CONFIG_MAP = 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: {{ .Release.Name }}\n'

/** Writes a chart folder; returns its path. */
async function chartAt(name: string, files: Readonly<Record<string, string>> = {}): Promise<string> {
  const folder = join(root, name)
  const all = {
    'Chart.yaml': `apiVersion: v2\nname: ${name}\nversion: 1.0.0\n`,
    'templates/a.yaml': CONFIG_MAP,
    ...files,
  }
  for (const [path, content] of Object.entries(all)) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), content)
  }
  return folder
}

/** A program called helm that is none. */
async function fakeHelm(name: string, script: string): Promise<string> {
  await mkdir(join(root, name), { recursive: true })
  await writeFile(join(root, name, 'helm'), `#!/bin/sh\n${script}\n`)
  await chmod(join(root, name, 'helm'), 0o755)
  return join(root, name, 'helm')
}

describe('a machine without room', () => {
  it('is what is told, whatever Helm was at: it is not the fault of a chart', async () => {
    const script = `[ "$1" = version ] && echo v4.1.4 && exit
echo 'Error: failed to save: write /tmp/app-1.0.0.tgz: no space left on device' >&2
exit 1`
    const helm = await helmOf(await fakeHelm('full', script))
    for (const work of [() => helm.package(['/app']), () => helm.lint(['/app'])]) {
      const error = await failureOf(work())
      expect([error.code, error.kind]).toEqual(['DISK_FULL', 'config'])
      expect(error.message).toContain('/tmp/app-1.0.0.tgz: no space left on device')
    }
    const none = await failureOf(helmOf(await fakeHelm('fuller', 'echo no space left on device >&2; exit 1')))
    expect(none.code).toBe('DISK_FULL')
  })
})

describe('finding Helm', () => {
  it('says how to get one where there is none', async () => {
    const error = await failureOf(helmOf('helm', { PATH: root }))
    expect(error).toMatchObject({ code: 'HELM_MISSING', kind: 'config' })
    expect(error.hint).toContain('helm-version: 4.1.4')
  })

  it('refuses one below 3.8 and names both versions', async () => {
    const error = await failureOf(helmOf(await fakeHelm('old', 'echo v3.7.2')))
    expect(error).toMatchObject({ code: 'HELM_TOO_OLD', kind: 'config' })
    expect(error.message).toContain('3.7.2')
    expect(error.message).toContain('3.8.0')
  })

  it.each([
    ['v3.8.0', '3.8.0'],
    ['v4.3', '4.3.0'],
    ['v3.22.0+gabcdef', '3.22.0'],
  ])('takes %s', async (said, version) => {
    expect((await helmOf(await fakeHelm(`is-${said}`, `echo ${said}`))).version).toBe(version)
  })

  it('does not take a program for Helm that says no version', async () => {
    expect(await failureOf(helmOf(await fakeHelm('mute', 'exit 0')))).toMatchObject({ code: 'HELM_MISSING' })
    expect(await failureOf(helmOf(await fakeHelm('broken', 'echo v4.0.0; exit 1')))).toMatchObject({
      code: 'HELM_MISSING',
    })
    await writeFile(join(root, 'garbage'), Buffer.alloc(100, 7), { mode: 0o755 })
    expect(await failureOf(helmOf(join(root, 'garbage')))).toMatchObject({ code: 'HELM_MISSING' })
  })
})

describe.each([3, 4] as const)('Helm %s', (major) => {
  let helm: Helm
  beforeAll(async () => {
    helm = await helmOf(major)
  })

  it('tells its version', () => {
    expect(helm.version).toMatch(new RegExp(`^${major}\\.\\d+\\.\\d+$`))
  })

  it('takes nothing that a template says for a heading of its own output', async () => {
    const said = 'before\\n==> Linting elsewhere\\nafter'
    const chart = await chartAt('heading', { 'templates/a.yaml': `{{ mustRegexMatch "(${said}" "" }}` })
    const linted = await helm.lint([chart])
    expect([...linted.keys()]).toEqual([chart])
    expect(linted.get(chart)?.failed).toBe(true)
    expect(linted.get(chart)?.messages.join()).toMatch(/before ==> Linting elsewhere after/)
  })

  it('lints many charts at once, each with its own findings', async () => {
    const good = await chartAt('good')
    const bad = await chartAt('bad', { 'templates/a.yaml': '{{ .Values.missing.deeper }}\n{{ end }}' })
    const library = await chartAt('library', {
      'Chart.yaml': 'apiVersion: v2\nname: library\nversion: 1.0.0\ntype: library\n',
    })
    const bare = join(root, 'bare')
    await mkdir(bare, { recursive: true })
    await writeFile(join(bare, 'Chart.yaml'), 'apiVersion: v2\nname: bare\nversion: 1.0.0\n')
    const strict = await chartAt('strict', {
      'values.yaml': 'port: eighty\n',
      'values.schema.json': '{"properties": {"port": {"type": "integer"}}, "required": ["host"]}',
    })
    const linted = await helm.lint([good, bad, library, bare])
    const findings = (await helm.lint([good, strict])).get(strict)
    expect(findings?.failed).toBe(true)
    for (const told of ['port', 'host']) expect(findings?.messages.join()).toContain(told)
    expect([...linted.keys()]).toEqual([good, bad, library, bare])
    expect([good, bad, library, bare].map((folder) => linted.get(folder)?.failed)).toEqual([false, true, false, false])
    expect(linted.get(bad)?.messages.join()).toContain('unexpected {{end}}')
    expect(await helm.lint([])).toEqual(new Map())
  })

  it('packages the others where one is refused, and says why', async () => {
    const [one, three] = [await chartAt('one'), await chartAt('three')]
    const two = await chartAt('two', {
      'Chart.yaml':
        'apiVersion: v2\nname: two\nversion: 1.0.0\ndependencies:\n  - name: gone\n    version: 1.0.0\n    repository: https://example.test\n',
    })
    const packaged = await helm.package([one, two, three])
    expect(packaged.get(one)).toBeInstanceOf(Uint8Array)
    expect(packaged.get(three)).toBeInstanceOf(Uint8Array)
    expect(packaged.get(two)).toMatchObject({ failed: expect.stringContaining('gone') })
    expect(await helm.package([])).toEqual(new Map())
  })

  it('keeps two charts of one name and version apart', async () => {
    const one = await chartAt('twin-1', {
      'Chart.yaml': 'apiVersion: v2\nname: twin\nversion: 1.0.0\n',
      'values.yaml': 'from: one\n',
    })
    const two = await chartAt('twin-2', {
      'Chart.yaml': 'apiVersion: v2\nname: twin\nversion: 1.0.0\n',
      'values.yaml': 'from: two\n',
    })
    const packaged = await helm.package([one, two])
    const { readArchive } = await import('../../../../src/chart/archive/archive.ts')
    const values = [one, two].map((folder) => {
      const files = readArchive(packaged.get(folder) as Uint8Array)
      return Buffer.from(files.find(({ path }) => path === 'values.yaml')?.content ?? []).toString()
    })
    expect(values).toEqual(['from: one\n', 'from: two\n'])
  })
})

describe('how a chart is linted', () => {
  const deprecated = { 'templates/a.yaml': 'apiVersion: extensions/v1beta1\nkind: Ingress\nmetadata:\n  name: a\n' }
  const asks = {
    'templates/a.yaml': `{{ if semverCompare "<1.30-0" .Capabilities.KubeVersion.Version }}{{ .Values.no.such }}{{ end }}`,
  }

  it.each([3, 4] as const)(
    'is strict, with values and for a version of Kubernetes where that is said, with Helm %i',
    async (major) => {
      const helm = await helmOf(major)
      const [old, good, modern] = [
        await chartAt(`deprecated-${major}`, deprecated),
        await chartAt(`good-${major}`),
        await chartAt(`modern-${major}`, asks),
      ]
      expect((await helm.lint([old])).get(old)?.failed).toBe(false)
      const strict = await helm.lint([good, old], { strict: true })
      expect([good, old].map((one) => strict.get(one)?.failed)).toEqual([false, true])
      expect((await helm.lint([modern], { kubeVersion: '1.29' })).get(modern)?.failed).toBe(true)
      expect((await helm.lint([modern], { kubeVersion: 'v1.31.2' })).get(modern)?.failed).toBe(false)
      const values = join(root, `values-${major}.yaml`)
      await writeFile(values, 'a: [\n')
      expect((await helm.lint([good], { values })).get(good)?.failed).toBe(true)
    },
  )

  it('needs a Helm that knows how', async () => {
    const old = `case "$1" in version) echo v3.8.0;; *) echo "Error: unknown flag: --kube-version" >&2; exit 1;; esac`
    const helm = await helmOf(await fakeHelm('old', old))
    await expect(helm.lint([await chartAt('any')], { kubeVersion: '1.30' })).rejects.toMatchObject({
      code: 'HELM_TOO_OLD',
      message: expect.stringContaining('--kube-version'),
      hint: expect.stringContaining('leave `kube-version` out'),
    })
  })
})

describe('a chart that goes too far', () => {
  const bomb = { 'templates/a.yaml': `{{- $_ := until 2000000000 }}\n${CONFIG_MAP}` }
  const endless = {
    'templates/a.yaml': `{{- range until 200000 }}{{- range until 200000 }}{{ end }}{{ end }}\n${CONFIG_MAP}`,
  }

  it('is stopped at its memory limit, alone', async () => {
    const helm = await helmOf(4, {}, { timeoutMs: 300_000, maxMemoryBytes: 400 << 20 })
    const [good, bad] = [await chartAt('beside-a-bomb'), await chartAt('bomb', bomb)]
    const linted = await helm.lint([good, bad])
    expect(linted.get(good)).toEqual({ failed: false, messages: [] })
    expect(linted.get(bad)).toEqual({
      failed: true,
      messages: ['Helm was stopped at 400 MiB of memory'],
      isStopped: true,
    })
  })

  it('is stopped when its time is over, alone', async () => {
    const helm = await helmOf(4, {}, { timeoutMs: 10_000, maxMemoryBytes: 2 ** 31 })
    const [good, bad] = [await chartAt('beside-endless'), await chartAt('endless', endless)]
    const linted = await helm.lint([bad, good])
    expect(linted.get(good)).toEqual({ failed: false, messages: [] })
    expect(linted.get(bad)).toEqual({ failed: true, messages: ['Helm was stopped after 10 seconds'], isStopped: true })
  })

  it('fails alone where Helm itself dies of it', async () => {
    // Helm prints nothing of the charts before.
    const helm = await helmOf(
      await fakeHelm(
        'dying',
        `case "$*" in *version*|*deadly*) ;; *) exec ${await helmPath(4)} "$@";; esac\ncase "$1" in version) echo v4.1.4;; *) echo "fatal error: stack overflow" >&2; exit 2;; esac`,
      ),
    )
    const [good, bad] = [await chartAt('beside-deadly-not'.replace('deadly', 'fatal')), await chartAt('deadly')]
    const linted = await helm.lint([good, bad])
    expect(linted.get(good)?.failed).toBe(false)
    expect(linted.get(bad)).toEqual({ failed: true, messages: ['fatal error: stack overflow'] })
  })
})

describe("Helm's environment", () => {
  const hostile = {
    INPUT_REGISTRY_PASSWORD: 's3cret-password',
    'INPUT_GITHUB-TOKEN': 's3cret-token',
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: 's3cret-oidc',
    ACTIONS_RUNTIME_TOKEN: 's3cret-runtime',
    AWS_SECRET_ACCESS_KEY: 's3cret-aws',
    GITHUB_TOKEN: 's3cret-github',
    KUBECONFIG: '/home/ada/.kube/config',
    HELM_PLUGINS: '/home/ada/plugins',
    HELM_KUBETOKEN: 's3cret-kube',
    HELM_DEBUG: '1',
    NODE_OPTIONS: '--require=./x',
    LD_PRELOAD: '/tmp/x.so',
    SOURCE_DATE_EPOCH: '1',
    HTTPS_PROXY: 'http://ada:s3cret-proxy@10.0.0.1:3128',
  }

  it('holds no secret and no setting of the caller, whatever Helm does', async () => {
    const seen = join(root, 'seen-by-helm')
    const wrapper = await fakeHelm('dumping', `{ echo "== $1 $2"; env; } >> ${seen}\nexec ${await helmPath(4)} "$@"`)
    const helm = await helmOf(wrapper, hostile)
    const folder = await chartAt('plain')
    await helm.lint([folder])
    await helm.package([folder])
    const told = await readFile(seen, 'utf8')
    for (const call of ['== version', '== lint', '== package']) {
      expect(told).toContain(call)
    }
    expect(told).not.toContain('s3cret')
    const names = new Set([...told.matchAll(/^([A-Za-z_-]+)=/gm)].map(([, name]) => name))
    for (const shell of ['_', 'PWD', 'OLDPWD', 'SHLVL']) names.delete(shell)
    expect([...names].sort()).toEqual(
      'GOGC GOMEMLIMIT HELM_CACHE_HOME HELM_CONFIG_HOME HELM_DATA_HOME HELM_PLUGINS HELM_REPOSITORY_CACHE HELM_REPOSITORY_CONFIG HOME HTTPS_PROXY HTTP_PROXY KUBECONFIG LC_ALL PATH TMPDIR TZ'.split(
        ' ',
      ),
    )
    expect(told).not.toContain('/home/ada')
  })
})
