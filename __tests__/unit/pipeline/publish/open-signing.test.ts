import { describe, expect, it } from '@jest/globals'
import { createFileSigner, openProvenance } from '../../../../src/pipeline/publish/open-signing.ts'
import { openSigstore } from '../../../../src/pipeline/publish/open-sigstore.ts'
import type { Signing } from '../../../../src/pipeline/run.ts'
import { failureOf } from '../../../support/values/failure.ts'
import { aLog, digestOf } from '../../../support/values/pipeline.ts'

const subject = { repository: 'https://acme.example/charts', digest: digestOf('index'), archive: Buffer.from('index') }
const OURS = 'https://github.com/acme/charts/.github/workflows/release.yml@refs/heads/main'
const ISSUER = 'https://token.actions.githubusercontent.com'

function aSigning(bundles: number, signedBy = OURS): Signing {
  const identity = { subject: signedBy, issuer: ISSUER, sourceRepositoryId: '1' }
  return {
    signer: {
      prepare: () => Promise.reject(new Error('it holds a certificate already')),
      sign: async () => ({ bundles: Array.from({ length: bundles }, () => ({ json: Buffer.from('{}') })) }) as never,
      attest: () => Promise.reject(new Error('a file is not attested')),
    },
    verifier: { signerOf: async () => identity } as never,
    inspector: { inspect: () => [] },
    identity,
    ours: { issuer: ISSUER, repositoryId: '1', repositoryUrl: 'https://github.com/acme/charts', trusted: [] },
  }
}

describe('the signer of single files', () => {
  it('is opened with the first of them', async () => {
    let opened = 0
    const signer = createFileSigner(async () => {
      opened += 1
      return aSigning(1)
    })
    expect(opened).toBe(0)
    expect(Buffer.from(await signer.sign(subject)).toString()).toBe('{}')
    expect(opened).toBe(1)
  })

  it.each([0, 2])('takes nothing but one bundle: %d', async (count) => {
    const signer = createFileSigner(async () => aSigning(count))
    expect((await failureOf(signer.sign(subject))).code).toBe('BUG_UNEXPECTED')
  })

  it('does not exist in a run without signatures', async () => {
    const signer = createFileSigner(async () => undefined)
    expect((await failureOf(signer.sign(subject))).code).toBe('BUG_UNEXPECTED')
  })

  it.each([
    ['a workflow of this repository', OURS, true],
    ['a workflow of another one', OURS.replace('acme', 'evil'), false],
  ])('knows whether a file was signed by %s', async (_, by, isOurs) => {
    const signer = createFileSigner(async () => aSigning(1, by))
    expect(await signer.signerOf(subject, Buffer.from('{}'))).toMatchObject({ subject: by, isOurs })
  })
})

describe('opening the signer', () => {
  it('asks for no token on a server that the public Sigstore does not know', async () => {
    const identity = { available: true, token: () => Promise.reject(new Error('asked')) }
    const platform = { identity, log: aLog(), clock: {} } as never
    const failure = await failureOf(
      openSigstore(platform, {} as never, { serverUrl: 'https://git.example.test' } as never, 1),
    )
    expect(failure.code).toBe('SIGSTORE_NO_PUBLIC_INSTANCE')
  })

  it('opens no OpenPGP key that nobody gave', async () => {
    const settings = { gpgPrivateKey: undefined, gpgPassphrase: 'x' }
    expect(await openProvenance(settings, { now: () => new Date(0) })).toBeUndefined()
  })
})
