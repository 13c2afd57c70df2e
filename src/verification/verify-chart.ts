import { readPackagedChart } from '../chart/package/packaged-chart.ts'
import type { ChartRef } from '../model/chart.ts'
import { ReleaseError } from '../model/errors.ts'
import type { CheckedRequirement, Requirement, Verification } from '../model/verification.ts'
import type { KeyringVerifier } from '../provenance/provenance.ts'
import type { SignatureInspector } from '../signing/signer.ts'
import { checkProvenanceFile } from './provenance-file.ts'
import type { PublishedChart } from './published/published-chart.ts'
import { checkSignatures, type SignerRefusal } from './signatures.ts'

export interface Policy {
  readonly required: readonly Requirement[]
  /** Why a signature by this identity does not count; `undefined` if it does. Absent if only `gpg` is required. */
  readonly refusal: SignerRefusal | undefined
}

/** What signatures are judged with; each is opened when a requirement needs it. */
export interface Judges {
  readonly inspector: () => Promise<SignatureInspector>
  readonly keyring: () => Promise<KeyringVerifier>
}

/**
 * Checks a published chart as its consumer would: that it is the chart that was asked for, and every requirement, whether or
 * not another one fails. An index that is signed must hold even if nobody requires that. Fails with `VERIFY_CHART_DIFFERS`,
 * as reading an archive does, and as the judges do.
 */
export async function verifyChart(chart: PublishedChart, policy: Policy, judges: Judges): Promise<Verification> {
  const ref = identify(chart)
  const reference = chart.reference(ref)
  const isIndexSigned = policy.refusal !== undefined && (chart.index?.signatures.bundles.length ?? 0) > 0
  const required = new Set([...policy.required, ...(isIndexSigned ? (['index'] as const) : [])])
  const checks = await Promise.all(
    [...required].map((requirement) => check({ chart, ref, reference, requirement }, policy, judges)),
  )
  return {
    ...{ ...ref, reference, digest: chart.subject.digest, archiveDigest: chart.archiveDigest, checks },
    ...(chart.pinned !== undefined && { pinned: chart.pinned }),
  }
}

/**
 * A signature is bound to a digest, and says nothing of the tag or the index entry that led to it: an older version, or
 * another chart of the same repository, would be just as valid.
 */
function identify({ name, version, archive }: PublishedChart): ChartRef {
  const { manifest } = readPackagedChart(archive)
  const isMeant = manifest.name === name && (version === undefined || manifest.version === version)
  if (isMeant) return { name, version: manifest.version }
  const [found, meant] = [
    `${manifest.name} ${manifest.version}`,
    `${name}${version === undefined ? '' : ` ${version}`}`,
  ]
  throw new ReleaseError('VERIFY_CHART_DIFFERS', `The chart that was pulled is ${found}, and ${meant} was asked for.`, {
    hint: 'Somebody put another chart or version in its place. Do not deploy it, and look at who can write to the registry or repository.',
  })
}

interface Checking {
  readonly chart: PublishedChart
  readonly ref: ChartRef
  readonly reference: string
  readonly requirement: Requirement
}

async function check(
  { chart, ref, reference, requirement }: Checking,
  { refusal }: Policy,
  judges: Judges,
): Promise<CheckedRequirement> {
  if (requirement === 'gpg') return checkProvenanceFile({ chart, ref, reference }, judges)
  if (!refusal) throw new ReleaseError('BUG_UNEXPECTED', `${requirement} is required, and nobody to have signed it`)
  const { index } = chart
  const stored = requirement === 'index' ? index : chart
  const what = requirement === 'index' ? (index?.address ?? reference) : reference
  return checkSignatures({ requirement, what, stored, refusal }, judges.inspector)
}
