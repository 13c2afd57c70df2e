import { describe, expect, it } from '@jest/globals'
import { configuredSecrets, secretsOfHeader } from '../../../../src/platform/git/credentials/configured-secrets.ts'
import { netrcLogins } from '../../../../src/platform/git/credentials/netrc.ts'
import { secretsOfAddresses } from '../../../../src/platform/secrets/login-secrets.ts'

const TOKEN = 'ghp_4711TokenInPlaceOfTheUserName0123456'

const found = (key: string, value: string) => [...new Set(configuredSecrets([{ scope: 'local', key, value }]))]

describe("what is secret in git's configuration", () => {
  it.each([
    ['remote.origin.url', `https://x-access-token:${TOKEN}@github.com/acme/charts`, [TOKEN]],
    ['remote.origin.url', `https://${TOKEN}@github.com/acme/charts`, [TOKEN]],
    ['remote.other.pushurl', `https://${TOKEN}:x-oauth-basic@github.com/acme/charts`, [TOKEN]],
    [`url.https://ada:${TOKEN}@github.com/.insteadof`, 'https://github.com/', [TOKEN]],
    ['http.proxy', 'http://ada:p%40ss@word@proxy:3128', ['p%40ss@word', 'p@ss@word']],
    ['remote.origin.proxy', 'socks5h://ada:of-the-proxy@proxy', ['of-the-proxy']],
    ['http.https://git.example.extraheader', `PRIVATE-TOKEN: ${TOKEN}`, [TOKEN]],
    ['http.extraheader', `Cookie: o=${TOKEN}; user=ada`, [`o=${TOKEN}; user=ada`, 'user=ada', `o=${TOKEN}`, TOKEN]],
    ['http.extraheader', 'X-Trace: of the user', []],
    ['github.token', TOKEN, [TOKEN]],
    ['sendemail.smtppass', 'of-the-mail', ['of-the-mail']],
    ['http.cookiefile', '/home/ada/cookies', []],
    ['remote.origin.url', 'ssh://git@github.com/acme/charts', []],
    ['remote.origin.url', 'https://ada@github.com/acme/charts', []],
    ['remote.origin.url', 'https://github-actions[bot]@github.com/acme/charts', []],
  ])('%s = %s', (key, value, secrets) => {
    expect(found(key, value).toSorted()).toEqual(secrets.toSorted())
  })

  it('is the login of a Basic header with its parts, a token in place of the user among them', () => {
    const basic = (login: string) => Buffer.from(login).toString('base64')
    expect(secretsOfHeader(`Authorization: Basic ${basic('ada:of:ada')}`)).toEqual(
      expect.arrayContaining([basic('ada:of:ada'), 'of:ada']),
    )
    expect(secretsOfHeader(`authorization: basic ${basic(`${TOKEN}:x-oauth-basic`)}`)).toContain(TOKEN)
    expect(secretsOfHeader('AUTHORIZATION: token short')).toContain('short')
  })

  it('is nothing in other addresses, however they are written', () => {
    expect(secretsOfAddresses('https://host/a@b:c@d and https://host?x=a:b@c git@github.com:acme/charts')).toEqual([])
  })
})

describe('a .netrc', () => {
  it('is read with its quotation marks, comments and default', () => {
    const text =
      '# of ada\nmachine a.example login ada password "with \\"marks\\" and blanks"\ndefault\n login eve\n password e\n'
    expect(netrcLogins(text)).toEqual([
      { machine: 'a.example', login: 'ada', password: 'with "marks" and blanks' },
      { machine: undefined, login: 'eve', password: 'e' },
    ])
    expect(netrcLogins('')).toEqual([])
    expect(netrcLogins('machine')).toEqual([{ machine: undefined, login: '', password: '' }])
  })
})
