import { describe, expect, it } from '@jest/globals'
import { lintEach } from '../../../../src/chart/lint/lint-runs.ts'
import type { Linting } from '../../../../src/model/linting.ts'
import type { Linted, LintOptions } from '../../../../src/ports/helm.ts'
import { memoryFiles } from '../../../support/values/memory-files.ts'

const sound: Linted = { failed: false, messages: [] }

interface Call {
  readonly paths: readonly string[]
  readonly options: LintOptions | undefined
}

async function runsOf(
  lintings: readonly (Linting | undefined)[],
  answer: (call: Call) => Linted = () => sound,
): Promise<{ readonly calls: readonly Call[]; readonly runs: readonly string[]; readonly atMost: number }> {
  const calls: Call[] = []
  let [now, atMost] = [0, 0]
  const helm = {
    ...{ version: '4.1.4', package: async () => new Map(), template: async () => ({ manifests: '' }) },
    lint: async (paths: readonly string[], options?: LintOptions) => {
      now += 1
      atMost = Math.max(atMost, now)
      await new Promise((resolve) => setImmediate(resolve))
      now -= 1
      const call = { paths, options }
      if (paths.length > 0) calls.push(call)
      return new Map(paths.map((path) => [path, answer(call)]))
    },
  }
  const archives = lintings.map((linting, index) => ({
    archivePath: `/lint/${index}.tgz`,
    ...(linting && { linting }),
  }))
  const all = await lintEach(archives, { helm, files: memoryFiles(), folder: '/lint' })
  const runs = archives.map((one) => (all.get(one) ?? []).map(({ valuesPath = '-' }) => valuesPath).join(' '))
  return { calls, runs, atMost }
}

const values = (...paths: readonly string[]) => paths.map((path) => ({ path, content: Buffer.from(path) }))

describe('how charts are linted', () => {
  it('is in one process for those that are linted alike, and one for each values file', async () => {
    const { calls, runs } = await runsOf([
      undefined,
      { mode: 'on', values: [] },
      { mode: 'on', values: values('ci/a.yaml', 'ci/b.yaml') },
      { mode: 'strict', values: [], kubeVersion: '1.30' },
      { mode: 'on', values: [{ path: 'values.yaml' }] },
    ])
    expect(runs).toEqual(['-', '-', 'ci/a.yaml ci/b.yaml', '-', 'values.yaml'])
    expect(calls).toEqual([
      { paths: ['/lint/0.tgz', '/lint/1.tgz', '/lint/4.tgz'], options: {} },
      { paths: ['/lint/2.tgz'], options: { values: '/lint/values-2-0.yaml' } },
      { paths: ['/lint/2.tgz'], options: { values: '/lint/values-2-1.yaml' } },
      { paths: ['/lint/3.tgz'], options: { strict: true, kubeVersion: '1.30' } },
    ])
  })

  it('is a few side by side, and no more of a chart that met a limit', async () => {
    const many = values(...Array.from({ length: 40 }, (_, index) => `ci/${index}-values.yaml`))
    const all = await runsOf([{ mode: 'on', values: many }])
    expect([all.calls.length, all.atMost]).toEqual([40, 4])
    const stopped = await runsOf([{ mode: 'on', values: many }], () => ({
      failed: true,
      messages: ['ERROR'],
      isStopped: true,
    }))
    expect(stopped.calls.length).toBeLessThanOrEqual(4)
    expect(stopped.runs[0]?.split(' ')).toHaveLength(40)
  })
})
