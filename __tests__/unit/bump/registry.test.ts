import { describe, expect, it } from '@jest/globals'
import { bumpNames, decideBump, findingsThatCount, needsOf, parseBump } from '../../../src/bump/registry.ts'
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
  return decideBump({ manifest, setting, findings, released: '1.0.0', zeroMajor: 'minor', ...more })
}

describe('the setting bump', () => {
  it('takes the known names and nothing else', () => {
    expect(bumpNames).toEqual(['auto', 'conventional', 'none', 'patch', 'minor', 'major'])
    expect(bumpNames.map(parseBump)).toEqual(bumpNames)
    try {
      parseBump('path')
      throw new Error('nothing was thrown')
    } catch (error) {
      expect(error).toMatchObject({
        code: 'BUMP_INVALID',
        kind: 'config',
        message: 'bump: "path" is not a way to bump',
        hint: 'Use one of `auto`, `conventional`, `none`, `patch`, `minor`, `major`.',
      })
    }
  })

  it('asks for evidence only where it goes by it', () => {
    expect((['none', 'patch', 'minor', 'major'] as const).flatMap(needsOf)).toEqual([])
    expect(needsOf('auto')).toEqual(['chart', 'commits'])
    expect(needsOf('conventional')).toEqual(['commits'])
  })

  it('decides the level that it names, and none with none', () => {
    expect(decide('minor')).toEqual({ level: 'minor', reason: '`bump: minor`' })
    expect(decide('none')).toBeUndefined()
  })
})

describe('bump: auto', () => {
  it('goes by the highest finding, and says which', () => {
    const found = [finding('patch'), finding('major'), finding('minor')]
    expect(decide('auto', found)).toMatchObject({
      level: 'major',
      reason: 'breaking: the key a is major (values.yaml:3)',
      because: found[1],
    })
  })

  it('names a place once', () => {
    const changed: Finding = {
      ...finding('patch', 'files'),
      text: 'a file changed: docs/a.md',
      at: { file: 'docs/a.md' },
    }
    expect(decide('auto', [changed])?.reason).toBe('changed: a file changed: docs/a.md')
  })

  it('takes what breaks for minor before 1.0.0, unless zero-major says otherwise', () => {
    const found = [finding('major')]
    expect(decide('auto', found, { released: '0.9.1' })).toMatchObject({
      level: 'minor',
      reason: 'breaking: the key a is major (values.yaml:3), which is minor before 1.0.0',
    })
    expect(decide('auto', found, { released: '0.9.1', zeroMajor: 'major' })).toMatchObject({ level: 'major' })
  })

  it('is a patch where nobody would notice, for the package is another all the same', () => {
    expect(decide('auto', [finding('none')])).toEqual({
      level: 'patch',
      reason: 'nothing that its users would notice',
    })
  })

  it('says so where there was nothing to compare with', () => {
    const blind: Finding = {
      ...finding('none', 'files'),
      rule: 'evidence/no-release',
      text: '1.0.0 can not be compared',
    }
    expect(decide('auto', [blind])).toEqual({ level: 'patch', reason: '1.0.0 can not be compared' })
    const unknown: Finding = { ...finding('none', 'commits'), text: 'the commits are not looked at' }
    expect(decide('conventional', [unknown])).toEqual({ level: 'patch', reason: 'the commits are not looked at' })
    expect(findingsThatCount('auto', [unknown, finding('minor', 'commits')])).toEqual([unknown])
  })

  it('is raised by a commit that says it breaks, and by no other commit', () => {
    const commits = [finding('major', 'commits')]
    expect(decide('auto', [finding('patch'), ...commits])?.level).toBe('major')
    expect(decide('auto', [finding('patch'), finding('minor', 'commits')])?.level).toBe('patch')
    expect(decide('auto', [finding('major'), finding('patch', 'commits')])?.level).toBe('major')
  })
})

describe('bump: conventional', () => {
  it('goes by commits alone', () => {
    expect(decide('conventional', [finding('major'), finding('minor', 'commits')])?.level).toBe('minor')
    expect(decide('conventional', [finding('major')])).toEqual({ level: 'patch', reason: 'no commit says more' })
  })
})
