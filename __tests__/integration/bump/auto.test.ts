import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { errorsIn, errorsOf, outcomesOf, planOf, publishedVersion, resultsOf } from '../../support/charts/published.ts'
import type { Files } from '../../support/git/repository.ts'
import type { WorkflowRun } from '../../support/run/workflow.ts'
import { aWorld, type World } from '../../support/run/world.ts'

const resource = (kind: string, value: string) => `apiVersion: v1
kind: ${kind}
metadata:
  name: {{ .Release.Name }}
data:
  text: ${value}
`

function chart(name: string, version: string, more: Files = {}): Files {
  return {
    [`charts/${name}/Chart.yaml`]: `apiVersion: v2\nname: ${name}\ndescription: A chart\nversion: ${version}\nappVersion: "1.0"\n`,
    [`charts/${name}/values.yaml`]: 'image:\n  repository: app\n  tag: "1.0"\ngreeting: hello\n',
    [`charts/${name}/templates/config.yaml`]: resource(
      'ConfigMap',
      '{{ .Values.greeting }} {{ .Values.image.repository }}:{{ .Values.image.tag }}',
    ),
    [`charts/${name}/templates/secret.yaml`]: resource('Secret', 'c2VjcmV0'),
    ...more,
  }
}

let world: World

beforeAll(async () => {
  world = await aWorld({
    files: {
      ...chart('app', '1.4.2'),
      ...chart('young', '0.3.0'),
      ...chart('early', '0.3.0'),
      ...chart('plain', '1.0.0'),
      '.github/release-charts.yaml': 'charts:\n  early:\n    zero-major: major\n  plain:\n    bump: patch\n',
    },
    run: { entry: 'source' },
  })
  await world.release()
})
afterAll(async () => {
  await world[Symbol.asyncDispose]()
})

async function change(message: string, files: Files): Promise<WorkflowRun> {
  await world.repository.commit(message, files)
  return world.release()
}

const chartFile = (name: string) => world.repository.remoteFile(`charts/${name}/Chart.yaml`)
const warningsAbout = (run: WorkflowRun, text: string) =>
  run.annotations.filter(({ level, message }) => level === 'warning' && message.includes(text))
const planned = (run: WorkflowRun, name: string) => planOf(run).charts.find((one) => one.name === name)

describe('bump: auto, which nobody has to ask for', () => {
  let run: WorkflowRun

  beforeAll(async () => {
    const removed = (name: string) => ({ [`charts/${name}/templates/secret.yaml`]: null })
    run = await change('fix: tidy up', {
      ...removed('app'),
      ...removed('young'),
      ...removed('early'),
      ...removed('plain'),
    })
  })

  it('gives a chart that no longer makes a resource a new major, minor before 1.0.0', () => {
    expect(errorsIn(run)).toEqual([])
    expect(resultsOf(run)).toEqual([
      'app 2.0.0 released',
      'early 1.0.0 released',
      'plain 1.0.1 released',
      'young 0.4.0 released',
    ])
  })

  it('says which finding decided, in the reason, the log, the summary and the plan', () => {
    const reason = outcomesOf(run).app?.reason ?? ''
    expect(reason).toMatch(
      /^breaking: .*Secret.*; its content changed since 1\.4\.2 was published; next free major version is 2\.0\.0$/,
    )
    expect(outcomesOf(run).young?.reason).toContain('which is minor before 1.0.0')
    expect(run.stdout).toMatch(/app 1\.4\.2 -> 2\.0\.0: bump, breaking: .*Secret/)
    expect(run.stdout).toMatch(/^ {2}rendered\/removed: breaking: /m)
    expect(run.summary).toMatch(/\| ✅ app \|.*breaking: .*Secret/)
    expect(planned(run, 'app')).toMatchObject({
      bump: { setting: 'auto', source: 'default', level: 'major' },
      comparedWith: '1.4.2',
      findings: expect.arrayContaining([
        expect.objectContaining({ level: 'major', kind: 'rendered', rule: 'rendered/removed' }),
      ]),
    })
  })

  it('looks for nothing where the setting says it all', () => {
    expect(planned(run, 'plain')).toMatchObject({
      bump: { setting: 'patch', source: 'config', level: 'patch' },
      findings: [],
    })
  })

  it('is done with that: the next run asks for no package', async () => {
    const from = world.registry.requests.length
    const again = await world.release()
    expect(again.outputs.released).toBe('false')
    const asked = world.registry.requests.slice(from).map(({ path }) => path)
    expect(asked.filter((path) => path.includes('/tags/list'))).toEqual([])
    // Of each chart only a signature is read, to see whose it is.
    const blobs = asked.filter((path) => path.includes('/blobs/'))
    const charts = Object.values(outcomesOf(again))
    const archives = charts.map(
      ({ name, version }) => publishedVersion(world.registry, name, version)?.archiveDigest ?? '',
    )
    expect(archives).toHaveLength(4)
    expect(blobs).toHaveLength(4)
    expect(blobs.filter((path) => archives.some((digest) => path.endsWith(digest)))).toEqual([])
  })
})

