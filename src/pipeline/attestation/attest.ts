import { archiveNames } from '../../model/chart.ts'
import { type Attestation, type NamedSubject, PROVENANCE, type StoredSignatures } from '../../model/signature.ts'
import type { StagedOn, StagedRelease } from '../chart-release.ts'
import type { Signing, Uses } from '../run.ts'
import { buildProvenance } from './build-provenance.ts'

/** What the attestation of a release takes of a run. */
export type Attesting = Uses<'helm', 'secrets', 'provenance' | 'effective'>

/** Tells whose an attestation is. */
interface Judging {
  readonly verifier: Pick<Signing['verifier'], 'attestation'>
  readonly ours: Signing['ours']
}

/** A release on one target, and what is stored beside it. */
export interface Inspected {
  readonly one: StagedOn
  /** Absent if nothing can be stored yet. */
  readonly stored?: StoredSignatures
  /** Its files are public already: a run died, perhaps an older build, and some targets take no more files then. */
  readonly isShown?: boolean | undefined
}

/**
 * Only what this run packaged itself, and on targets that it publishes to: an old version is not touched for it, and a package
 * that was published with other bytes was built by somebody else.
 */
export function isToBeAttested(
  { settings }: Uses<never, never, 'provenance'>,
  { isCopied }: Pick<StagedRelease, 'isCopied'>,
  inspected: Inspected,
  signing: Judging,
): boolean {
  const { one, isShown } = inspected
  return settings.provenance && !isCopied && !one.published && !isShown && !holdsForeign(inspected, signing)
}

/** Beside an archive there is room for one attestation. One that is not ours stays, whoever put it there and whatever it says. */
function holdsForeign({ one, stored }: Inspected, { verifier, ours }: Judging): boolean {
  if (one.target.signs === 'manifest') return false
  const question = { digest: one.artifact.digest, predicateType: PROVENANCE }
  const found = stored?.bundles.filter(({ predicateType }) => predicateType === PROVENANCE) ?? []
  return found.some((bundle) => verifier.attestation(question, [bundle], ours) === undefined)
}

/**
 * The build provenance of a release: what a run that died has stored on some target, else a new one, for all targets. `undefined`
 * if none is `wanted` anywhere, or if the certificate does not say enough.
 */
export async function attest(
  run: Attesting,
  release: StagedRelease,
  { inspected, wanted }: { readonly inspected: readonly Inspected[]; readonly wanted: readonly Inspected[] },
  signing: Signing,
): Promise<(Attestation & { readonly isNew: boolean }) | undefined> {
  if (wanted.length === 0) return undefined
  const found = foundOnAny(inspected, wanted, signing)
  if (found) return { ...found, isNew: false }
  const made = await signing.signer.attest({
    subjects: subjectsOf(release, wanted),
    predicateType: PROVENANCE,
    predicate: buildProvenance(await buildOf(run, release)),
  })
  return made && { ...made, isNew: true }
}

/** One that holds for all that want it. */
function foundOnAny(
  inspected: readonly Inspected[],
  wanted: readonly Inspected[],
  { verifier, ours }: Signing,
): Attestation | undefined {
  const bundles = inspected.flatMap(({ stored }) => stored?.bundles ?? []).filter(isProvenance)
  for (const bundle of bundles) {
    const about = wanted.map(({ one }) =>
      verifier.attestation({ digest: one.artifact.digest, predicateType: PROVENANCE }, [bundle], ours),
    )
    const [first] = about
    if (first && about.every((one) => one !== undefined)) return first
  }
  return undefined
}

/** Some registries list referrers without what they say of themselves. */
function isProvenance({ predicateType }: StoredSignatures['bundles'][number]): boolean {
  return predicateType === PROVENANCE || predicateType === ''
}

/** The archive comes last: a file beside it is known by that. */
function subjectsOf({ packaged }: StagedRelease, wanted: readonly Inspected[]): readonly NamedSubject[] {
  const manifests = wanted.flatMap(({ one: { target, artifact } }) =>
    target.signs === 'manifest' ? [{ name: artifact.repository, digest: artifact.digest }] : [],
  )
  const byName = new Map(manifests.map((subject) => [`${subject.name}@${subject.digest}`, subject]))
  return [...byName.values(), { name: archiveNames(packaged).archive, digest: packaged.digest }]
}

async function buildOf(run: Attesting, { packaged }: StagedRelease) {
  const { secrets } = run.platform
  const inputs = Object.entries(run.settings.effective).map(
    ([name, { value }]) => [name, secrets.redactData(value)] as const,
  )
  return { chart: packaged, helm: (await run.helm()).version, inputs: Object.fromEntries(inputs) }
}
