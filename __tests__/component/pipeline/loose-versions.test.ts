import { describe, expect, it } from '@jest/globals'
import { readChartYaml } from '../../../src/chart/manifest/chart-yaml.ts'
import { lockDigest } from '../../../src/chart/manifest/lock.ts'
import { missingFrom } from '../../../src/pipeline/evidence/packaged-files.ts'
import { sourceOf } from '../../support/helm/packaging.ts'

const repository = 'https://charts.example.test'

/** A chart that locks this version of redis. */
async function appWith(version: string) {
  const text = `apiVersion: v2\nname: app\nversion: 1.0.0\ndependencies:\n- name: redis\n  version: ">=0-0"\n  repository: ${repository}\n`
  const digest = lockDigest(readChartYaml(text, 'Chart.yaml').dependencies, [{ name: 'redis', version, repository }])
  const lock = `dependencies:\n- name: redis\n  repository: ${repository}\n  version: "${version}"\ndigest: ${digest}\n`
  return sourceOf({ 'charts/app/Chart.yaml': text, 'charts/app/Chart.lock': lock })
}

const released = (version: string) =>
  new Map([['charts/redis/Chart.yaml', Buffer.from(`apiVersion: v2\nname: redis\nversion: "${version}"\n`)]])

describe('a dependency that a released package holds already', () => {
  it.each(['2024.01.05', '1.2-beta.1', 'v1', '1.2'])(
    'is not fetched to compare, also in the version %s',
    async (version) => {
      const app = await appWith(version)
      const sources = { charts: new Map([[app.path, app]]), problems: new Map(), tree: {} as never }
      expect(missingFrom(released(version), sources, app)).toEqual([])
      expect(missingFrom(released('0.1.0'), sources, app)).toMatchObject([{ name: 'redis' }])
    },
  )
})
