import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { decideBump } from '../../../src/bump/registry.ts'
import type { Numbering } from '../../../src/bump/strategy.ts'
import { readChartYaml } from '../../../src/chart/manifest/chart-yaml.ts'
import { compareVersions, parseVersion } from '../../../src/chart/manifest/version.ts'

const manifest = readChartYaml('apiVersion: v2\nname: app\nversion: 1.0.0\n', 'Chart.yaml')

async function calver(committed: string): Promise<Numbering> {
  const committedAt = async () => new Date(committed)
  const request = { manifest, findings: [], released: '1.0.0', zeroMajor: 'minor', committedAt } as const
  const decision = await decideBump('calver', request)
  if (decision && 'numbering' in decision) return decision.numbering
  throw new Error('calver named no versions')
}

describe('bump: calver', () => {
  it.each([
    ['2026.11.4', '2026.12.0'],
    ['2026.12.0', '2026.12.1'],
    ['2025.12.7', '2026.12.0'],
    ['1.4.2', '2026.12.0'],
    ['v2026.11.4', 'v2026.12.0'],
    ['2026.12.0+build', '2026.12.1'],
  ])('counts on from %s to %s in December 2026', async (current, next) => {
    expect((await calver('2026-12-01T08:00:00Z')).next(current)).toBe(next)
  })

  it('writes a month without a leading zero, as semantic versioning wants it', async () => {
    expect((await calver('2027-01-31T23:59:59Z')).next('2026.12.3')).toBe('2027.1.0')
  })

  it('goes by the month in UTC, whatever the time zone of the commit', async () => {
    expect((await calver('2026-12-01T01:00:00+02:00')).next('2026.10.0')).toBe('2026.11.0')
  })

  it('never goes back behind a version from a later month', async () => {
    expect((await calver('2026-12-01T08:00:00Z')).next('2027.3.0')).toBe('2027.3.1')
  })

  it.each([
    ['2026.11.0-rc.4', '2026.12.0-rc.1'],
    ['2026.12.0-rc.1', '2026.12.0-rc.2'],
    ['2027.1.0-rc.1', '2027.1.0-rc.2'],
  ])('leaves a pre-release one: %s becomes %s', async (current, next) => {
    expect((await calver('2026-12-01T08:00:00Z')).next(current)).toBe(next)
  })

  it('stays in the month of the version before, if the next month is taken by what must stay above', async () => {
    const { next } = await calver('2026-12-01T08:00:00Z')
    expect(next('2026.10.2', '2026.11.0')).toBe('2026.10.3')
    expect(next('2026.10.2', '2027.1.0')).toBe('2026.12.0')
  })

  it('takes every version above the release for high enough', async () => {
    const { reaches } = await calver('2026-12-01T08:00:00Z')
    expect(['2026.11.1', '2026.12.0', '2026.11.0', '2026.10.9'].map((one) => reaches('2026.11.0', one))).toEqual([
      true,
      true,
      false,
      false,
    ])
  })

  it('always gives a higher version that everybody can read', async () => {
    const number = fc.integer({ min: 0, max: 3000 })
    const label = fc.constantFrom('', '-rc.1', '-rc1', '-SNAPSHOT')
    const date = fc.date({ min: new Date('1970-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
    await fc.assert(
      fc.asyncProperty(number, number, number, label, date, async (major, minor, patch, end, committed) => {
        const current = `${major}.${minor}.${patch}${end}`
        const next = (await calver(committed.toISOString())).next(current)
        expect(parseVersion(next)).toBeDefined()
        expect(compareVersions(next, current)).toBeGreaterThan(0)
      }),
    )
  })
})
