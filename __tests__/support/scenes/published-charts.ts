import type { PackagedChart } from '../../../src/model/chart.ts'
import type { SignatureSet, StoredBundle } from '../../../src/model/signature.ts'
import type { PublishedArtifact } from '../../../src/model/target.ts'
import type { CheckedRequirement, Requirement, Verification } from '../../../src/model/verification.ts'
import { type ExpectedIdentity, identityProblem } from '../../../src/signing/policy/expected-identity.ts'
import { openTarget } from '../../../src/targets/registry.ts'
import type { TargetSettings } from '../../../src/targets/target.ts'
import { findChart, type WantedChart } from '../../../src/verification/find-chart.ts'
import { openJudges } from '../../../src/verification/open-judges.ts'
import { verifyChart } from '../../../src/verification/verify-chart.ts'
import { aPackagedChart } from '../charts/packaged-chart.ts'
import { aTargetContext } from '../registry/context.ts'
import { type RegistryOptions, startRegistry } from '../registry/registry.ts'
import { archiveOf } from '../servers/chart-repository.ts'
import { aSigningRun } from '../sigstore/signing-run.ts'
import { type Claims, defaultClaims, type Sigstore } from '../sigstore/sigstore.ts'

/** What the consumer expects: the workflow of acme/charts that `defaultClaims` are about. */
export const acmeRelease: ExpectedIdentity = {
  issuer: 'https://token.actions.githubusercontent.com',
  by: {
    repositoryUrl: 'https://github.com/acme/charts',
    workflow: 'https://github.com/acme/charts/.github/workflows/release.yml',
    refs: ['refs/heads/main', 'refs/tags/**'],
  },
}

export interface ConsumerOptions {
  readonly require?: readonly Requirement[]
  readonly expected?: ExpectedIdentity
  readonly version?: string
  readonly repositoryUrl?: string
  readonly trustedRoot?: object
  readonly keyring?: string
  readonly settings?: Partial<TargetSettings>
}

/** A consumer with nothing in its caches, who trusts `sigstore`. */
export async function verifyAs(
  sigstore: Sigstore,
  chart: string,
  options: ConsumerOptions = {},
): Promise<Verification> {
  const { require = ['signature'], expected = acmeRelease, version, repositoryUrl, keyring, settings = {} } = options
  const context = aTargetContext({ settings })
  const trustedRoot = JSON.stringify(options.trustedRoot ?? sigstore.trustedRoot)
  const judges = openJudges({ ...context, trustedRoot, keyring, timeoutMs: 10_000 })
  const wanted: WantedChart = { chart, version, repositoryUrl }
  return verifyChart(
    await findChart(wanted, context),
    { required: require, refusal: (identity) => identityProblem(identity, expected) },
    judges,
  )
}

/** The one check of a verification, or that of a requirement. */
export function checkOf({ checks }: Verification, requirement: Requirement = 'signature'): CheckedRequirement {
  const found = checks.find((check) => check.requirement === requirement)
  if (!found) throw new Error(`${requirement} was not checked`)
  return found
}

/** A chart whose archive really holds its Chart.yaml. */
export function aRealChart(name = 'app', version = '1.2.3'): PackagedChart {
  return aPackagedChart({ name, version, archive: archiveOf({ name, version }) })
}

/** A registry that charts are published to and signed in, by whomever. */
export async function aSignedRegistry(sigstore: Sigstore, options: RegistryOptions = {}) {
  const registry = await startRegistry(options)
  const place = `oci://${registry.host}/acme/charts`
  const open = () => openTarget(place, aTargetContext())

  async function sign(artifact: PublishedArtifact, claims: Claims = {}): Promise<SignatureSet> {
    const { signer } = await aSigningRun(sigstore, { claims: { ...defaultClaims, ...claims } })
    return signer.sign(artifact)
  }

  return {
    registry,
    place,
    sign,
    async publish(chart = aRealChart()): Promise<PublishedArtifact> {
      const target = open()
      const [published] = await target.promote([await target.stage(chart)])
      if (!published || published instanceof Error) throw published ?? new Error('nothing was promoted')
      return published
    },
    attach: (artifact: PublishedArtifact, set: SignatureSet) => open().attach(artifact, set),
    attachBundle: (artifact: PublishedArtifact, set: SignatureSet, bundle: StoredBundle) => {
      const { legacy: _, ...rest } = set
      return open().attach(artifact, { ...rest, bundles: [bundle] })
    },
    async publishSigned(chart = aRealChart(), claims: Claims = {}): Promise<PublishedArtifact> {
      const published = await this.publish(chart)
      await this.attach(published, await sign(published, claims))
      return published
    },
    [Symbol.asyncDispose]: () => registry.stop(),
  }
}

export type SignedRegistry = Awaited<ReturnType<typeof aSignedRegistry>>
