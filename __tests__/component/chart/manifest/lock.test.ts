import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { readChartYaml, readLock, readRequirements } from '../../../../src/chart/manifest/chart-yaml.ts'
import { checkLock, lockDigest } from '../../../../src/chart/manifest/lock.ts'
import type { Dependency } from '../../../../src/model/chart.ts'
import { chartFiles, writeFiles } from '../../../support/charts/charts.ts'
import { onRealCharts, realFiles } from '../../../support/charts/real-charts.ts'
import { type HelmMajor, helmPath } from '../../../support/helm/helm.ts'
import { realData } from '../../../support/places.ts'
import { runProgram } from '../../../support/process/run-program.ts'

function chart(dependencies: string): readonly Dependency[] {
  return readChartYaml(`apiVersion: v2\nname: app\nversion: 1.0.0\ndependencies:\n${dependencies}`, 'Chart.yaml')
    .dependencies
}

/** A lock with the digest that Helm would write, unless another is given. */
function lock(dependencies: readonly Dependency[], entries: readonly (readonly [string, string])[], digest?: string) {
  const list = entries.map(([name, version]) => ({ name, version, repository: 'https://x' }))
  const lines = list.map(({ name, version }) => `- name: ${name}\n  repository: https://x\n  version: ${version}\n`)
  const text = `dependencies:\n${lines.join('')}digest: ${digest ?? lockDigest(dependencies, list)}\n`
  return readLock(text, 'Chart.lock')
}

const problems = (
  dependencies: readonly Dependency[],
  entries: readonly (readonly [string, string])[],
  digest?: string,
) =>
  checkLock(dependencies, lock(dependencies, entries, digest)).map(
    ({ code, message, at }) => `${code} ${at?.line}: ${message}`,
  )

const AB = chart(
  '- {name: a, version: ^1.0.0, repository: https://x}\n- {name: b, version: 2.x, repository: https://x}\n',
)

describe('a lock', () => {
  it('in step has no problems', () => {
    expect(
      problems(AB, [
        ['a', '1.4.0'],
        ['b', '2.0.1'],
      ]),
    ).toEqual([])
    expect(checkLock([], readLock(`dependencies: []\ndigest: sha256:${'0'.repeat(64)}\n`, 'Chart.lock'))).toEqual([])
  })

  it('with a version that the chart does not ask for is out of step', () => {
    expect(
      problems(AB, [
        ['a', '1.4.0'],
        ['b', '1.9.0'],
      ]),
    ).toEqual(['LOCK_OUT_OF_STEP 5: Chart.lock holds b 1.9.0, but the chart asks for 2.x'])
  })

  it('that lacks a dependency or has one too many is out of step', () => {
    expect(
      problems(AB, [
        ['a', '1.4.0'],
        ['c', '1.0.0'],
      ]),
    ).toEqual([
      'LOCK_OUT_OF_STEP 1: Chart.lock has no entry for b',
      'LOCK_OUT_OF_STEP 5: Chart.lock holds c 1.0.0, which the chart does not depend on',
    ])
  })

  it('whose digest is of other dependencies is out of step', () => {
    expect(
      problems(
        AB,
        [
          ['a', '1.4.0'],
          ['b', '2.0.1'],
        ],
        `sha256:${'0'.repeat(64)}`,
      ),
    ).toEqual(['LOCK_OUT_OF_STEP 8: Chart.lock was made for other dependencies: its digest differs'])
  })

  it('from another repository is out of step', () => {
    const moved = chart('- {name: a, version: ^1.0.0, repository: oci://y}\n')
    expect(problems(moved, [['a', '1.4.0']])[0]).toBe(
      'LOCK_OUT_OF_STEP 2: Chart.lock holds a from https://x, but the chart takes it from oci://y',
    )
  })

  it('can’t help a dependency without version', () => {
    expect(problems(chart('- {name: a, repository: https://x}\n'), [['a', '1.4.0']])[0]).toBe(
      'CONSTRAINT_INVALID 2: The dependency a has no version',
    )
  })

  it('holds the constraint itself for a chart in charts/', () => {
    const vendored = chart('- {name: a, version: ">=1"}\n')
    const digest = lockDigest(vendored, [{ name: 'a', version: '>=1', repository: '' }])
    const text = `dependencies:\n- name: a\n  repository: ""\n  version: '>=1'\ndigest: ${digest}\n`
    expect(checkLock(vendored, readLock(text, 'Chart.lock'))).toEqual([])
  })

  it('of one chart under two aliases has two entries', () => {
    const twice = chart(
      '- {name: a, version: 1.x, repository: https://x}\n- {name: a, version: 2.x, repository: https://x, alias: b}\n',
    )
    expect(
      problems(twice, [
        ['a', '1.4.0'],
        ['a', '2.0.0'],
      ]),
    ).toEqual([])
  })
})

