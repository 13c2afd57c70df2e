import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { count } from '../interop/cells.ts'
import { notRun } from '../interop/not-run.ts'
import { knownToFail } from '../interop/registries/renovate.ts'
import { askRenovate, expectUpdate } from '../interop/renovate.ts'

const where = { registry: 'here', client: 'renovate 1.0.0' }
const user = { files: {}, hostRules: [], folder: '', env: {} }
const file = 'chart/Chart.yaml'
const found = {
  [file]: [
    {
      updates: [
        { updateType: 'patch', newVersion: '1.0.1', newDigest: 'sha256:b' },
        { updateType: 'pinDigest', newDigest: 'sha256:a' },
      ],
    },
  ],
}

describe('what Renovate found', () => {
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'renovate-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  it('is an update that has all that is wanted', () => {
    expectUpdate(found, file, { newVersion: '1.0.1', newDigest: 'sha256:b' })
  })

  it.each([
    ['the digest is that of another version', file, { newVersion: '1.0.1', newDigest: 'sha256:a' }],
    ['there is no such version', file, { newVersion: '1.0.2' }],
    ['the file was not read', 'flux/app.yaml', { newVersion: '1.0.1' }],
  ])('fails if %s', (_, name, wanted) => {
    expect(() => expectUpdate(found, name, wanted)).toThrow('it found')
  })

  it.each([
    [true, 'failed'],
    [false, 'skipped'],
  ] as const)('is no pass without Renovate, broken: %s', async (broken, outcome) => {
    const cells = await askRenovate(where, { why: 'no npm', broken }, user, [{ check: 'finds it', expect: () => {} }])
    expect(cells).toEqual([{ ...where, check: 'finds updates', outcome, detail: 'no npm' }])
  })

  it('fails if Renovate ends badly', async () => {
    const cells = await askRenovate(where, { file: '/nowhere/renovate.js' }, { ...user, folder }, [
      { check: 'finds it', expect: () => {} },
    ])
    expect(count(cells)).toMatchObject({ passed: 0, failed: 1 })
  })
})

describe('what Renovate is known not to find', () => {
  const asked = { ...where, check: 'finds it' }
  const nothing = { ...asked, outcome: 'failed', detail: 'Failed to look up docker package: no-result' } as const

  it('is no pass and no failure', () => {
    expect(knownToFail(nothing, 'too many tags')).toEqual({ ...asked, outcome: 'n/a', detail: 'too many tags' })
  })

  it('is a failure if it fails for something else, or does find it', () => {
    expect(knownToFail({ ...nothing, detail: 'no such file' }, 'too many tags')).toMatchObject({ outcome: 'failed' })
    expect(knownToFail({ ...asked, outcome: 'passed' }, 'too many tags')).toMatchObject({ outcome: 'failed' })
  })
})

it('who was not asked has a reason, and counts as no pass', () => {
  expect(count(notRun)).toMatchObject({ passed: 0, skipped: notRun.length })
  for (const { detail } of notRun) expect(detail).toMatch(/\w/)
})
