import { expect, it } from '@jest/globals'
import { parseAddress } from '../../../../src/targets/releases/address.ts'

it.each([
  ['releases://acme/charts', { repository: 'acme/charts' }],
  ['releases://acme/charts/', { repository: 'acme/charts' }],
  [' releases://Acme-1/.github?latest=never ', { repository: 'Acme-1/.github', neverLatest: true }],
  ['releases://some_bot/helm.charts', { repository: 'some_bot/helm.charts' }],
])('%s is an address', (text, parts) => {
  expect(parseAddress(text)).toEqual({ address: text.trim(), ...parts })
})

it.each([
  ['releases://', 'does not name a valid repository: ""'],
  ['releases://acme', 'does not name a valid repository: "acme"'],
  ['releases://acme/..', 'does not name a valid repository'],
  ['releases://acme/charts/more', 'does not name a valid repository'],
  ['releases://-acme/charts', 'does not name a valid repository'],
  ['releases://acme/ch%2Farts', 'does not name a valid repository'],
  ['releases://acme/charts?latest=false', 'only latest=never'],
  ['releases://acme/charts?latest=never&latest=never', 'has an option twice'],
  ['releases://acme/charts?url=https://a.example', 'has an option "url"'],
  ['releases://acme/charts?a?b', 'more than one'],
  ['releases://acme/charts#x', 'a `#`'],
])('%s is none', (text, words) => {
  expect(() => parseAddress(text)).toThrow(expect.objectContaining({ code: 'TARGET_ADDRESS_INVALID' }))
  expect(() => parseAddress(text)).toThrow(words)
})
