import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { newIndex } from '../../../../src/index-file/index-file.ts'
import { compareKeys, isListed, isNewer } from '../../../../src/index-file/read/order.ts'
import { type HelmMajor, helmPath } from '../../../support/helm/helm.ts'
import { anIndexRelease, fullyParsed, WRITTEN_AT } from '../../../support/index/index-release.ts'
import { runProgram } from '../../../support/process/run-program.ts'

const NAMES = [
  ...[
    'app',
    'app-2',
    'app-10',
    'app-1',
    'app1',
    'app10',
    'app2',
    'app-01',
    'app-001',
    'app-a',
    'app-b',
    'app.b',
    'app_b',
  ],
  ...[
    'a',
    'b',
    'a1b',
    'a1',
    'a10',
    'a1-x',
    'a100',
    'a1a',
    'z',
    '0a',
    'x-0',
    'x-00',
    'x-100',
    'x-10',
    'x10y',
    'x1y',
    'x-1a',
  ],
  ...['App', 'Z', 'aB', 'ab', 'äpp', 'zz-top'],
]
const VERSIONS = [
  ...[
    '1.0.0',
    '1.0.0-rc.1',
    '1.0.0-rc.2',
    '1.0.0-rc.10',
    '1.0.0-alpha',
    '1.0.0-1',
    '1.0.0-alpha.beta',
    '1.0.0-x-y.1',
    '0.9.9',
    '10.0.0',
  ],
  ...[
    '2.0.0',
    'v3.0.0',
    '1.10.0',
    '1.9.0',
    '4',
    '5.1',
    'v6.2-rc3',
    'v6.2',
    '7.0.0+b1',
    '01.02.03',
    '1.0.0-0',
    '1.0.0-a.b.c',
    '18446744073709551615.0.0',
  ],
]

/** An index rewritten by Helm itself, which sorts names and versions. */
async function sortedByHelm(major: HelmMajor, entries: Readonly<Record<string, readonly string[]>>) {
  const folder = await mkdtemp(join(tmpdir(), 'order-'))
  try {
    const old = {
      apiVersion: 'v1',
      entries: Object.fromEntries(
        Object.entries(entries).map(([name, versions]) => [
          name,
          versions.map((version) => ({ apiVersion: 'v2', name, version, urls: ['x.tgz'] })),
        ]),
      ),
    }
    await writeFile(join(folder, 'old.yaml'), JSON.stringify(old))
    await runProgram(await helmPath(major), ['repo', 'index', folder, '--merge', join(folder, 'old.yaml')], {
      env: { HOME: folder },
    })
    return fullyParsed(await readFile(join(folder, 'index.yaml')))
  } finally {
    await rm(folder, { recursive: true })
  }
}

describe.each([3, 4] as const)('Helm %d', (major) => {
  it('sorts charts as we do', async () => {
    const sorted = await sortedByHelm(major, Object.fromEntries(NAMES.map((name) => [name, ['1.0.0']])))
    expect([...NAMES].sort(compareKeys)).toEqual([...sorted.keys()])
  })

  it('sorts versions as we do', async () => {
    // One chart a version: Helm's merge takes short versions for ranges, and drops what they seem to hold.
    const sorted =
      (await sortedByHelm(major, { app: VERSIONS })).get('app')?.map(({ version }) => String(version)) ?? []
    expect(sorted.length).toBeGreaterThan(VERSIONS.length - 5)
    const ours = newIndex('index.yaml', WRITTEN_AT).add(
      sorted.map((version) => anIndexRelease({ version })),
      WRITTEN_AT,
    )
    expect(ours.versions('app')).toEqual(sorted)
  })
})

it('puts versions last that are none, and tells them', () => {
  expect(['latest', '1.0.0-01', '', '1.2.3.4', '18446744073709551616.0.0', '1.0.0_b'].filter(isListed)).toEqual([])
  expect([isNewer('0.0.1-0', 'latest'), isNewer('latest', '0.0.1-0'), isNewer('latest', 'newest')]).toEqual([
    true,
    false,
    false,
  ])
  expect([isNewer('1.0.0+b2', '1.0.0+b1'), isNewer('1.0.0+b1', '1.0.0+b2')]).toEqual([false, false])
})
