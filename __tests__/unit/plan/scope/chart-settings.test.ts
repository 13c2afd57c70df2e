import { describe, expect, it } from '@jest/globals'
import type { ChartSettings } from '../../../../src/model/settings.ts'
import { conflictingEntries, unknownCharts } from '../../../../src/plan/scope/chart-entries.ts'
import { chartSettings, isSigned, settingsOf, targetsOf } from '../../../../src/plan/scope/chart-settings.ts'

const [A, B] = ['oci://a.test/charts', 'pages://gh-pages?packages=releases']
const app = { name: 'app', path: 'charts/app' }
const hub = { name: 'hub', path: 'team-a/hub' }

/** An entry of the config file; its keys stand one line apart. */
function entry(line: number, own: Pick<ChartSettings, 'sign' | 'targets' | 'unlocked' | 'bump'>): ChartSettings {
  const keys = Object.entries(own).map(([name, value], index) => {
    return [name, { value: String(value), at: { file: 'rc.yaml', line: line + index + 1 } }] as const
  })
  return { ...own, at: { file: 'rc.yaml', line }, given: Object.fromEntries(keys) }
}

const settings = (perChart: Readonly<Record<string, ChartSettings>>) =>
  ({ perChart, targets: [A], sign: 'keyless', bump: 'patch', sources: { bump: 'input', sign: 'default' } }) as const

describe('the settings of a chart', () => {
  it('are those of the run, and its own in their place, with where they come from', () => {
    const own = settings({ app: entry(1, { sign: 'none', unlocked: 'allow' }) })
    expect(settingsOf(app, own as never)).toMatchObject({
      ...{ sign: 'none', unlocked: 'allow', targets: [A], bump: 'patch', appPaths: [] },
      sources: { bump: 'input', sign: 'config' },
    })
    expect(settingsOf(hub, own as never)).toMatchObject({ sign: 'keyless', sources: { sign: 'default' } })
    expect([isSigned(app, own), isSigned(hub, own)]).toEqual([false, true])
  })

  it.each([
    ['its name', 'app', [app]],
    ['its folder', 'team-a/hub', [hub]],
    ['a glob of its folder', 'charts/a*', [app]],
    ['a glob of all below a folder', 'team-a/**', [hub]],
    ['a glob with alternatives', '{charts,team-a}/*', [app, hub]],
    ['everything', '**', [app, hub]],
    ['a glob of names, which it is not', 'a*', []],
  ])('are looked up by %s', (_, key, found) => {
    const own = settings({ [key]: entry(1, { sign: 'none' }) })
    expect([app, hub].filter((chart) => chartSettings(chart, own).sign === 'none')).toEqual(found)
  })

  it('are each taken from the entry that says it: its name or folder counts more than a glob', () => {
    const own = settings({
      app: entry(1, { sign: 'keyless' }),
      'charts/*': entry(3, { sign: 'none', unlocked: 'allow' }),
    })
    expect(chartSettings(app, own)).toMatchObject({ sign: 'keyless', unlocked: 'allow' })
    expect(conflictingEntries([app, hub], own)).toEqual([])
  })

  it('include the targets that it is published to, in the order of the run', () => {
    const targets = [{ address: A }, { address: B }]
    const own = settings({ hub: entry(1, { targets: [B, `${A}/?create=immutable`] }) })
    expect(targetsOf(app, targets, own)).toEqual([{ address: A }])
    expect(targetsOf(hub, targets, own)).toEqual(targets)
    expect(targetsOf(hub, targets, settings({}))).toEqual(targets)
  })
})

describe('entries of the config file that contradict each other', () => {
  it('are two globs that say different things about one chart, both named', () => {
    const own = settings({ 'charts/*': entry(1, { sign: 'none' }), '**/app': entry(5, { sign: 'keyless' }) })
    const [problem, ...others] = conflictingEntries([app, hub], own)
    expect(others).toEqual([])
    expect(problem).toMatchObject({
      code: 'CONFIG_CHARTS_CONFLICT',
      message:
        'The chart app in charts/app has two settings of `sign`: `charts.charts/*.sign` (rc.yaml:2) and `charts.**/app.sign` (rc.yaml:6).',
      hint: 'Narrow one of the two globs, or say `sign` under `charts.app`, which counts more than a glob.',
      at: { line: 6 },
    })
  })

  it('and no longer if that is said of the chart itself, as the hint has it', () => {
    const globs = { 'charts/*': entry(1, { sign: 'none' }), '**/app': entry(5, { sign: 'keyless' }) }
    const own = settings({ ...globs, app: entry(9, { sign: 'keyless' }) })
    expect(conflictingEntries([app], own)).toEqual([])
    expect(chartSettings(app, own).sign).toBe('keyless')
  })

  it('are its name and its folder, even if they say the same', () => {
    const own = settings({ app: entry(1, { bump: 'minor' }), 'charts/app': entry(3, { bump: 'minor' }) })
    expect(conflictingEntries([app], own)).toMatchObject([
      { code: 'CONFIG_CHARTS_CONFLICT', hint: 'Leave one of the two out.' },
    ])
  })

  it('are not two globs that say the same, or different keys', () => {
    const same = settings({ 'charts/*': entry(1, { sign: 'none' }), '**': entry(3, { sign: 'none' }) })
    const apart = settings({ 'charts/*': entry(1, { sign: 'none' }), '**': entry(3, { bump: 'minor' }) })
    expect([...conflictingEntries([app], same), ...conflictingEntries([app], apart)]).toEqual([])
  })

  it('are told once, however many charts they mean', () => {
    const charts = ['a', 'b', 'c'].map((name) => ({ name, path: `charts/${name}` }))
    const own = settings({ 'charts/*': entry(1, { sign: 'none' }), '**': entry(5, { sign: 'keyless' }) })
    expect(conflictingEntries(charts, own)).toHaveLength(1)
  })
})

describe('entries that no chart answers to', () => {
  it('are told, with their place, and with what a glob is of', () => {
    const own = settings({ ap: entry(1, {}), 'charts/*': entry(2, {}), '*pp': entry(3, {}), 'team-b/**': entry(4, {}) })
    expect(unknownCharts(['app'], ['charts/app'], own)).toEqual([
      'The config file has settings for ap (rc.yaml:1), which is not a chart of this run.',
      'The config file has settings for *pp (rc.yaml:3), which is not a chart of this run. A glob is of folders, from the repository root, such as `charts/*-operator`.',
      'The config file has settings for team-b/** (rc.yaml:4), which is not a chart of this run.',
    ])
  })

  it('are not told if a chart can’t be read, which may be the one', () => {
    expect(unknownCharts([], ['charts/app'], settings({ ap: entry(1, {}) }))).toEqual([])
  })
})
