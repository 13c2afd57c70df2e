import { describe, expect, it } from '@jest/globals'
import { readSettings } from '../../../../src/inputs.ts'
import { ReleaseErrors } from '../../../../src/model/errors.ts'

const environment = { GITHUB_REPOSITORY: 'acme/charts', GITHUB_REPOSITORY_OWNER: 'acme' }

async function told(inputs: Readonly<Record<string, string>>, configText?: string): Promise<readonly string[]> {
  const error = await readSettings({ inputs, configText, environment }).catch((thrown: unknown) => thrown)
  if (!(error instanceof ReleaseErrors)) return []
  return error.errors.map(({ code, message, hint = '', at }) => `${code} ${at?.line ?? ''} ${message} ${hint}`)
}

describe('the inputs about lint', () => {
  it('have defaults that lint as chart-testing does', async () => {
    const { lint, lintValues, kubeVersion } = await readSettings({ inputs: {}, environment })
    expect({ lint, lintValues, kubeVersion }).toEqual({ lint: 'on', lintValues: ['ci/*-values.yaml'] })
  })

  it.each([
    ['strict', 'ci/a.yaml\n./tests/*.yaml', 'v1.30'],
    ['off', 'values.yaml', '1.31.2-gke.1+build'],
  ])('take %s, %s and %s', async (lint, values, version) => {
    const given = { lint, 'lint-values': values, 'kube-version': version }
    expect(await readSettings({ inputs: given, environment })).toMatchObject({ lint, kubeVersion: version })
  })

  it.each([
    ['lint', 'false', 'Write `lint: off`.'],
    ['lint', 'True', 'Write `lint: on`.'],
    ['lint', 'stict', 'Did you mean `strict`?'],
    ['lint-values', '../values.yaml', "from the chart's folder"],
    ['lint-values', '/etc/passwd', "from the chart's folder"],
    ['lint-values', 'https://example.com/values.yaml', "from the chart's folder"],
    ['lint-values', 'ci\\values.yaml', 'with `/`'],
    ['lint-values', '!ci/a.yaml', 'Name the files that count instead.'],
    ['kube-version', 'latest', 'such as `1.30`'],
    ['kube-version', '1.30 --set a=b', 'such as `1.30`'],
    ['kube-version', '--strict', 'such as `1.30`'],
  ])('%s: %s is refused, with what to write', async (input, value, words) => {
    const [problem] = await told({ [input]: value })
    expect(problem).toMatch(/^INPUT_INVALID/)
    expect(problem).toContain(words)
  })

  it('are refused in the config file at their line, and what that says leads out', async () => {
    const wrong =
      'defaults:\n  lint: false\ncharts:\n  app:\n    lint: true\n    lint-values: ci/a.yaml\n    kube-version: 1.30\n'
    const problems = await told({}, wrong)
    expect(problems).toEqual([
      expect.stringMatching(/^CONFIG_VALUE_INVALID 2 .*Write `lint: off`\.$/),
      expect.stringMatching(/^CONFIG_VALUE_INVALID 5 .*allowed: `on`, `strict`, `off`\. Write `lint: on`\.$/),
      expect.stringMatching(/^CONFIG_VALUE_INVALID 6 .*Write `lint-values: \["ci\/a\.yaml"\]`/),
      expect.stringMatching(/^CONFIG_VALUE_INVALID 7 .*Put it in quotes: `kube-version: "1\.30"`/),
    ])
    expect(await told({}, 'defaults:\n  lint: "false"\n')).toEqual([expect.stringContaining('Write `lint: off`.')])
    const right =
      'defaults:\n  lint: off\ncharts:\n  app:\n    lint: on\n    lint-values: ["ci/a.yaml"]\n    kube-version: "1.30"\n'
    expect(await told({}, right)).toEqual([])
  })
})
