import { describe, expect, it } from '@jest/globals'
import { parseAppVersionRule } from '../../../src/bump/app-version/rule.ts'
import { valueAt } from '../../../src/bump/app-version/values.ts'
import { ReleaseError } from '../../../src/model/errors.ts'

const file = 'charts/app/values.yaml'

function problemIn(work: () => unknown) {
  try {
    work()
  } catch (error) {
    if (error instanceof ReleaseError) return { code: error.code, message: error.message, line: error.at?.line }
    throw error
  }
  throw new Error('nothing was thrown')
}

describe('the setting app-version', () => {
  it.each([
    ['', { rule: 'keep' }],
    [' sha ', { rule: 'sha' }],
    ['tag', { rule: 'tag' }],
    ['1.10', { rule: 'literal', value: '1.10' }],
    ['values:image.tag', { rule: 'values', paths: [['image', 'tag']] }],
    ['values:tag', { rule: 'values', paths: [['tag']] }],
    ['values:my\\.key.a\\\\b.0', { rule: 'values', paths: [['my.key', 'a\\b', '0']] }],
    [
      'values:image.tag, side\\,car.tag',
      {
        rule: 'values',
        paths: [
          ['image', 'tag'],
          ['side,car', 'tag'],
        ],
      },
    ],
  ])('%j is read', (text, rule) => {
    expect(parseAppVersionRule(text)).toEqual(rule)
  })

  it.each([
    'values:',
    'values:.a',
    'values:a.',
    'values:a..b',
    'values:a,',
    'values:,a',
    `values:${'a,'.repeat(20)}a`,
    'values:a\\',
    'a\nb',
    '\u202ea',
    'x'.repeat(257),
    `values:${'a.'.repeat(30)}a`,
  ])('%j is refused', (text) => {
    expect(problemIn(() => parseAppVersionRule(text)).code).toBe('APP_VERSION_INVALID')
  })
})

describe('a value of values.yaml', () => {
  const values = `# images
image: &image
  repository: example.org/app
  tag: 1.10 # the number that Helm would call 1.1
other:
  <<: *image
  pullPolicy: Always
quoted: "v2"
list: [{tag: a}, {tag: b}]
empty:
block: |
  3.0
lines: |
  3.0
  4.0
my.key: dotted
`
  const at = (...path: string[]) => valueAt(values, path, file).value

  it('is what the author wrote', () => {
    expect(at('image', 'tag')).toBe('1.10')
    expect(at('other', 'tag')).toBe('1.10')
    expect(at('quoted')).toBe('v2')
    expect(at('list', '1', 'tag')).toBe('b')
    expect(at('block')).toBe('3.0')
    expect(at('my.key')).toBe('dotted')
  })

  it.each([
    [['image', 'tga'], 2, 'has no `image.tga`'],
    [['image', 'tag', 'x'], 4, 'has no `image.tag.x`'],
    [['image'], 2, 'has no single value at `image`'],
    [['list'], 9, 'has no single value at `list`'],
    [['list', '2'], 9, 'has no `list.2`'],
    [['empty'], 10, 'has nothing at `empty`'],
    [['lines'], 13, 'has a value of no or several lines where appVersion comes from'],
  ])('at %j is refused at its line', (path, line, what) => {
    expect(problemIn(() => at(...path))).toEqual({ code: 'VALUES_PATH_MISSING', line, message: `${file} ${what}` })
  })

  it('can’t be had from what is no YAML, or not there', () => {
    expect(problemIn(() => valueAt('a: [', ['a'], file))).toMatchObject({ code: 'VALUES_INVALID', line: 1 })
    expect(problemIn(() => valueAt('', ['a'], file))).toMatchObject({ code: 'VALUES_PATH_MISSING', line: 1 })
  })
})
