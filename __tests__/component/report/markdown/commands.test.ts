import { spawnSync } from 'node:child_process'
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { parse } from 'yaml'
import { cosignVerify, fluxRepository, helmPull, shellWord } from '../../../../src/report/markdown/commands.ts'
import { hostileText } from '../../../support/secrets/hostile-text.ts'
import { aDigest, anIdentity, aReference } from '../../../support/values/reports.ts'

/** The words that a shell makes of a command, by running it with `printf` in the place of the program. */
function wordsOf(command: string): readonly string[] {
  const script = command.replace(/^(cosign|helm) /, "printf '%s\\0' ")
  return spawnSync('sh', ['-c', script]).stdout.toString().split('\0').slice(0, -1)
}

const app = aReference('app', '1.4.3')

describe('the lines to copy', () => {
  it('verify exactly what was signed', () => {
    expect(cosignVerify(app, anIdentity, {})).toBe(
      [
        `cosign verify ghcr.io/acme/charts/app@${aDigest} \\`,
        '  --certificate-oidc-issuer https://token.actions.githubusercontent.com \\',
        '  --certificate-identity https://github.com/acme/charts/.github/workflows/release.yml@refs/heads/main',
      ].join('\n'),
    )
  })

  it('name the caller where the workflow is another repository’s', () => {
    const subject = 'https://github.com/shared/flows/.github/workflows/release.yml@refs/tags/v1'
    expect(wordsOf(cosignVerify(app, { ...anIdentity, subject }, {})).slice(-2)).toEqual([
      '--certificate-github-workflow-repository',
      'acme/charts',
    ])
  })

  it('pull what was released, with its whole version', () => {
    const reference = aReference('app', '1.4.3+b7')
    expect(helmPull(reference, '1.4.3+b7', {})).toBe('helm pull oci://ghcr.io/acme/charts/app --version 1.4.3+b7')
  })

  it.each(['localhost:5000', '127.0.0.1:35123', '[::1]:5000', 'registry.internal'])(
    'say that %s has no TLS',
    (host) => {
      const reference = aReference('app', '1.4.3', host)
      const context = { plainHttp: ['registry.internal'], identity: anIdentity }
      expect(helmPull(reference, '1.4.3', context)).toMatch(/ --plain-http$/)
      expect(cosignVerify(reference, anIdentity, context)).toMatch(/ --allow-http-registry$/)
      expect(parse(fluxRepository(reference, 'app', context)).spec.insecure).toBe(true)
    },
  )

  it('take TLS for granted elsewhere', () => {
    expect(helmPull(aReference('app', '1.4.3', 'localhost.evil.example'), '1.4.3', {})).not.toContain('plain-http')
  })

  it('name the trusted root of a private Sigstore', () => {
    const command = cosignVerify(app, anIdentity, { trustedRoot: "it's here/root.json" })
    expect(wordsOf(command).slice(-2)).toEqual(['--trusted-root', "it's here/root.json"])
  })

  it('make a Flux source that takes nothing else', () => {
    expect(fluxRepository(aReference('app', '1.4.3+b7'), 'app', { identity: anIdentity })).toBe(
      `apiVersion: source.toolkit.fluxcd.io/v1
kind: OCIRepository
metadata:
  name: app
spec:
  interval: 10m
  url: oci://ghcr.io/acme/charts/app
  ref:
    tag: '1.4.3_b7'
  layerSelector:
    mediaType: application/vnd.cncf.helm.chart.content.v1.tar+gzip
    operation: copy
  verify:
    provider: cosign
    matchOIDCIdentity:
      - issuer: '^https://token\\.actions\\.githubusercontent\\.com$'
        subject: '^https://github\\.com/acme/charts/\\.github/workflows/release\\.yml@refs/heads/main$'`,
    )
  })

  it('mean the same whatever stands in them: to a shell', () => {
    const texts = hostileText.filter((text) => !text.includes('\0'))
    fc.assert(
      fc.property(texts, (text) => {
        const wellFormed = text.toWellFormed()
        expect(wordsOf(`helm ${shellWord(wellFormed)} end`)).toEqual([wellFormed, 'end'])
      }),
      { numRuns: 150 },
    )
  })

  it('are YAML also where a text ends with a colon', () => {
    expect(parse(fluxRepository(app, 'https://evil.example:', {})).metadata.name).toBe('https://evil.example:')
  })

  it('mean the same whatever stands in them: to YAML and to a regular expression', () => {
    const line = hostileText.map((text) => text.replace(/[\p{Cc}\p{Cs}\u2028\u2029\ufeff]/gu, ''))
    fc.assert(
      fc.property(line, line, (name, subject) => {
        const source = parse(fluxRepository(app, name, { identity: { ...anIdentity, subject } }))
        expect(source.metadata.name).toBe(name)
        const [matcher] = source.spec.verify.matchOIDCIdentity
        expect(new RegExp(matcher.subject, 'u').test(subject)).toBe(true)
        expect(new RegExp(matcher.subject, 'u').test(`${subject}x`)).toBe(false)
      }),
      { numRuns: 500 },
    )
  })
})
