import { archiveNames, type ChartRef } from '../model/chart.ts'
import { ReleaseError } from '../model/errors.ts'
import type { CheckedRequirement } from '../model/verification.ts'
import type { KeyringVerifier, ProvenanceOutcome } from '../provenance/provenance.ts'
import type { PublishedChart } from './published/published-chart.ts'

interface Checking {
  readonly chart: PublishedChart
  readonly ref: ChartRef
  readonly reference: string
}

const FORM = 'provenance file'

/** Whether the chart's `.prov` is signed by a key of the keyring and about this archive, as `helm pull --verify` asks. */
export async function checkProvenanceFile(
  { chart, ref, reference }: Checking,
  { keyring }: { readonly keyring: () => Promise<KeyringVerifier> },
): Promise<CheckedRequirement> {
  const requirement = 'gpg'
  if (!chart.provenance) return { requirement, problem: missing(reference), refused: [] }
  const file = { name: archiveNames(ref).archive, digest: chart.archiveDigest }
  const outcome = await (await keyring()).verify(chart.provenance, file)
  if ('key' in outcome) return { requirement, accepted: { form: FORM, key: outcome.key }, refused: [] }
  return { requirement, problem: refusedFile(reference, outcome), refused: [{ form: FORM, why: outcome.why }] }
}

function missing(reference: string): ReleaseError {
  return new ReleaseError('VERIFY_SIGNATURE_MISSING', `${reference} has no provenance file (\`.prov\`).`, {
    hint: 'If it had one, somebody removed it: do not deploy it before its publisher has looked. If its publisher does not sign with OpenPGP, take `gpg` out of `require`.',
  })
}

function refusedFile(reference: string, { why, isForeign }: Exclude<ProvenanceOutcome, { key: string }>): ReleaseError {
  if (isForeign) {
    return new ReleaseError('VERIFY_IDENTITY_REFUSED', `The provenance file of ${reference} is refused: ${why}.`, {
      hint: 'If you trust that key, add its current public form to `keyring`. If not, do not deploy the chart.',
    })
  }
  return new ReleaseError('VERIFY_SIGNATURE_INVALID', `The provenance file of ${reference} is refused: ${why}.`, {
    hint: 'Somebody changed the chart or the file: do not deploy it, and ask its publisher.',
  })
}