describe('what a change weighs', () => {
  it('is a patch where only a default changed', async () => {
    const run = await change('feat: kinder', {
      'charts/app/values.yaml': 'image:\n  repository: app\n  tag: "1.0"\ngreeting: good day\n',
    })
    expect(resultsOf(run)).toContain('app 2.0.1 released')
  })

  it('is raised by a commit that says it breaks', async () => {
    const run = await change('feat(app)!: another greeting', {
      'charts/app/values.yaml': 'image:\n  repository: app\n  tag: "1.0"\ngreeting: good evening\n',
    })
    expect(resultsOf(run)).toContain('app 3.0.0 released')
    expect(outcomesOf(run).app?.reason).toMatch(/^breaking: commit [0-9a-f]{12} says "feat\(app\)!: another greeting"/)
  })

  it('is not lowered by a commit that calls it a fix', async () => {
    const run = await change('fix(app): tidy up', {
      'charts/app/values.yaml': 'image:\n  repository: app\n  tag: "1.0"\n',
      'charts/app/templates/config.yaml': resource(
        'ConfigMap',
        '{{ .Values.image.repository }}:{{ .Values.image.tag }}',
      ),
    })
    expect(resultsOf(run)).toContain('app 4.0.0 released')
    expect(outcomesOf(run).app?.reason).toMatch(/greeting/)
  })

  it('is known from git where the package can not be fetched any more', async () => {
    const { archiveDigest = '' } = publishedVersion(world.registry, 'young', '0.4.0') ?? {}
    world.registry.removeBlob('acme/charts/young', archiveDigest)
    const run = await change('fix: young', { 'charts/young/templates/config.yaml': null })
    expect(errorsIn(run)).toEqual([])
    expect(resultsOf(run)).toContain('young 0.5.0 released')
  })
})

describe('an image that moves on without appVersion', () => {
  it('is told, with both lines and what to set', async () => {
    const run = await change('feat: 1.1', {
      'charts/app/values.yaml': 'image:\n  repository: app\n  tag: "1.1"\n',
    })
    expect(warningsAbout(run, 'appVersion')).toEqual([
      expect.objectContaining({
        properties: expect.objectContaining({ file: 'charts/app/values.yaml', line: '3' }),
        message: expect.stringMatching(
          /image\.tag went from 1\.0 to 1\.1, and appVersion is still 1\.0 \(Chart\.yaml:5\).*app-version: values:image\.tag/,
        ),
      }),
    ])
  })

  it('takes appVersion with it where that is set, which is new for its users', async () => {
    await world.repository.commit('feat: 1.2', {
      'charts/app/values.yaml': 'image:\n  repository: app\n  tag: "1.2"\n',
    })
    const run = await world.release({ inputs: { charts: 'charts/app', 'app-version': 'values:image.tag' } })
    expect(warningsAbout(run, 'appVersion')).toEqual([])
    expect(resultsOf(run)).toEqual(['app 4.1.0 released'])
    expect(await chartFile('app')).toContain('appVersion: "1.2"')
  })
})

describe('a version that was raised by hand', () => {
  it('is kept where it is enough', async () => {
    const raised = (await chartFile('plain')).replace('1.0.1', '2.0.0')
    await world.repository.commit('feat!: plain', {
      'charts/plain/Chart.yaml': raised,
      'charts/plain/templates/config.yaml': null,
      '.github/release-charts.yaml': null,
    })
    const run = await world.release()
    expect(resultsOf(run)).toContain('plain 2.0.0 released')
    expect(run.annotations.filter(({ level }) => level === 'warning')).toEqual([])
  })

  it('fails the chart by configuration where it is too low, before anything is published', async () => {
    const raised = (await chartFile('app')).replace('4.1.0', '4.1.1')
    await world.repository.commit('fix: less', {
      'charts/app/Chart.yaml': raised,
      'charts/app/templates/config.yaml': null,
    })
    const run = await world.release({ inputs: { 'too-low': 'fail' } })
    expect(errorsOf(run)).toEqual(['VERSION_TOO_LOW'])
    expect(errorsIn(run)[0]?.properties).toMatchObject({ file: 'charts/app/Chart.yaml', line: '4' })
    expect(errorsIn(run)[0]?.message).toContain('Write `version: 5.0.0`.')
    expect(publishedVersion(world.registry, 'app', '4.1.1')).toBeUndefined()
  })

  it('is taken with a warning at its line where nobody said otherwise', async () => {
    const run = await world.release()
    expect(resultsOf(run)).toContain('app 4.1.1 released')
    const [warning] = run.annotations.filter(({ level }) => level === 'warning')
    expect(warning?.properties).toMatchObject({ file: 'charts/app/Chart.yaml', line: '4' })
    expect(warning?.message).toMatch(/app 4\.1\.1 is taken.*5\.0\.0 is called for after 4\.1\.0: breaking/)
    expect(planned(run, 'app')?.needsAtLeast).toBe('5.0.0')
  })
})
