import { describe, expect, it } from '@jest/globals'
import {
  appTagSettings,
  dependencySettings,
  mixedTags,
  publishedElsewhere,
} from '../../../../src/pipeline/plan/settings-of-charts.ts'
import { appTagsIn } from '../../../../src/plan/app-version/app-tags.ts'
import { aChart } from '../../../support/values/pipeline.ts'

const [lib, web] = [aChart('lib'), aChart('web')]
const DEFAULT = '{{ .Name }}-{{ .Version }}'

describe('tags of the application', () => {
  it('are not those of a chart whose own template holds its name', () => {
    const perChart = { web: { tagTemplate: 'vweb_{{ .Version }}' } }
    const settings = appTagSettings([lib, web], { tagTemplate: DEFAULT, appTagPattern: 'v*', perChart })
    const tags = new Map(['v1.0.0', 'vweb_2.0.0', 'lib-3.0.0'].map((tag) => [tag, 'c0ffee']))
    expect(appTagsIn(tags, settings).map(({ tag }) => tag)).toEqual(['v1.0.0'])
  })

  it('can be mistaken for those of a chart without a name in its template, which is told', () => {
    const perChart = { web: { tagTemplate: 'v{{ .Version }}' } }
    const settings = { tagTemplate: DEFAULT, appTagPattern: 'v*', perChart }
    expect(mixedTags([lib, web], { ...settings, appVersion: { rule: 'tag' } })).toEqual([
      'The release tags of web, such as v1.0.0, count as those of the application, which `app-tag-pattern: v*` means. Put `{{ .Name }}` into its `tag-template`, or set another `app-tag-pattern`.',
    ])
    expect(mixedTags([lib, web], { ...settings, appVersion: { rule: 'keep' } })).toEqual([])
    const apart = { ...settings, appTagPattern: 'backend/*', appVersion: { rule: 'tag' } } as const
    expect(mixedTags([lib, web], apart)).toEqual([])
  })
})

describe('a dependency on a chart of the run by address', () => {
  const naming = (repository: string) =>
    ({ ...web, dependencies: [{ name: 'lib', repository }] }) as unknown as typeof web
  const own = (address: string, holds: boolean) => ({ address, holds: () => holds })

  it('is told where that chart is not published at that address', () => {
    const charts = [lib, naming('oci://b.test/charts/')]
    expect(publishedElsewhere(charts, [own('oci://a.test/charts', true), own('oci://b.test/charts', false)])).toEqual([
      'web depends on lib at oci://b.test/charts/, where this run does not publish lib: what is there is taken, and web does not follow changes of charts/lib.',
    ])
  })

  it('is nothing to tell where it is published, or where the address is no target', () => {
    expect(publishedElsewhere([lib, naming('oci://b.test/charts')], [own('oci://b.test/charts', true)])).toEqual([])
    expect(publishedElsewhere([lib, naming('https://elsewhere.test')], [own('oci://b.test/charts', false)])).toEqual([])
    expect(publishedElsewhere([lib, naming('file://../lib')], [own('oci://b.test/charts', false)])).toEqual([])
  })
})

describe('where dependencies may come from', () => {
  it('is part of the plan, as far as the config file says something of it', () => {
    const repositories = new Map([['bitnami', 'https://charts.example.com']])
    const dependencies = { schemes: ['http'], privateHosts: ['10.0.0.1', 'charts.internal'], repositories }
    expect(dependencySettings({ dependencies })).toEqual({
      'dependencies.schemes': { value: 'http', source: 'config' },
      'dependencies.private-hosts': { value: '10.0.0.1, charts.internal', source: 'config' },
      'dependencies.repositories': { value: 'bitnami: https://charts.example.com', source: 'config' },
    })
    expect(dependencySettings({ dependencies: { schemes: [], privateHosts: [] } })).toEqual({})
  })
})
