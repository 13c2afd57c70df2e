import { describe, expect, it } from '@jest/globals'
import type { Inputs } from '../../../../src/inputs/table/definition.ts'
import { readSettings } from '../../../../src/inputs.ts'
import { problemsIn } from '../../../../src/model/errors.ts'
import { everyTarget, signsAnything } from '../../../../src/model/settings.ts'

const A = 'oci://a.test/charts'
const environment = { GITHUB_REPOSITORY_OWNER: 'acme' }
const read = (configText: string, inputs: Inputs = {}) =>
  readSettings({ inputs: { targets: A, ...inputs }, configText, environment })

async function problemsOf(configText: string, inputs: Inputs = {}): Promise<readonly string[]> {
  const problems = await read(configText, inputs).then(() => [], problemsIn)
  return problems.map(({ at, code, message, hint }) =>
    [`${at?.line ?? '-'} ${code} ${message}`, ...(hint === undefined ? [] : [hint])].join(' | '),
  )
}

describe('settings of single charts', () => {
  it('say where a chart goes, under which tags, whether it is signed, and where its notes stand', async () => {
    const { perChart } = await read(`charts:
  team-a/**:
    targets: [oci://b.test/y, "dir:out"]
    tag-template: hub-manager_v{{ .Version }}
    sign: none
    release-notes: [changelog]
`)
    expect(perChart['team-a/**']).toMatchObject({
      targets: ['oci://b.test/y', 'dir:out'],
      tagTemplate: 'hub-manager_v{{ .Version }}',
      sign: 'none',
      releaseNotes: ['changelog'],
      given: { targets: { value: 'oci://b.test/y, dir:out', at: { line: 3 } }, sign: { at: { line: 5 } } },
    })
  })

  it('may say that there are no tags and no notes', async () => {
    const { perChart } = await read('charts:\n  app:\n    tag-template: none\n    release-notes: []\n')
    expect(perChart.app).toMatchObject({ tagTemplate: '', releaseNotes: [] })
  })

  it('add to what the run may publish to and sign with', async () => {
    const settings = await read(`charts:\n  app:\n    targets: [dir:x, ${A}]\n    sign: keyless\n`, { sign: 'none' })
    expect(everyTarget(settings)).toEqual([A, 'dir:x'])
    expect(signsAnything(settings)).toBe(true)
    expect(signsAnything(await read('charts:\n  app:\n    sign: none\n', { sign: 'none' }))).toBe(false)
  })

  it.each([
    [
      'no targets',
      '    targets: []',
      '3 CONFIG_VALUE_INVALID `charts.app.targets` in the config file is an empty list; allowed: at least one entry. | To leave a chart out, put its folder under `exclude`.',
    ],
    [
      'an address that is no list',
      '    targets: oci://x',
      '3 CONFIG_VALUE_INVALID `charts.app.targets` in the config file is "oci://x"; allowed: a list. | Write `targets: ["oci://x"]`.',
    ],
    [
      'braces without quotes',
      '    tag-template: {{ .Version }}',
      '3 CONFIG_VALUE_INVALID `charts.app.tag-template` in the config file is a map; allowed: text. | Text that begins with a brace needs quotes: `tag-template: "{{ .Name }}-{{ .Version }}"`.',
    ],
    [
      'a slip of the pen',
      '    tag-tempate: x',
      '3 CONFIG_KEY_UNKNOWN `charts.app.tag-tempate` is not a key of the config file. | Did you mean `tag-template`?',
    ],
    [
      'the same chart twice',
      '    bump: patch\n  ./app/:\n    sign: none',
      '4 CONFIG_CHARTS_CONFLICT `charts` in the config file names app twice: at .github/release-charts.yaml:2:3 and at .github/release-charts.yaml:4:3. | Put both into one entry.',
    ],
    [
      'a glob that should be under `exclude`',
      '    bump: patch\n  "!charts/x":\n    sign: none',
      '4 CONFIG_VALUE_INVALID `charts.!charts/x` in the config file is "!charts/x"; allowed: globs of folders inside the repository, from its root, with `/`. | Put `charts/x` under `exclude`.',
    ],
  ])('lead out of a mistake: %s', async (_, lines, told) => {
    expect(await problemsOf(`charts:\n  app:\n${lines}\n`)).toEqual([told])
  })

  it('tell that a glob which YAML takes for an alias needs quotes, and take it with quotes', async () => {
    const [problem = ''] = await problemsOf('charts:\n  */app:\n    sign: none\n')
    expect(problem).toMatch(/CONFIG_FILE_INVALID .* \| A name that begins with `\*` needs quotes: `"\*\/app":`\.$/)
    expect(Object.keys((await read('charts:\n  "*/app":\n    sign: none\n')).perChart)).toEqual(['*/app'])
  })
})

describe('settings that exclude each other', () => {
  const login = { 'registry-username': 'bot', 'registry-password': 'secret' }

  it('count the targets of single charts: one login is for one registry', async () => {
    const other = 'charts:\n  app:\n    targets: [oci://b.test/y]\n'
    expect((await problemsOf(other, login))[0]).toContain('the OCI targets are on a.test and b.test')
    expect(await problemsOf('charts:\n  app:\n    targets: [oci://a.test/other]\n', login)).toEqual([])
  })

  it('let an index be signed if any chart is, wherever its target is named', async () => {
    const index = { 'sign-index': 'true' }
    expect(await problemsOf('charts:\n  app:\n    targets: [dir:x]\n', index)).toEqual([])
    expect(
      await problemsOf('charts:\n  app:\n    sign: keyless\n', { ...index, sign: 'none', targets: 'dir:x' }),
    ).toEqual([])
    expect((await problemsOf('', { ...index, sign: 'none', targets: 'dir:x' }))[0]).toContain(
      '`sign: none` forbids them',
    )
  })

  it('tell that a server is unknown to the public Sigstore if one chart is signed', async () => {
    const away = { ...environment, GITHUB_SERVER_URL: 'https://git.example.test' }
    const given = { inputs: { targets: A, sign: 'none' }, environment: away }
    const problems = readSettings({ ...given, configText: 'charts:\n  app:\n    sign: keyless\n' }).then(
      () => [],
      problemsIn,
    )
    expect((await problems).map(({ code }) => code)).toEqual(['SIGSTORE_NO_PUBLIC_INSTANCE'])
  })
})
