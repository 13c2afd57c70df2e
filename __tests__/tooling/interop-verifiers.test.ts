import { afterEach, describe, expect, it } from '@jest/globals'
import { formNames } from '../interop/exhibits/forms.ts'
import { digestOf, type Repository, readManifest } from '../interop/registries/oci.ts'
import { attachBundles, bundlesOf } from '../interop/registries/referrers.ts'
import { judged } from '../interop/verifiers/ask.ts'
import { verifiers } from '../interop/verifiers/list.ts'
import { type Question, questions } from '../interop/verifiers/questions.ts'
import { startRegistry, type TestRegistry } from '../support/registry/registry.ts'

const [verifier] = verifiers
const question = (name: string): Question => questions.find((each) => each.name === name) as Question

describe('the answer of a verifier', () => {
  const says = { subject: /identity/, issuer: /issuer/, repository: /repository/, digest: /digest/, absence: /no sign/ }
  const judge = (answer: Parameters<typeof judged>[0], name: string) => judged(answer, question(name), { says })

  it('passes when the right one is accepted, and a wrong one refused for what is wrong with it', () => {
    expect(judge({ kind: 'accepted' }, 'right')).toEqual({ outcome: 'passed' })
    expect(judge({ kind: 'refused', words: 'none of the identity' }, 'wrong identity')).toEqual({ outcome: 'passed' })
  })

  it.each(questions.filter(({ answer }) => answer !== 'accepted').map(({ name }) => name))(
    'fails when it accepts: %s',
    (name) => {
      expect(judge({ kind: 'accepted' }, name)).toEqual({ outcome: 'failed', detail: 'was accepted' })
    },
  )

  it('fails when the refusal is about something else, such as a network that is down', () => {
    expect(judge({ kind: 'refused', words: 'connection refused' }, 'stripped')).toMatchObject({ outcome: 'failed' })
    expect(judge({ kind: 'refused', words: 'connection refused' }, 'right')).toMatchObject({ outcome: 'failed' })
  })

  it('is no pass when it accepts as is known of it, and a failure when it does so no more', () => {
    const weak = { says, weakness: 'it compares nothing' }
    const accepted = judged({ kind: 'accepted' }, question('other digest'), weak)
    expect(accepted).toEqual({ outcome: 'weak', detail: 'it compares nothing' })
    const refused = judged({ kind: 'refused', words: 'another digest' }, question('other digest'), weak)
    expect(refused).toEqual({ outcome: 'failed', detail: 'is refused, although: it compares nothing' })
    expect(judged({ kind: 'accepted' }, question('right'), weak)).toEqual({ outcome: 'passed' })
  })

  it('is no pass when it cannot be asked', () => {
    const cannot = { kind: 'cannot', why: 'it knows no repository' } as const
    expect(judge(cannot, 'other source repository')).toEqual({ outcome: 'n/a', detail: 'it knows no repository' })
  })
})

describe('the list of verifiers', () => {
  it.each(verifiers.map((each) => [`${each.name} ${each.version}`, each] as const))(
    '%s is asked about a form or says why not, and never both',
    (_, { forms, without = {} }) => {
      expect(forms.length).toBeGreaterThan(0)
      expect(forms.filter((form) => form in without)).toEqual([])
      expect([...forms, ...Object.keys(without)].filter((form) => !formNames.some((name) => name === form))).toEqual([])
    },
  )

  it('has questions whose wrong answers differ from the right ones', () => {
    const identity = {
      subject: 'https://github.com/a/b/.github/workflows/release.yml@main',
      issuer: 'i',
      repository: 'a/b',
    }
    const asked = questions.map(({ exhibit, expected }) => JSON.stringify([exhibit, expected(identity)]))
    expect(new Set(asked).size).toBe(questions.length)
    expect(verifier).toBeDefined()
  })
})

describe.each([true, false])('a bundle in a registry, with the referrers API: %s', (referrers) => {
  let registry: TestRegistry | undefined
  afterEach(() => registry?.stop())

  it('is found by what its statement says, and can be moved to another chart', async () => {
    registry = await startRegistry({ referrers })
    const repository: Repository = { host: registry.host, name: 'charts/app' }
    const statement = Buffer.from(JSON.stringify({ predicateType: 'https://example.com/v1' })).toString('base64')
    const bundle = Buffer.from(JSON.stringify({ dsseEnvelope: { payload: statement } }))
    const descriptor = { ...type, digest: '', size: 0, annotations: {} }
    const layer = { mediaType: type.artifactType, digest: digestOf(bundle), size: bundle.length }
    const config = { mediaType: 'application/vnd.oci.empty.v1+json', digest: digestOf(Buffer.from('{}')), size: 2 }
    const manifest = Buffer.from(JSON.stringify({ schemaVersion: 2, ...type, config, layers: [layer] }))
    const chart = registry.plantManifest(repository.name, '1.0.0', '{"schemaVersion":2,"layers":[]}')
    const size = (await readManifest(repository, chart))?.bytes.length ?? 0

    const stored = { descriptor, manifest, bundle, predicate: '' }
    await attachBundles(repository, { mediaType: type.mediaType, digest: chart, size }, [stored])

    const found = await bundlesOf(repository, chart)
    expect(found.map(({ predicate }) => predicate)).toEqual(['https://example.com/v1'])
    expect(JSON.parse(`${found[0]?.manifest}`)).toMatchObject({ subject: { digest: chart } })
    expect(await bundlesOf(repository, `sha256:${'0'.repeat(64)}`)).toEqual([])
  })
})

const type = {
  mediaType: 'application/vnd.oci.image.manifest.v1+json',
  artifactType: 'application/vnd.dev.sigstore.bundle.v0.3+json',
}
