import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { parseVersion } from '../../../../src/chart/manifest/version.ts'
import { commonTag } from '../../../../src/model/git/common-tag.ts'
import { tagOf, tagParts, versionIn } from '../../../../src/model/git/tag-template.ts'

const common = (a: string, b: string) => {
  const [one, other] = [tagParts(a, ''), tagParts(b, '')]
  if (!one || !other) throw new Error('no template of a version')
  return commonTag(one, other)
}

describe('a tag that two templates both make', () => {
  it.each([
    ['v{{ .Version }}', 'v{{ .Version }}', 'v1'],
    ['{{ .Version }}', 'v{{ .Version }}', 'v1'],
    ['{{ .Version }}', '{{ .Version }}-hub', '1.1.1-hub'],
    ['app-{{ .Version }}', 'app-1.0.0-{{ .Version }}', 'app-1.0.0-1'],
    ['app-{{ .Version }}', 'app-1{{ .Version }}', 'app-11'],
    ['app-{{ .Version }}', 'app-1.0.0-rc.{{ .Version }}', 'app-1.0.0-rc.1'],
    ['{{ .Version }}-b', 'v{{ .Version }}', 'v1.1.1-b'],
    ['{{ .Version }}+b.1', '{{ .Version }}.1', '1.1.1+b.1'],
  ])('of %s and %s is the shortest: %s', (a, b, tag) => {
    expect([common(a, b), common(b, a)]).toEqual([tag, tag])
  })

  it.each([
    ['v{{ .Version }}', 'hub-manager_v{{ .Version }}'],
    ['app-{{ .Version }}', 'app-operator-{{ .Version }}'],
    ['app-{{ .Version }}', 'app-1-{{ .Version }}'],
    ['app-{{ .Version }}', 'app-v1-{{ .Version }}'],
    ['app-{{ .Version }}', 'app-1.0.x-{{ .Version }}'],
    ['{{ .Version }}-a', '{{ .Version }}-b'],
    ['{{ .Version }}/app', '{{ .Version }}'],
  ])('is not there for %s and %s', (a, b) => {
    expect([common(a, b), common(b, a)]).toEqual([undefined, undefined])
  })

  const words = fc.string({ unit: fc.constantFrom('1', '0', '.', '-', '+', 'v', 'a'), maxLength: 5 })
  const template = fc.tuple(words, words).map(([before, after]) => `${before}{{ .Version }}${after}`)

  it('is one of a version that Chart.yaml may say, for each of the two', () => {
    fc.assert(
      fc.property(template, template, (a, b) => {
        const tag = common(a, b)
        if (tag === undefined) return
        for (const each of [a, b]) expect(parseVersion(versionIn(each, tag, '') ?? '')).toBeDefined()
      }),
    )
  })

  const number = fc.constantFrom('0', '1', '10')
  const version = fc
    .tuple(fc.constantFrom('', 'v'), number, number, number, fc.constantFrom('', '-a', '-1.a', '+1', '-0.v+a'))
    .map(([v, a, b, c, rest]) => `${v}${a}.${b}.${c}${rest}`)

  it('is found wherever two versions have one', () => {
    fc.assert(
      fc.property(template, version, fc.nat(8), fc.nat(8), (a, one, from, to) => {
        const tag = tagOf(a, { name: '', version: one }) ?? ''
        // Another template that reads a version out of the same tag.
        const [start, end] = [Math.min(from, to, tag.length), tag.length - Math.max(from, to)]
        if (end <= start || parseVersion(tag.slice(start, end)) === undefined) return
        expect(common(a, `${tag.slice(0, start)}{{ .Version }}${tag.slice(end)}`)).toBeDefined()
      }),
      { numRuns: 2000 },
    )
  })
})
