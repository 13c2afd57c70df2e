import { describe, expect, it } from '@jest/globals'
import { frozenAppVersion } from '../../../src/bump/app-version/frozen.ts'
import { readChartYaml } from '../../../src/chart/manifest/chart-yaml.ts'

function files(values: string, appVersion = '1.0') {
  const chart = `apiVersion: v2\nname: app\nversion: 1.0.0\nappVersion: "${appVersion}"\n`
  return new Map([
    ['Chart.yaml', Buffer.from(chart)],
    ['values.yaml', Buffer.from(values)],
  ])
}

function told(before: string, after: string, appVersions: readonly [string, string] = ['1.0', '1.0']) {
  const now = files(after, appVersions[1])
  const manifest = readChartYaml(String(now.get('Chart.yaml')), 'charts/app/Chart.yaml')
  const found = frozenAppVersion(files(before, appVersions[0]), now, manifest)
  return found.map(({ subject, was, is, at }) => `${subject} ${was} ${is} ${at?.file}:${at?.line}`)
}

const image = (tag: string) => `image:\n  repository: app\n  tag: ${tag}\n`
const sidecar = (tag: string) => `sidecar:\n  image:\n    repository: side\n    tag: ${tag}\n`

describe('an appVersion that is frozen', () => {
  it('is found where the image moved on', () => {
    expect(told(image('"1.0"'), image('"1.1"'))).toEqual(['image.tag 1.0 1.1 values.yaml:3'])
    expect(told(image('v1.0'), image('v1.1'))).toEqual(['image.tag v1.0 v1.1 values.yaml:3'])
    expect(told(`${image('""')}${sidecar('v1.0')}`, `${image('""')}${sidecar('v1.1')}`)).toEqual([
      'sidecar.image.tag v1.0 v1.1 values.yaml:7',
    ])
  })

  it.each([
    ['nothing changed', image('"1.0"'), image('"1.0"')],
    ['the image takes its tag from appVersion', image('""'), image('"1.0"')],
    ['it came back to what appVersion says', image('"0.9"'), image('v1.0')],
    ['another image moved', sidecar('"3"'), sidecar('"4"')],
    ['a tag is no image', 'release:\n  tag: "1.0"\n', 'release:\n  tag: "1.1"\n'],
    ['values.yaml is broken', 'image: [', image('"1.1"')],
    ['values.yaml is no map', '- a\n', '- b\n'],
  ])('is not where %s', (_, before, after) => {
    expect(told(before, after)).toEqual([])
  })

  it('is not where appVersion moved too', () => {
    expect(told(image('"1.0"'), image('"1.1"'), ['1.0', '1.1'])).toEqual([])
  })
})
