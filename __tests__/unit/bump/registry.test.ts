import { describe, expect, it } from '@jest/globals'
import {
  allowsBump,
  bumpNames,
  bumpSummary,
  decideBump,
  findingsThatCount,
  fixedLevelOf,
  isByHand,
  judgesVersions,
  needsOf,
} from '../../../src/bump/registry.ts'
import type { BumpRequest } from '../../../src/bump/strategy.ts'
import { readChartYaml } from '../../../src/chart/manifest/chart-yaml.ts'
import type { Finding } from '../../../src/model/finding.ts'
import type { BumpSetting } from '../../../src/model/settings.ts'

const manifest = readChartYaml('apiVersion: v2\nname: app\nversion: 1.0.0\n', 'Chart.yaml')

function finding(level: Finding['level'], kind: Finding['kind'] = 'values'): Finding {
  return {
    level,
    kind,
    rule: `${kind}/x`,
    subject: 'a',
    text: `the key a is ${level}.`,
    at: { file: 'values.yaml', line: 3 },
  }
}

function decide(setting: BumpSetting, findings: readonly Finding[] = [], more: Partial<BumpRequest> = {}) {
  const committedAt = async () => new Date('2026-12-01T00:00:00Z')
  return decideBump(setting, { manifest, findings, released: '1.0.0', zeroMajor: 'minor', committedAt, ...more })
}

async function levelOf(setting: BumpSetting, findings: readonly Finding[]) {
  const decision = await decide(setting, findings)
  return decision && 'level' in decision && decision.level
}

describe('the setting bump', () => {
  it('has these names', () => {
    expect(bumpNames).toEqual(['auto', 'conventional', 'calver', 'patch', 'minor', 'major', 'manual', 'none'])
  })

  it('asks for evidence only where it goes by it', () => {
    expect(['none', 'patch', 'minor', 'major', 'calver'].flatMap(needsOf)).toEqual([])
    expect(needsOf('auto')).toEqual(['chart', 'commits'])
    expect(needsOf('manual')).toEqual(['chart', 'commits'])
    expect(needsOf('conventional')).toEqual(['commits'])
  })

  it('decides the level that it names, and none with none', async () => {
    expect(await decide('minor')).toEqual({ level: 'minor', reason: '`bump: minor`' })
    expect(await decide('none')).toBeUndefined()
  })

  it('asks people for the level that auto would choose', async () => {
    for (const level of ['patch', 'minor', 'major'] as const)
      expect(await decide('manual', [finding(level)], { zeroMajor: 'major' })).toEqual(
        await decide('auto', [finding(level)], { zeroMajor: 'major' }),
      )
  })
})

describe('what the registry says of a setting', () => {
  it('is whether it allows a bump at all', () => {
    expect(bumpNames.filter((name) => !allowsBump(name))).toEqual(['manual', 'none'])
  })

  it('is whether it has an opinion on a version that somebody else writes, and waits for one', () => {
    expect(bumpNames.filter((name) => !judgesVersions(name))).toEqual(['none'])
    expect(bumpNames.filter(isByHand)).toEqual(['manual'])
  })

  it('is its level, if all of its bumps have the same', () => {
    const levels = bumpNames.map((name) => [name, fixedLevelOf(name)])
    expect(levels.filter(([, level]) => level !== undefined)).toEqual([
      ['patch', 'patch'],
      ['minor', 'minor'],
      ['major', 'major'],
    ])
  })

  it('is a summary that names every strategy', () => {
    expect(bumpSummary).toBe(
      '`auto` by what changed for its users, `conventional` by the commit messages, `calver` by the date of the commit (`2026.12.0`), `patch`, `minor` or `major` always, `manual` to wait until somebody raises it, or `none` to fail instead',
    )
  })

  it('is a bug if no strategy answers to it', () => {
    expect(() => needsOf('path')).toThrow(expect.objectContaining({ code: 'BUG_UNEXPECTED' }))
  })
})

describe('bump: auto', () => {
  it('goes by the highest finding, and says which', async () => {
    const found = [finding('patch'), finding('major'), finding('minor')]
    expect(await decide('auto', found)).toMatchObject({
      level: 'major',
      reason: 'breaking: the key a is major (values.yaml:3)',
      because: found[1],
    })
  })

  it('names a place once', async () => {
    const changed: Finding = {
      ...finding('patch', 'files'),
      text: 'a file changed: docs/a.md',
      at: { file: 'docs/a.md' },
    }
    expect((await decide('auto', [changed]))?.reason).toBe('changed: a file changed: docs/a.md')
  })

  it('takes what breaks for minor before 1.0.0, unless zero-major says otherwise', async () => {
    const found = [finding('major')]
    expect(await decide('auto', found, { released: '0.9.1' })).toMatchObject({
      level: 'minor',
      reason: 'breaking: the key a is major (values.yaml:3), which is minor before 1.0.0',
    })
    expect(await decide('auto', found, { released: '0.9.1', zeroMajor: 'major' })).toMatchObject({ level: 'major' })
  })

  it('is a patch where nobody would notice, for the package is another all the same', async () => {
    expect(await decide('auto', [finding('none')])).toEqual({
      level: 'patch',
      reason: 'nothing that its users would notice',
    })
  })

  it('says so where there was nothing to compare with', async () => {
    const blind: Finding = {
      ...finding('none', 'files'),
      rule: 'evidence/no-release',
      text: '1.0.0 can not be compared',
    }
    expect(await decide('auto', [blind])).toEqual({ level: 'patch', reason: '1.0.0 can not be compared' })
    const unknown: Finding = { ...finding('none', 'commits'), text: 'the commits are not looked at' }
    expect(await decide('conventional', [unknown])).toEqual({ level: 'patch', reason: 'the commits are not looked at' })
    expect(findingsThatCount('auto', [unknown, finding('minor', 'commits')])).toEqual([unknown])
  })

  it('is raised by a commit that says it breaks, and by no other commit', async () => {
    const commits = [finding('major', 'commits')]
    expect(await levelOf('auto', [finding('patch'), ...commits])).toBe('major')
    expect(await levelOf('auto', [finding('patch'), finding('minor', 'commits')])).toBe('patch')
    expect(await levelOf('auto', [finding('major'), finding('patch', 'commits')])).toBe('major')
  })
})

describe('bump: conventional', () => {
  it('goes by commits alone', async () => {
    expect(await levelOf('conventional', [finding('major'), finding('minor', 'commits')])).toBe('minor')
    expect(await decide('conventional', [finding('major')])).toEqual({ level: 'patch', reason: 'no commit says more' })
  })
})
