import { describe, expect, it } from '@jest/globals'
import { parseChallenge } from '../../../../../src/targets/oci/transport/challenge.ts'
import { endpointOf } from '../../../../../src/targets/oci/transport/endpoint.ts'
import { acceptRealm, registrableDomain } from '../../../../../src/targets/oci/transport/realm.ts'

const accepts = (host: string, realm: string, plainHttp: string[] = [], realms: string[] = []) =>
  acceptRealm(realm, endpointOf(host, plainHttp), realms).href

describe('credentials go to a token server', () => {
  it.each([
    ['ghcr.io', 'https://ghcr.io/token'],
    ['docker.io', 'https://auth.docker.io/token'],
    ['registry.gitlab.com', 'https://gitlab.com/jwt/auth'],
    ['registry.example.com', 'https://gitlab.example.com/jwt/auth'],
    ['registry.example.co.uk', 'https://auth.example.co.uk/token'],
    ['registry.example.com:5000', 'https://registry.example.com/token'],
    ['registry.cn-hangzhou.aliyuncs.com', 'https://dockerauth.cn-hangzhou.aliyuncs.com/auth'],
    ['127.0.0.1:5000', 'http://127.0.0.1:5000/token'],
    ['127.0.0.1:5000', 'http://localhost:5001/token'],
  ])('of %s: %s', (host, realm) => expect(accepts(host, realm)).toBe(realm))

  it.each([
    ['registry.example.com', '/token?x=1', 'https://registry.example.com/token?x=1'],
    ['registry.example.com:5000', '/jwt/auth', 'https://registry.example.com:5000/jwt/auth'],
    ['registry.example.com', 'token', 'https://registry.example.com/token'],
    ['registry.example.com', '//auth.example.com/token', 'https://auth.example.com/token'],
    ['docker.io', '/token', 'https://registry-1.docker.io/token'],
    ['127.0.0.1:5000', '/token', 'http://127.0.0.1:5000/token'],
  ])('of %s by a relative address: %s', (host, realm, url) => expect(accepts(host, realm)).toBe(url))

  it('that the user named', () => {
    expect(accepts('registry.example.com', 'https://sso.other.org/t', [], ['sso.other.org'])).toBe(
      'https://sso.other.org/t',
    )
  })

  it('of a plain registry on the same host', () => {
    expect(accepts('zot.lan:5000', 'http://zot.lan:5001/t', ['zot.lan'])).toBe('http://zot.lan:5001/t')
  })
})

describe('credentials stay at home', () => {
  it.each([
    ['ghcr.io', 'https://evil.example/token'],
    ['ghcr.io', 'http://ghcr.io/token'],
    ['registry.example.com', 'https://example.com.evil.org/token'],
    ['registry.example.com', 'https://notexample.com/token'],
    ['a.co.uk', 'https://b.co.uk/token'],
    ['mine.azurecr.io', 'https://evil.azurecr.io/token'],
    ['mine.jfrog.io', 'https://evil.jfrog.io/token'],
    ['1.2.3.4', 'https://9.9.3.4/token'],
    ['ghcr.io', 'https://user@ghcr.io/token'],
    ['ghcr.io', 'not an address'],
    ['ghcr.io', ''],
    ['ghcr.io', '//evil.example/token'],
    ['ghcr.io', '/\\\\evil.example/token'],
    ['ghcr.io', 'javascript:alert'],
    ['127.0.0.1:5000', 'http://10.0.0.1/token'],
    ['zot.lan:5000', 'http://127.0.0.1/token', ['zot.lan']],
    ['docker.io', 'https://auth.docker.io.evil.org/token'],
  ])('when %s names %s', (host, realm, plainHttp: string[] = []) => {
    expect(() => accepts(host, realm, plainHttp)).toThrow(`${host} wants credentials sent to`)
  })

  it('also when a configured name is only a part of the host', () => {
    expect(() => accepts('ghcr.io', 'https://x.sso.org/t', [], ['sso.org'])).toThrow('not of its domain')
  })
})

it.each([
  ['registry.example.com', 'example.com'],
  ['a.b.example.co.uk', 'example.co.uk'],
  ['co.uk', undefined],
  ['x.azurecr.io', 'x.azurecr.io'],
  ['localhost', undefined],
  ['10.0.0.1', undefined],
  ['[::1]', undefined],
])('the domain of %s is %s', (host, domain) => expect(registrableDomain(host)).toBe(domain))

describe('a challenge', () => {
  it('is read with its parameters, quoted or not, in any case', () => {
    expect(parseChallenge('bearer Realm="https://x/t",service=s,scope="repository:a:pull repository:b:pull"')).toEqual({
      scheme: 'bearer',
      realm: 'https://x/t',
      service: 's',
      scopes: ['repository:a:pull', 'repository:b:pull'],
    })
  })
  it('is Basic where there is nothing stronger', () => {
    expect(parseChallenge('Basic realm="x"')).toEqual({ scheme: 'basic' })
    expect(parseChallenge('Basic realm="x", Bearer realm="https://x/t"')).toMatchObject({
      scheme: 'bearer',
      realm: 'https://x/t',
    })
    expect(parseChallenge('Bearer realm="https://x/t", Basic realm="x"')).toMatchObject({
      scheme: 'bearer',
      realm: 'https://x/t',
    })
  })
  it.each([undefined, '', 'Negotiate', 'Bearer service=x', 'x'.repeat(10_000)])('is none in %s', (header) => {
    expect(parseChallenge(header)).toBeUndefined()
  })
})

it.each([
  ['localhost:5000', [], 'http://localhost:5000'],
  ['127.9.9.9', [], 'http://127.9.9.9'],
  ['127.evil.com', [], 'https://127.evil.com'],
  ['localhost.evil.com', [], 'https://localhost.evil.com'],
  ['zot.lan:5000', ['zot.lan:5000'], 'http://zot.lan:5000'],
  ['zot.lan:5000', ['zot.lan'], 'http://zot.lan:5000'],
  ['zot.lan:5000', ['zot.lan:5001'], 'https://zot.lan:5000'],
  ['docker.io', [], 'https://registry-1.docker.io'],
])('%s with plain-http %j is at %s', (host, plainHttp, origin) =>
  expect(endpointOf(host, plainHttp).origin).toBe(origin),
)
