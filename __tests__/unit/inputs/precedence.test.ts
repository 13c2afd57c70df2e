import { describe, expect, it } from '@jest/globals'
import { readSettings } from '../../../src/inputs.ts'
import { chartSettings, settingsOf } from '../../../src/plan/scope/chart-settings.ts'

const environment = { GITHUB_REPOSITORY: 'acme/charts', GITHUB_REPOSITORY_OWNER: 'acme' }

/** Every place that may say something, each saying something else. */
const places = {
  environment,
  chartReleaser: {
    file: 'cr.yaml',
    text: 'release-name-template: "cr-{{ .Version }}"\ngenerate-release-notes: true\n',
  },
  chartTesting: {
    file: 'ct.yaml',
    text: 'chart-dirs: [stable]\nhelm-lint-extra-args: --strict --kube-version 1.29\ncheck-version-increment: true\n',
  },
  sharedConfig: {
    ...{ repository: 'acme/.github', path: 'charts.yaml', commit: '0123456789'.repeat(4) },
    text: 'defaults:\n  bump: minor\n  lint: off\n  tag-template: "shared-{{ .Version }}"\n',
  },
  configText:
    'defaults:\n  lint: "on"\n  tag-template: "own-{{ .Version }}"\ncharts:\n  app:\n    bump: manual\n    lint: strict\n',
  inputs: { 'tag-template': 'step-{{ .Version }}' },
} as const

const shown = async (more: Partial<Parameters<typeof readSettings>[0]>) => {
  const { effective } = await readSettings({ ...places, ...more })
  const names = ['tag-template', 'bump', 'lint', 'kube-version', 'charts', 'require-bump', 'generate-release-notes']
  return Object.fromEntries(names.map((name) => [name, `${effective[name]?.value} (${effective[name]?.source})`]))
}

describe('all that may say something, at once', () => {
  it('counts in its order, and the plan says where each value came from', async () => {
    expect(await shown({})).toEqual({
      'tag-template': 'step-{{ .Version }} (input)',
      bump: 'minor (shared-config)',
      lint: 'on (config)',
      'kube-version': '1.29 (chart-testing)',
      charts: 'stable/* (chart-testing)',
      'require-bump': 'true (chart-testing)',
      'generate-release-notes': 'true (chart-releaser)',
    })
    expect(await shown({ inputs: {} })).toMatchObject({ 'tag-template': 'own-{{ .Version }} (config)' })
    expect(await shown({ inputs: {}, configText: undefined })).toMatchObject({
      'tag-template': 'shared-{{ .Version }} (shared-config)',
      lint: 'off (shared-config)',
    })
    expect(await shown({ inputs: {}, configText: undefined, sharedConfig: undefined })).toMatchObject({
      'tag-template': 'cr-{{ .Version }} (chart-releaser)',
      bump: 'manual (chart-releaser)',
      lint: 'strict (chart-testing)',
    })
  })

  it('counts less than what the config file says of one chart', async () => {
    const settings = await readSettings(places)
    const [app, other] = ['app', 'other'].map((name) => ({ name, path: `stable/${name}` }))
    if (!app || !other) throw new Error('there are two')
    expect(settingsOf(app, settings)).toMatchObject({ bump: 'manual', lint: 'strict', kubeVersion: '1.29' })
    expect(settingsOf(other, settings)).toMatchObject({ bump: 'minor', lint: 'on', kubeVersion: '1.29' })
    expect(chartSettings(other, settings).given).toBeUndefined()
  })
})
