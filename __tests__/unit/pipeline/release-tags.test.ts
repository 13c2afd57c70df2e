import { describe, expect, it } from '@jest/globals'
import { createReleaseTags } from '../../../src/pipeline/release-tags.ts'

const DEFAULT = '{{ .Name }}-{{ .Version }}'
const perChart = {
  app: { tagTemplate: 'v{{ .Version }}' },
  'charts/hub*': { tagTemplate: 'hub_v{{ .Version }}' },
  'charts/silent': { tagTemplate: '' },
}
const tags = () => createReleaseTags({ tagTemplate: DEFAULT, perChart })
const ref = (name: string) => ({ name, version: '1.0.0' })

describe('the release tag of a chart that only its name is known of', () => {
  it('goes by its name, or by the folder that the run has for it', () => {
    const known = tags()
    known.know([
      { name: 'hub', path: 'charts/hub-manager' },
      { name: 'silent', path: 'charts/silent' },
    ])
    expect(['app', 'hub', 'silent', 'other'].map((name) => known.tagOf(ref(name)))).toEqual([
      ...['v1.0.0', 'hub_v1.0.0', undefined, 'other-1.0.0'],
    ])
  })

  it('goes by the folder of the branch, if a record names another', () => {
    const known = tags()
    known.know([{ name: 'hub', path: 'charts/else' }])
    known.remember([
      { name: 'hub', path: 'charts/hub' },
      { name: 'gone', path: 'charts/hub-gone' },
    ])
    expect([known.tagOf(ref('hub')), known.tagOf(ref('gone'))]).toEqual(['hub-1.0.0', 'hub_v1.0.0'])
  })
})
