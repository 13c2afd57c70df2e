import { describe, expect, it } from '@jest/globals'
import { bumpNames, decideBump, parseBump } from '../../../src/bump/registry.ts'
import { readChartYaml } from '../../../src/chart/chart-yaml.ts'

const manifest = readChartYaml('apiVersion: v2\nname: app\nversion: 1.0.0\n', 'Chart.yaml')

describe('the setting bump', () => {
  it('takes the known names and nothing else', () => {
    expect(bumpNames).toEqual(['none', 'patch', 'minor', 'major'])
    expect(bumpNames.map(parseBump)).toEqual(bumpNames)
    expect(() => parseBump('path')).toThrow('bump: "path" is not a way to bump')
  })

  it.each(['auto', 'conventional'])('says that %s is not there yet, and what to use', (name) => {
    try {
      parseBump(name)
      throw new Error('nothing was thrown')
    } catch (error) {
      expect(error).toMatchObject({
        code: 'BUMP_INVALID',
        kind: 'config',
        hint: 'Use one of `none`, `patch`, `minor`, `major`.',
      })
      expect(Object(error).message).toBe(`bump: "${name}" is not there yet`)
    }
  })

  it('decides the level that it names, and none with none', () => {
    expect(decideBump({ manifest, setting: 'minor' })).toEqual({ level: 'minor', reason: '`bump: minor`' })
    expect(decideBump({ manifest, setting: 'none' })).toBeUndefined()
  })
})
