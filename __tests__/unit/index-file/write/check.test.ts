import { expect, it } from '@jest/globals'
import { newIndex } from '../../../../src/index-file/index-file.ts'
import { scanIndex } from '../../../../src/index-file/read/scan.ts'
import { checkWritten } from '../../../../src/index-file/write/check.ts'
import { additionsOf } from '../../../../src/index-file/write/release.ts'
import { splicesFor } from '../../../../src/index-file/write/release-splices.ts'
import { spliced } from '../../../../src/index-file/write/splices.ts'
import { anIndexRelease, WRITTEN_AT } from '../../../support/index/index-release.ts'
import { failureOf } from '../../../support/values/failure.ts'

const old = ['1.0.0', '1.1.0'].flatMap((version) => ['app', 'web'].map((name) => anIndexRelease({ name, version })))
const { bytes } = newIndex('index.yaml', WRITTEN_AT).add(old, WRITTEN_AT)
const asJson = Buffer.from(
  JSON.stringify({
    apiVersion: 'v1',
    entries: { app: [{ name: 'app', version: '1.0.0' }], web: [{ name: 'web', version: '1.0.0' }] },
  }),
)

/** Adds a release as the writer does, lets `damage` at what is to be written, and has it checked. */
function checked(index: Uint8Array, damage: (text: string) => string) {
  const layout = scanIndex({ file: 'index.yaml', bytes: index })
  const additions = additionsOf([anIndexRelease({ version: '1.0.5' }), anIndexRelease({ name: 'new' })])
  const splices = splicesFor(layout, additions, WRITTEN_AT)
  const text = Buffer.from(spliced(index, splices)).toString()
  const damaged = damage(text)
  // The splices are damaged alike, as a bug in them would be: so the comparison of bytes alone can't see it.
  const all = splices.map((splice) => ({ ...splice, text: damage(splice.text) }))
  return () => checkWritten(layout, Buffer.from(damaged), { additions, splices: damaged === text ? splices : all })
}

it.each([bytes, asJson])('takes what was meant', (index) => {
  expect(checked(index, (text) => text)).not.toThrow()
})

it.each([
  [
    'another digest',
    (text: string) => text.replace(anIndexRelease({ version: '1.0.5' }).digest.slice(7), 'f'.repeat(64)),
  ],
  ['another version', (text: string) => text.replace(/(version"?: "?)1\.0\.5/, '$11.0.6')],
  ['another fingerprint', (text: string) => text.replace(anIndexRelease({ name: 'new' }).fingerprint, 'v1:other')],
  ['another address', (text: string) => text.replace('app-1.0.5.tgz', 'app-1.0.4.tgz')],
  ['another name', (text: string) => text.replace(/^( {2}|.*")new(":|:)/m, '$1newer$2')],
  [
    'a field too many',
    (text: string) =>
      text.replace(
        /(version"?: "?1\.0\.5"?)/,
        text.includes('"entries"') || text.startsWith('{') ? '$1, "icon": "x"' : '$1\n    icon: x',
      ),
  ],
])('would write nothing with %s', async (_, damage) => {
  for (const index of [bytes, asJson]) {
    const failure = await failureOf(checked(index, damage))
    expect(failure.code).toMatch(/^(?:BUG_UNEXPECTED|INDEX_)/)
  }
})

it.each([
  ['a byte before', (text: string) => text.replace('apiVersion', 'apiversion')],
  ['a byte behind', (text: string) => `${text} `],
  [
    'an entry of before gone',
    (text: string) => text.replace(/ {2}- annotations:(?:(?!- annotations:)[\s\S])*version: 1\.0\.0\n/, ''),
  ],
])('would write nothing with %s', async (_, damage) => {
  const layout = scanIndex({ file: 'index.yaml', bytes })
  const additions = additionsOf([anIndexRelease({ version: '1.0.5' })])
  const splices = splicesFor(layout, additions, WRITTEN_AT)
  const damaged = Buffer.from(damage(Buffer.from(spliced(bytes, splices)).toString()))
  expect((await failureOf(() => checkWritten(layout, damaged, { additions, splices }))).code).toBe('BUG_UNEXPECTED')
})
