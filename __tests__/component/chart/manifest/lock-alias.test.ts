import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { readChartYaml, readLock, readRequirements } from '../../../../src/chart/manifest/chart-yaml.ts'
import { checkLock } from '../../../../src/chart/manifest/lock.ts'
import { chartFiles, writeFiles } from '../../../support/charts/charts.ts'
import { type HelmMajor, helmPath } from '../../../support/helm/helm.ts'
import { runProgram } from '../../../support/process/run-program.ts'
import { startChartRepository } from '../../../support/servers/chart-repository.ts'

const MAJORS: readonly HelmMajor[] = [3, 4]
const REDIS = { name: 'redis', version: '1.2.3' }

describe('a lock that Helm makes for a repository of `helm repo add`', () => {
  it.each(MAJORS.flatMap((major) => ['@bitnami', 'alias:bitnami'].map((alias) => [major, alias] as const)))(
    'is in step: Helm %s writes the address in place of %s',
    async (major, alias) => {
      await using server = await startChartRepository([REDIS])
      const { dependencies, lock } = await lockedByHelm(major, server.url, {
        'Chart.yaml': `apiVersion: v2\nname: app\nversion: 1.0.0\n${dependenciesOn(alias)}`,
      })
      expect(lock.entries).toMatchObject([{ ...REDIS, repository: server.url }])
      expect(checkLock(dependencies, lock)).toEqual([])
    },
  )

  it.each(MAJORS)('is in step for requirements.yaml, too: Helm %s', async (major) => {
    await using server = await startChartRepository([REDIS])
    const { dependencies, lock } = await lockedByHelm(major, server.url, {
      'Chart.yaml': 'apiVersion: v1\nname: app\nversion: 1.0.0\n',
      'requirements.yaml': dependenciesOn('@bitnami'),
    })
    expect(checkLock(dependencies, lock)).toEqual([])
  })

  it('is out of step once the chart asks for something else, or the address in it was changed by hand', async () => {
    await using server = await startChartRepository([REDIS])
    const { dependencies, lock } = await lockedByHelm(4, server.url, {
      'Chart.yaml': `apiVersion: v2\nname: app\nversion: 1.0.0\n${dependenciesOn('@bitnami')}`,
    })
    const moved = readLock(lock.text.replace(server.url, 'https://charts.evil.test'), 'Chart.lock')
    expect(checkLock(dependencies, moved)).toMatchObject([{ code: 'LOCK_OUT_OF_STEP' }])
    const other = readChartYaml(
      `apiVersion: v2\nname: app\nversion: 1.0.0\n${dependenciesOn('@bitnami').replace('^1.0.0', '^1.1.0')}`,
      'Chart.yaml',
    )
    expect(checkLock(other.dependencies, lock)).toMatchObject([{ code: 'LOCK_OUT_OF_STEP' }])
  })
})

function dependenciesOn(repository: string): string {
  return `dependencies:\n- name: redis\n  version: ^1.0.0\n  repository: "${repository}"\n`
}

async function lockedByHelm(major: HelmMajor, url: string, files: Readonly<Record<string, string>>) {
  const folder = await mkdtemp(join(tmpdir(), 'lock-alias-'))
  try {
    await writeFiles(join(folder, 'app'), chartFiles(files))
    const env = { PATH: process.env.PATH, HOME: folder }
    const helm = await helmPath(major)
    await runProgram(helm, ['repo', 'add', 'bitnami', url], { cwd: folder, env })
    await runProgram(helm, ['dependency', 'update', 'app'], { cwd: folder, env })
    const requirements = files['requirements.yaml']
    const name = requirements === undefined ? 'Chart.lock' : 'requirements.lock'
    const dependencies =
      requirements === undefined
        ? readChartYaml(files['Chart.yaml'] ?? '', 'Chart.yaml').dependencies
        : readRequirements(requirements, 'requirements.yaml')
    return { dependencies, lock: readLock(await readFile(join(folder, 'app', name), 'utf8'), name) }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
