import { describe, expect, it } from '@jest/globals'
import { readIndex } from '../../../src/index-file/index-file.ts'
import { ReleaseError } from '../../../src/model/errors.ts'
import { helmPath } from '../../support/helm/helm.ts'
import { difference, helmReadings, ourReading } from '../../support/helm/helm-loads.ts'
import { indexCases, REFUSED, WRITINGS } from '../../support/index/index-cases.ts'
import { anIndexRelease, indexOf, WRITTEN_AT } from '../../support/index/index-release.ts'

const cases = [...indexCases()]

describe.each([3, 4] as const)('Helm %d', (major) => {
  it('loads what we take, and finds no version that we do not', async () => {
    const readings = await helmReadings(
      await helmPath(major),
      cases.map(([, text]) => text),
    )
    expect(readings.filter((reading) => reading === undefined).length).toBeGreaterThan(500)
    expect(cases.flatMap(([what, text], at) => difference(what, text, readings[at]))).toEqual([])
  })

  it('loads each of the ways to write that we take, also after releases were added', async () => {
    const added = [anIndexRelease({ name: 'app', version: '9.0.0' }), anIndexRelease({ name: 'new' })]
    const before = Object.values(WRITINGS)
    const after = before.map((text) => Buffer.from(indexOf(text).add(added, WRITTEN_AT).bytes).toString())
    const readings = await helmReadings(await helmPath(major), [...before, ...after])
    for (const [at, what] of Object.keys(WRITINGS).entries()) {
      const [old, now] = [readings[at], readings[at + before.length]]
      expect([what, now]).toEqual([what, new Set([...(old ?? []), 'app 9.0.0', 'new 1.2.3'])])
    }
  })
})

it.each(Object.entries(REFUSED))('is refused: %s', (_, text) => {
  const refusal = ourReading(text)
  expect(refusal instanceof ReleaseError && refusal.at?.line).toBeGreaterThan(0)
})

it.each(Object.entries(WRITINGS))('keeps every byte but for the release: %s', (_, text) => {
  const index = indexOf(text)
  const after = Buffer.from(index.add([anIndexRelease({ name: 'new' })], WRITTEN_AT).bytes).toString()
  // Whatever was put in, what stood there stands there still, but for the time.
  const time = /(?<=generated:) *(?:"[^"]*"|null)?/i
  let from = 0
  for (const line of text.replace(time, '').split(/(?<=[\n}])/)) {
    from = after.replace(time, '').indexOf(line.trimEnd(), from)
    expect([line, from]).not.toEqual([line, -1])
  }
})

it('adds to an index that Helm can’t load only if that is wanted, and says where it can’t', () => {
  const text =
    'apiVersion: v1\nentries:\n  app:\n  - name: app\n    version: 1.1.0\n    appVersion: 1.0\n  - name: app\n    version: 1.0.0\n    keywords: [a, 1]\n'
  const refusal = ourReading(text)
  expect(refusal).toMatchObject({ code: 'INDEX_NOT_LOADABLE', at: { file: 'index.yaml', line: 6, column: 17 } })
  expect((refusal as ReleaseError).message).toBe(
    "Helm can't load index.yaml: app 1.1.0 has the number 1.0 as `appVersion`, where Helm takes only text in quotes; so is 1 more place (line 9)",
  )
  const index = readIndex({ file: 'index.yaml', bytes: Buffer.from(text) }, 'allow')
  expect(index.warnings.map((notice) => `${notice.at.line}: ${notice.text}`)).toEqual([
    "6: Helm can't load it: app 1.1.0 has the number 1.0 as `appVersion`, where Helm takes only text in quotes; it stays as it is.",
    "9: Helm can't load it: app 1.0.0 has the number 1 as an item of `keywords`, where Helm takes only text in quotes; it stays as it is.",
  ])
  expect(index.add([anIndexRelease()], WRITTEN_AT).versions('app')).toEqual(['1.2.3', '1.1.0', '1.0.0'])
})
