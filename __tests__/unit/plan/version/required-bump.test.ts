import { describe, expect, it } from '@jest/globals'
import type { Finding } from '../../../../src/model/finding.ts'
import {
  type BumpQuestion,
  type EvidenceQuestion,
  isMildlyLow,
  requiredBump,
} from '../../../../src/plan/version/required-bump.ts'
import { aPlannedChart } from '../../../support/charts/plain-charts.ts'

const chart = aPlannedChart('app', '1.4.2')
const since = { version: '1.4.2', published: [] }

function finding(level: Finding['level'], rule = 'rendered/x'): Finding {
  const kind = rule.split('/')[0] as Finding['kind']
  return { level, kind, rule, subject: 'a', text: `a is ${level}` }
}

async function weighed(findings: readonly Finding[], more: Partial<BumpQuestion> = {}) {
  const asked: EvidenceQuestion[] = []
  const weighing: BumpQuestion = {
    setting: 'auto',
    zeroMajor: 'minor',
    since,
    appVersion: '7',
    moved: [],
    also: [],
    committedAt: async () => new Date('2026-12-01T00:00:00Z'),
    ...more,
  }
  const result = await requiredBump(chart, weighing, async (_, question) => {
    asked.push(question)
    return findings
  })
  return { result, asked }
}

const below = (level?: 'patch' | 'minor' | 'major') => ({ path: 'charts/lib', name: 'lib', level })

describe('how far a chart moves', () => {
  it.each(['none', 'patch', 'minor', 'major'] as const)(
    'is never asked of its content with bump: %s',
    async (setting) => {
      const { asked, result } = await weighed([finding('major')], { setting, moved: [below('minor')] })
      expect(asked).toEqual([])
      expect(result?.level).toBe(setting === 'none' ? undefined : setting)
    },
  )

  it('has its commits read all the same where notes are wanted, and they have no say', async () => {
    const said = finding('minor', 'commits/feat')
    const { asked, result } = await weighed([said], { setting: 'patch', also: ['commits'] })
    expect(asked.map(({ needs }) => needs)).toEqual([['commits']])
    expect(result).toMatchObject({ level: 'patch', allFindings: [said] })
  })

  it('is not asked where there is no release to compare with', async () => {
    const { asked, result } = await weighed([finding('major')], { since: undefined })
    expect([asked, result?.level]).toEqual([[], 'patch'])
  })

  it('is asked of everything that the setting goes by, at the appVersion that will be', async () => {
    const { asked } = await weighed([])
    expect(asked).toEqual([{ since, needs: ['chart', 'commits'], appVersion: '7' }])
  })

  it.each([
    ['patch', undefined, 'patch'],
    ['patch', 'patch', 'patch'],
    ['patch', 'minor', 'minor'],
    ['patch', 'major', 'minor'],
    ['minor', 'patch', 'minor'],
    ['major', 'minor', 'major'],
  ] as const)('is, found as %s over a dependency that moves by %s, %s', async (own, dependency, level) => {
    const { result } = await weighed([finding(own)], { moved: [below('patch'), below(dependency)] })
    expect(result?.level).toBe(level)
  })

  it('names the dependency where that decided', async () => {
    const { result } = await weighed([], { moved: [below('major')] })
    expect(result?.reason).toBe('its dependency lib moves by major')
  })
})

describe('a version that is lower than additions ask for', () => {
  it.each([
    [['values/added'], true],
    [['values/added', 'schema/property-added'], true],
    [['values/added', 'rendered/added'], false],
    [['values/default-emptied'], false],
    [[], false],
  ] as const)('%j: is mildly low %s', (rules, mild) => {
    const findings = [...rules.map((rule) => finding('minor', rule)), finding('patch')]
    expect(isMildlyLow({ level: 'minor', findings })).toBe(mild)
  })

  it('is no matter of taste where something breaks', () => {
    expect(isMildlyLow({ level: 'major', findings: [finding('major'), finding('minor', 'values/added')] })).toBe(false)
  })
})
