import { describe, expect, it } from '@jest/globals'
import { ReleaseError } from '../../../../src/model/errors.ts'
import { parseAddress } from '../../../../src/targets/oci/address.ts'
import { ecrRegistry } from '../../../../src/targets/oci/ecr/registry-host.ts'

const HOST = '123456789012.dkr.ecr.eu-central-1.amazonaws.com'

function problemOf(address: string): string {
  try {
    return `none: ${JSON.stringify(parseAddress(address))}`
  } catch (thrown) {
    return thrown instanceof ReleaseError ? `${thrown.message} / ${thrown.hint}` : String(thrown)
  }
}

describe('the options of an address of ECR', () => {
  it.each([
    ['', undefined],
    ['?create=false', undefined],
    ['?create=true', { immutable: true, scanOnPush: false }],
    ['/?create=true&immutable=true', { immutable: true, scanOnPush: false }],
    ['?scan-on-push=true&create=true&immutable=false', { immutable: false, scanOnPush: true }],
  ])('%s', (query, create) => {
    const parsed = parseAddress(`oci://${HOST}/charts${query}`)
    expect(parsed).toEqual({ address: `oci://${HOST}/charts`, host: HOST, path: 'charts', ...(create && { create }) })
  })

  it('may stand behind the host alone', () => {
    expect(parseAddress(`oci://${HOST}?create=true`)).toMatchObject({ host: HOST, path: '' })
  })

  it.each([
    ['?', 'ends with a question mark'],
    ['?create', 'has create=, which must be true or false'],
    ['?create=yes', 'has create=yes, which must be true or false'],
    ['?create=true&create=true', 'has the option create twice'],
    ['?create=true&create=false', 'has the option create twice'],
    ['?immutable=true', 'has the option immutable without create=true'],
    ['?create=false&scan-on-push=true', 'has the option scan-on-push without create=true'],
    ['?creat=true', 'has the option "creat"; known are create, immutable, scan-on-push'],
    ['?toString=true', 'has the option "toString"'],
    ['?__proto__=true&create=true', 'has the option "__proto__"'],
    ['?create=true?immutable=false', 'has create=true?immutable=false'],
    ['?create=true#x', 'has create=true#x'],
    ['?create=true /x', 'has create=true /x'],
  ])('%s is refused', (query, words) => {
    expect(problemOf(`oci://${HOST}/charts${query}`)).toContain(words)
  })

  it.each(['ghcr.io', `${HOST}:443`, `${HOST}.evil.example`, 'public.ecr.aws', `x${HOST}`])(
    'are refused for %s, which is no private ECR',
    (host) => expect(problemOf(`oci://${host}/charts?create=true`)).toContain('only addresses of a private ECR have'),
  )
})

describe('a host of ECR', () => {
  it.each([
    [HOST, { account: '123456789012', region: 'eu-central-1', isFips: false, isDualStack: false }],
    ['123456789012.dkr.ecr-fips.us-gov-west-1.amazonaws.com', { region: 'us-gov-west-1', isFips: true }],
    ['123456789012.dkr.ecr.cn-north-1.amazonaws.com.cn', { region: 'cn-north-1' }],
    ['123456789012.dkr-ecr.eu-west-1.on.aws', { region: 'eu-west-1', isDualStack: true }],
    ['123456789012.dkr.ecr.eusc-de-east-1.amazonaws.eu', { region: 'eusc-de-east-1' }],
  ])('%s', (host, expected) => expect(ecrRegistry(host)).toMatchObject({ host, ...expected }))

  it.each([
    '12345678901.dkr.ecr.eu-central-1.amazonaws.com',
    '123456789012.dkr.ecr.eu-central-1.amazonaws.com.evil.example',
    '123456789012.dkr.ecr.eu-central-1.evil.example',
    '123456789012.dkr.ecr.evil.example/.amazonaws.com',
    '123456789012.dkr.ecr.a.b.amazonaws.com',
    `${HOST}:443`,
    `${HOST}\n`,
    'public.ecr.aws',
    '',
  ])('is not %j', (host) => expect(ecrRegistry(host)).toBeUndefined())
})
