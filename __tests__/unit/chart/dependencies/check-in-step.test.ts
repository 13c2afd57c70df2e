import { describe, expect, it } from '@jest/globals'
import { checkInStep } from '../../../../src/chart/dependencies/check-in-step.ts'
import { readChartYaml } from '../../../../src/chart/manifest/chart-yaml.ts'
import { lockDigest } from '../../../../src/chart/manifest/lock.ts'
import { readLock } from '../../../../src/chart/manifest/lock-yaml.ts'
import type { ChartSource, Sources } from '../../../../src/chart/source/source.ts'
import { failureOf } from '../../../support/values/failure.ts'

interface Given {
  readonly constraint: string
  /** Version in the lock; none without. */
  readonly locked?: string
  /** Version of the chart in the repository. */
  readonly here: string
  readonly digest?: string
}

/** A chart `app` with one dependency on `lib` of the same repository. */
function check({ constraint, locked, here, digest }: Given): void {
  const written = constraint === '' ? '' : `    version: ${JSON.stringify(constraint)}\n`
  const text = `apiVersion: v2\nname: app\nversion: 1.0.0\ndependencies:\n  - name: lib\n${written}    repository: file://../lib\n`
  const manifest = readChartYaml(text, 'charts/app/Chart.yaml')
  const entry = { name: 'lib', version: locked ?? '', repository: 'file://../lib' }
  const lockText = `dependencies:\n- name: lib\n  repository: file://../lib\n  version: ${locked}\ndigest: ${digest ?? lockDigest(manifest.dependencies, [entry])}\ngenerated: "2026-01-01T00:00:00Z"\n`
  const lock = locked === undefined ? {} : { lock: readLock(lockText, 'charts/app/Chart.lock') }
  const local = [{ index: 0, dependency: manifest.dependencies[0], path: 'charts/lib' }]
  const dependencyFile = { file: manifest.file, text }
  const chart = { path: 'charts/app', manifest, dependencies: manifest.dependencies, dependencyFile, local, ...lock }
  const lib = { manifest: readChartYaml(`apiVersion: v2\nname: lib\nversion: ${here}\n`, 'charts/lib/Chart.yaml') }
  checkInStep(chart as never as ChartSource, { charts: new Map([['charts/lib', lib]]) } as never as Sources)
}

describe('a dependency on a chart of the repository', () => {
  it.each([
    { constraint: '1.2.0', here: '1.2.0' },
    { constraint: '^1.0.0', here: '1.9.0', locked: '1.9.0' },
    { constraint: '', here: '3.0.0' },
    { constraint: '*', here: '3.0.0', locked: '3.0.0' },
  ])('is in step: %j', (given) => {
    expect(() => check(given)).not.toThrow()
  })

  it('is out of step where the repository holds what the constraint does not allow', async () => {
    const error = await failureOf(() => check({ constraint: '~1.2.0', here: '1.3.0' }))
    expect(error).toMatchObject({
      code: 'DEPENDENCY_OUT_OF_STEP',
      kind: 'chart',
      message: 'app wants lib ~1.2.0, but charts/lib is at 1.3.0.',
      at: { file: 'charts/app/Chart.yaml', line: 5 },
    })
    expect(error.hint).toBe('Write a constraint there that allows 1.3.0, such as `^1.3.0`.')
    const locked = await failureOf(() => check({ constraint: '~1.2.0', here: '1.3.0', locked: '1.2.0' }))
    expect(locked.hint).toBe(
      'Write a constraint there that allows 1.3.0, such as `^1.3.0`. Then run `helm dependency update charts/app` and commit charts/app/Chart.lock.',
    )
  })

  it('is out of step where the lock holds another version than the repository', async () => {
    expect(await failureOf(() => check({ constraint: '^1.0.0', here: '1.3.0', locked: '1.2.0' }))).toMatchObject({
      code: 'DEPENDENCY_OUT_OF_STEP',
      message: 'The lock of app holds lib 1.2.0, but charts/lib is at 1.3.0.',
      at: { file: 'charts/app/Chart.lock', line: 2 },
    })
  })

  it('is out of step where the lock was made for other dependencies', async () => {
    const digest = `sha256:${'0'.repeat(64)}`
    expect(
      await failureOf(() => check({ constraint: '^1.0.0', here: '1.2.0', locked: '1.2.0', digest })),
    ).toMatchObject({
      code: 'LOCK_OUT_OF_STEP',
      at: { file: 'charts/app/Chart.lock', line: 5 },
    })
  })

  it.each([undefined, '1.0.0'])('has a constraint that Helm can read, told at its line (lock: %s)', async (locked) => {
    const error = await failureOf(() => check({ constraint: 'latest', here: '1.0.0', ...(locked && { locked }) }))
    expect(error.code).toBe('CONSTRAINT_INVALID')
    expect(error.message).toContain('"latest"')
    expect(error.at).toEqual(
      locked ? { file: 'charts/app/Chart.lock', line: 2 } : { file: 'charts/app/Chart.yaml', line: 5 },
    )
  })
})
