import { expect, it } from '@jest/globals'
import { nextVersion } from '../../../src/bump/next-version.ts'
import { setAppVersion, setVersion } from '../../../src/chart/edit/edit.ts'
import { readChartYaml, readLock, readRequirements } from '../../../src/chart/manifest/chart-yaml.ts'
import { readHelmIgnore } from '../../../src/chart/source/helmignore.ts'
import type { ChartManifest } from '../../../src/model/chart.ts'
import { ReleaseError } from '../../../src/model/errors.ts'
import { onRealCharts, type RealFile, realFiles } from '../../support/charts/real-charts.ts'

const READABLE = /^(?:Chart\.yaml|Chart\.lock|requirements\.(?:yaml|lock)|\.helmignore)$/

/** Numbers of the lines that differ; lines that were added count once. */
function changedLines(before: string, after: string): readonly number[] {
  const [old, fresh] = [before.split('\n'), after.split('\n')]
  let start = 0
  while (start < old.length && old[start] === fresh[start]) start += 1
  let end = 0
  while (end < old.length - start && end < fresh.length - start && old.at(-1 - end) === fresh.at(-1 - end)) end += 1
  return Array.from({ length: Math.max(old.length, fresh.length) - start - end }, (_, index) => start + index + 1)
}

function readOrRefuse(file: RealFile): ChartManifest | ReleaseError {
  try {
    return readChartYaml(file.text, file.name)
  } catch (error) {
    if (error instanceof ReleaseError) return error
    throw error
  }
}

function without(metadata: ChartManifest['metadata'], key: string) {
  return Object.fromEntries(Object.entries(metadata).filter(([name]) => name !== key))
}

onRealCharts(() => {
  it('reads each Chart.yaml, or says what is wrong at file and line', async () => {
    const files = await realFiles((base) => base === 'Chart.yaml')
    expect(files.length).toBeGreaterThan(170)
    const refused = files.flatMap((file) => {
      const read = readOrRefuse(file)
      return read instanceof ReleaseError ? [[file.name, read] as const] : []
    })
    for (const [name, error] of refused) {
      expect(error.kind).toBe('chart')
      expect(error.at).toMatchObject({ file: name, line: expect.any(Number) })
    }
    const summary = refused.map(([name, error]) => `${name.split('/')[1]?.slice(0, 2)} ${error.code} ${error.at?.line}`)
    expect(summary.sort()).toEqual([
      '01 CHART_CONFLICT_MARKERS 5',
      '04 CHART_VERSION_MISSING 5',
      '05 CHART_VERSION_INVALID 6',
      '06 CHART_VERSION_INVALID 3',
      '18 CHART_YAML_INVALID 16',
      '21 CHART_YAML_INVALID 9',
      '28 CHART_VERSION_INVALID 2',
      '29 CHART_NAME_INVALID 1',
      '29 CHART_VERSION_INVALID 4',
      '29 CHART_YAML_INVALID 3',
      '46 CHART_YAML_INVALID 21',
      '74 CHART_YAML_INVALID 7',
      '76 CHART_YAML_INVALID 6',
    ])
  })

  it('bumps exactly one line, and all else reads as before', async () => {
    for (const file of await realFiles((base) => base === 'Chart.yaml')) {
      const manifest = readOrRefuse(file)
      if (manifest instanceof ReleaseError) continue
      const version = nextVersion(manifest.version, 'minor')
      const bumped = readChartYaml(setVersion(manifest, version), file.name)
      expect(changedLines(file.text, bumped.text)).toEqual([manifest.versionSpan.line])
      expect(bumped.version).toBe(version)
      expect(without(bumped.metadata, 'version')).toEqual(without(manifest.metadata, 'version'))
    }
  })

  it('sets appVersion in exactly one line, or adds one', async () => {
    for (const file of await realFiles((base) => base === 'Chart.yaml')) {
      const manifest = readOrRefuse(file)
      if (manifest instanceof ReleaseError) continue
      for (const value of ['9.8.7', '1.10', '0123456', 'v1 "quoted" it\'s # x']) {
        const edited = readChartYaml(setAppVersion(manifest, value), file.name)
        const line = manifest.appVersionSpan?.line ?? manifest.versionSpan.line + 1
        expect(changedLines(file.text, edited.text)).toHaveLength(1)
        expect(edited.appVersionSpan?.line).toBe(line)
        expect(edited.appVersion).toBe(value)
        expect(without(edited.metadata, 'appVersion')).toEqual(without(manifest.metadata, 'appVersion'))
      }
    }
  })

  it('reads locks, requirements and ignore files, or says what is wrong', async () => {
    const refused: string[] = []
    for (const { name, text } of await realFiles((base) => READABLE.test(base) && base !== 'Chart.yaml')) {
      if (name.includes('templates/')) continue
      try {
        if (name.endsWith('.lock')) readLock(text, name)
        else if (name.endsWith('requirements.yaml')) readRequirements(text, name)
        else readHelmIgnore(text, name)('templates/x', false)
      } catch (error) {
        if (!(error instanceof ReleaseError)) throw error
        refused.push(`${error.code} ${error.at?.line} ${name.split('/')[1]}`)
      }
    }
    expect(refused.sort()).toEqual([
      'CHART_CONFLICT_MARKERS 53 03-conflict-markers-chart-lock',
      'LOCK_INVALID 8 46-symlink-dev-null',
    ])
  })
})