describe.each<HelmMajor>([3, 4])('with Helm %i', (major) => {
  it('the digest is the one that Helm writes, whatever fields a dependency has', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'lock-'))
    try {
      const text = `apiVersion: v2
name: app
version: 1.0.0
dependencies:
  - repository: file://../dep
    name: dep
    version: ">=1.0.0 <2 || ^3"
    condition: dep.enabled & more
    tags: [x, 1.50, "\u00a0y"]
    enabled: true
    import-values: [data, {parent: p, child: c, 10: 1.50, 9: null}]
  - {name: dep, version: 1.*, repository: "file://../dep", alias: second}
`
      await writeFiles(join(folder, 'dep'), chartFiles({ 'Chart.yaml': 'apiVersion: v2\nname: dep\nversion: 1.5.0\n' }))
      await writeFiles(join(folder, 'app'), chartFiles({ 'Chart.yaml': text }))
      await runProgram(await helmPath(major), ['dependency', 'update', 'app'], { cwd: folder })
      const written = readLock(await readFile(join(folder, 'app', 'Chart.lock'), 'utf8'), 'Chart.lock')
      expect(written.entries).toHaveLength(2)
      expect(checkLock(readChartYaml(text, 'Chart.yaml').dependencies, written)).toEqual([])
    } finally {
      await rm(folder, { recursive: true })
    }
  })
})

onRealCharts(() => {
  it('agrees with the locks of a real repository', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'lock-'))
    try {
      await runProgram('git', ['clone', '-q', join(realData, 'monorepo-a.bundle'), 'a'], { cwd: folder })
      const { stdout } = await runProgram('git', ['ls-files', '*Chart.lock'], { cwd: join(folder, 'a') })
      const locks = stdout.trim().split('\n')
      expect(locks).toHaveLength(5)
      for (const path of locks) {
        const [lockText, chartText] = await Promise.all(
          [path, path.replace('.lock', '.yaml')].map((one) => readFile(join(folder, 'a', one), 'utf8')),
        )
        const dependencies = readChartYaml(chartText ?? '', path).dependencies
        expect(checkLock(dependencies, readLock(lockText ?? '', path))).toEqual([])
      }
    } finally {
      await rm(folder, { recursive: true })
    }
  })

  it('agrees with the locks of odd charts, and finds the stale ones', async () => {
    const files = new Map(
      (await realFiles((base) => /^(?:Chart|requirements)\.(?:yaml|lock)$/.test(base))).map((file) => [
        file.name,
        file.text,
      ]),
    )
    const verdicts: Record<string, string> = {}
    for (const [name, text] of files) {
      const source = files.get(name.replace('.lock', '.yaml'))
      if (!name.endsWith('.lock') || source === undefined || /^odd-charts\/(03|46)/.test(name)) continue
      const isOld = name.endsWith('requirements.lock')
      const dependencies = isOld ? readRequirements(source, name) : readChartYaml(source, name).dependencies
      const [first] = checkLock(dependencies, readLock(text, name))
      const short = name.startsWith('odd-charts') ? (name.split('/')[1] ?? name) : name
      verdicts[short] = first?.message.replace(/^.*lock /, '') ?? 'in step'
    }
    const stale = Object.entries(verdicts).filter(([, verdict]) => verdict !== 'in step')
    expect(Object.keys(verdicts).length).toBeGreaterThan(10)
    expect(stale.sort()).toEqual([
      ['71-stale-lock-range', 'holds victoria-metrics-operator 0.51.4, but the chart asks for 0.52.*'],
      ['73-stale-lock-exact', 'holds newrelic-prometheus-agent 2.8.0, but the chart asks for 2.9.0'],
    ])
  })
})
