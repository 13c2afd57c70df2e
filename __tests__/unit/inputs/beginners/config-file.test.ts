import { describe, expect, it, jest } from '@jest/globals'
import { readSettings } from '../../../../src/inputs.ts'
import { problemsIn } from '../../../../src/model/errors.ts'

const environment = { GITHUB_REPOSITORY: 'acme/charts', GITHUB_REPOSITORY_OWNER: 'acme' }

const problemsOf = (configText: string) =>
  readSettings({ inputs: {}, configText, environment }).then(() => [], problemsIn)

/** The line that a hint says to write, in the place of the wrong one. */
function followed(text: string, line: number, hint: string): string {
  const [, written = ''] = /`([^`]+)`\.$/.exec(hint) ?? []
  expect(written).not.toBe('')
  const lines = text.split('\n')
  const indent = /^ */.exec(lines[line - 1] ?? '')?.[0] ?? ''
  return lines.with(line - 1, `${indent}${written}`).join('\n')
}

const mistakes: readonly (readonly [place: string, wrong: string, sentence: string])[] = [
  ['defaults', 'kube-version: 1.30', 'is the number 1.30; allowed: text'],
  ['charts.app', 'kube-version: 1.30', 'is the number 1.30; allowed: text'],
  ['defaults', 'lint: false', 'is `false`; allowed: text'],
  ['charts.app', 'lint: true', 'is `true`; allowed: `on`, `strict`, `off`'],
  ['defaults', 'lint: none', 'is "none"; allowed: `on`, `strict`, `off`'],
  ['charts.app', 'lint-values: ci/a.yaml', 'is "ci/a.yaml"; allowed: a list'],
  ['charts.app', 'undeclared-subcharts: true', 'is `true`; allowed: `allow`, `refuse`'],
  ['charts.app', 'unlocked: yes', 'is "yes"; allowed: `allow`, `refuse`'],
  ['defaults', 'sign: false', 'is `false`; allowed: text'],
  ['charts.app', 'sign: off', 'is "off"; allowed: `keyless`, `none`'],
  ['charts.app', 'targets: oci://ghcr.io/acme/more', 'is "oci://ghcr.io/acme/more"; allowed: a list'],
  ['charts.app', 'tag-template: {{ .Name }}-{{ .Version }}', 'not valid YAML'],
  ['defaults', 'tag-template: {{ .Name }}_{{ .Version }}', 'not valid YAML'],
  ['charts.app', 'release-notes: changelog', 'is "changelog"; allowed: a list'],
  ['charts.app', 'release-notes: none', 'is "none"; allowed: a list'],
  ['charts.app', 'release-notes-file: [NOTES.md]', 'is a list; allowed: text'],
  ['defaults', 'branches: main', 'is "main"; allowed: a list'],
  ['defaults', 'pull-request-draft: yes', 'is "yes"; allowed: `true`, `false`'],
  ['defaults', 'generate-release-notes: no', 'is "no"; allowed: `true`, `false`'],
  ['defaults', 'pull-request-labels: release, no-changelog', 'is "release, no-changelog"; allowed: a list'],
]

const inPlace = (place: string, line: string) =>
  place === 'defaults' ? `defaults:\n  ${line}\n` : `charts:\n  app:\n    ${line}\n`

describe('a beginner’s config file', () => {
  it.each(mistakes)('%s has %s: the hint, word for word, leads out', async (place, wrong, sentence) => {
    const text = inPlace(place, wrong)
    const [problem, ...more] = await problemsOf(text)
    expect(more).toEqual([])
    expect(problem?.message).toContain(sentence)
    expect(await problemsOf(followed(text, problem?.at?.line ?? 0, problem?.hint ?? ''))).toEqual([])
  })

  it('makes the YAML library say nothing by itself', async () => {
    const said: unknown[] = []
    const warning = jest.spyOn(process, 'emitWarning').mockImplementation((...words: unknown[]) => {
      said.push(words)
    })
    await problemsOf(inPlace('charts.app', 'tag-template: {{ .Version }}'))
    warning.mockRestore()
    expect(said).toEqual([])
  })

  it('means the version of Kubernetes that it says', async () => {
    const text = inPlace('charts.app', 'kube-version: 1.30')
    const [problem] = await problemsOf(text)
    const configText = followed(text, 3, problem?.hint ?? '')
    const { perChart } = await readSettings({ inputs: {}, configText, environment })
    expect(perChart.app?.kubeVersion).toBe('1.30')
  })

  it('has charts in a list: they are keys', async () => {
    const [problem] = await problemsOf('charts:\n  - app:\n      bump: major\n')
    expect(problem?.message).toBe('`charts` in the config file is a list; allowed: a map of keys.')
    expect(problem?.hint).toBe('Write each chart as a key, without a dash: `app:`, and below that its settings.')
    expect(await problemsOf('charts:\n  app:\n    bump: major\n')).toEqual([])
  })

  it('has a glob without quotes', async () => {
    const [problem] = await problemsOf('charts:\n  *:\n    bump: major\n')
    expect(problem?.hint).toBe('A name that begins with `*` needs quotes: `"*":`.')
    expect(await problemsOf('charts:\n  "*":\n    bump: major\n')).toEqual([])
  })

  it('has repositories as `helm repo add` lists them, or with the sign that Chart.yaml has', async () => {
    const [list] = await problemsOf(
      'dependencies:\n  repositories:\n    - name: bitnami\n      url: https://x.example\n',
    )
    expect(list?.hint).toBe('Write each as `name: address`, without dashes: `bitnami: https://…`.')
    const [sign] = await problemsOf('dependencies:\n  repositories:\n    "@bitnami": https://x.example\n')
    expect(sign?.hint).toBe('Write `bitnami`.')
    expect(await problemsOf('dependencies:\n  repositories:\n    bitnami: https://x.example\n')).toEqual([])
  })

  it.each(['branches: [main]', 'generate-release-notes: true', 'pull-requests: per-chart'])(
    'gives a chart what all share: %s',
    async (line) => {
      const [problem] = await problemsOf(inPlace('charts.app', line))
      const [name = ''] = line.split(':')
      expect(problem?.message).toBe(`\`charts.app.${name}\` is not a key of the config file.`)
      expect(problem?.hint).toBe(`All charts share it: put it under \`defaults:\`, as \`defaults.${name}\`.`)
      expect(await problemsOf(inPlace('defaults', line))).toEqual([])
    },
  )

  it.each(['path: sub', 'ct-config: none', 'pages-token: x'])('gives what only a step can give: %s', async (line) => {
    const [problem] = await problemsOf(inPlace('defaults', line))
    const [name = ''] = line.split(':')
    expect(problem?.hint).toBe(`Give \`${name}\` as an input of the step, under \`with:\`.`)
  })
})
