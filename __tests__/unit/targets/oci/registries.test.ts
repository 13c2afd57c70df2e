import { describe, expect, it } from '@jest/globals'
import type { Registry } from '../../../../src/targets/oci/registries/registry.ts'
import { refusalAt, registries, registryAt } from '../../../../src/targets/oci/registries/table.ts'
import { refusal } from '../../../../src/targets/oci/transport/errors.ts'

/** The host of its target, with something in the place of each placeholder. */
const hostOf = ({ target }: Registry) =>
  (target.split('/')[2] ?? '').replace('<account>', '123456789012').replaceAll(/<[^>]+>/g, 'name')

const PATH = 'acme/charts/app'
const sayings = registries.flatMap((registry) => registry.refusals.map((each) => ({ registry, ...each })))

/** What a user is told of an answer. */
const NOBODY = { source: undefined }
function told(
  host: string,
  status: number,
  text: string,
  { source }: { source: string | undefined } = { source: 'the inputs' },
) {
  const [, code = '', message = ''] = /^([A-Z_]+): (.*)$/s.exec(text) ?? [text, 'DENIED', text]
  const body = Buffer.from(JSON.stringify({ errors: [{ code, message }] }))
  const answer = { status, headers: {}, body, url: `https://${host}/v2/${PATH}/blobs/uploads/` }
  return refusal(answer, { host, what: 'An upload was refused', source, written: PATH })
}

describe('the table of registries', () => {
  it('has every registry once, under one anchor', () => {
    const names = registries.map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
    expect(names.filter((name) => !/^[\w ]+$/.test(name))).toEqual([])
  })

  it.each(registries)('knows $name by the host of its target, or by none', (registry) => {
    expect(registryAt(hostOf(registry))).toBe(registry.hosts ? registry : undefined)
    expect(registry.hosts !== undefined || registry.anywhere).toBe(true)
  })

  it('knows no registry by the names that objects have', () => {
    for (const host of ['__proto__', 'constructor', 'toString', '']) expect(registryAt(host)).toBeUndefined()
  })
})

describe('a refusal that is known', () => {
  it.each(sayings)('$said', ({ registry, said, statuses, hint }) => {
    const expected = typeof hint === 'string' ? hint : hint(PATH)
    const problem = told(hostOf(registry), statuses?.[0] ?? 403, said.replaceAll('…', 'something'))
    expect(problem.hint).toBe(expected)
    expect(expected.length).toBeGreaterThan(40)
  })

  it.each(sayings.filter(({ registry }) => registry.anywhere))(
    'is known by its words under a name that tells nothing: $said',
    ({ said, statuses, hint }) => {
      const expected = typeof hint === 'string' ? hint : hint(PATH)
      const text = said.replaceAll('…', 'something')
      expect(told('charts.example.com', statuses?.[0] ?? 403, text).hint).toBe(expected)
    },
  )

  it.each(sayings.filter(({ registry }) => !registry.anywhere))(
    'is not taken for one of another registry: $said',
    ({ said, hint }) => {
      expect(refusalAt('charts.example.com', { status: 403, text: said })?.hint).not.toBe(hint)
    },
  )

  it('is about the login where there was none', () => {
    const said = 'UNAUTHORIZED: access to the requested resource is not authorized'
    expect(told('quay.io', 401, said).hint).toContain('role Creator')
    expect(told('quay.io', 401, said, NOBODY).hint).toContain('docker/login-action')
  })

  it.each([
    ['123456789012.dkr.ecr.eu-west-1.amazonaws.com', 'aws-actions/configure-aws-credentials'],
    ['name.azurecr.io', 'az acr login --name <registry>'],
    ['ghcr.io', 'packages: write'],
    ['charts.example.com', 'docker/login-action'],
  ])('without credentials, at %s, says how to log in', (host, words) => {
    const problem = told(host, 401, 'UNAUTHORIZED: authentication required', NOBODY)
    expect([problem.code, problem.hint]).toEqual(['REGISTRY_UNAUTHORIZED', expect.stringContaining(words)])
  })
})

describe('hostile words', () => {
  it.each(sayings.map(({ registry, said }) => [hostOf(registry), said]))('cost no time at %s: %s', (host, said) => {
    const endless = said.replaceAll('…', 'x ').repeat(2_000)
    const started = performance.now()
    for (const text of [endless, `${endless}\n::error::`, 'client with IP '.repeat(20_000)]) told(host, 403, text)
    expect(performance.now() - started).toBeLessThan(1_000)
  })

  it('never get into a hint', () => {
    const hostile = '::set-output name=x::y\n##[error]\u202e<script>alert(1)</script>'
    for (const { registry, said } of sayings) {
      const { hint, message } = told(hostOf(registry), 403, `${said.replaceAll('…', hostile)} ${hostile}`)
      expect(hint).not.toContain('script>')
      expect(message.length).toBeLessThan(400)
    }
  })
})
