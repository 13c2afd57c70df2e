import type { ChartOutcome, ManifestReference, ReleasedReference, ReleaseReport } from '../../model/report.ts'
import { cosignVerify, fluxRepository, helmInstall, helmPull, isSharedWorkflow, kyvernoAttestor } from './commands.ts'
import { cosignVerifyBlob, helmPullFromIndex, helmRepoAdd, isServed } from './index-commands.ts'
import { code, fenced, folded, prose } from './markdown.ts'
import { attestationVerify } from './provenance-commands.ts'

/** Charts whose commands are shown after those of the first one. */
const MAX_MORE = 50

interface Released {
  readonly chart: ChartOutcome
  readonly reference: ReleasedReference
}

/** Commands ready to paste, for the first released chart; those for the others are folded. */
export function howToUse(report: ReleaseReport): string {
  const everywhere = report.charts
    .filter((chart) => chart.result === 'released' || chart.result === 'completed')
    .flatMap((chart) => chart.references.map((reference) => ({ chart, reference })))
  const [first, ...others] = everywhere
    .filter(({ reference }) => isManifest(reference) || isServed(reference))
    // What this run published comes first: its lines are complete.
    .sort((a, b) => Number(isSignedHere(b)) - Number(isSignedHere(a)))
    .sort((a, b) => Number(isUnlisted(a.reference)) - Number(isUnlisted(b.reference)))
  if (first === undefined) return onlyStored(everywhere)
  const parts = [
    example(first, report),
    indexes([first, ...others], report),
    callersNote(report),
    ...otherCommands(others, report),
  ].filter((part) => part !== '')
  return folded('Install and verify', parts.join('\n\n'))
}

/** For a folder or a bucket, the address that consumers use is unknown. */
function onlyStored([first]: readonly Released[]): string {
  if (first === undefined || isManifest(first.reference)) return ''
  const place = code(first.reference.repository, 300)
  const text = `The charts are in ${place}. Say in the target where a web server gives them, with \`?url=https://…\`, and lines to copy stand here.`
  return text
}

function example(released: Released, report: ReleaseReport): string {
  const { chart } = released
  const [pull, ...verify] = commandsFor(released, report)
  const parts = [
    `Pull ${prose(chart.name)} ${prose(chart.version)}:`,
    fenced(pull, 'sh'),
    ...installation(released, report),
  ]
  if (verify.length > 0) parts.push('Verify who made it:', fenced(verify.join('\n'), 'sh'))
  return [...parts, ...sourceOf(released, report), ...howBuilt(released, report)].join('\n\n')
}

/** Libraries can't be installed. */
function installation({ chart, reference }: Released, report: ReleaseReport): readonly string[] {
  const type = report.plan?.charts.find(({ path }) => path === chart.path)?.type
  if (type === 'library' || !isManifest(reference)) return []
  return ['Install it, or upgrade to it:', fenced(helmInstall(reference, chart, report), 'sh')]
}

/** How tools that install charts name the place. */
function sourceOf(released: Released, report: ReleaseReport): readonly string[] {
  const { chart, reference } = released
  if (isUnlisted(reference)) return []
  return isManifest(reference)
    ? ['As a source for Flux:', fenced(fluxRepository(reference, chart.name, signedOnly(released, report)), 'yaml')]
    : ['As a repository of Helm:', fenced(helmRepoAdd(reference, chart.name, chart.version), 'sh')]
}

/** Only with the identity of this run: it stored the attestation. */
function howBuilt({ chart, reference }: Released, report: ReleaseReport): readonly string[] {
  const { identity } = report
  const commands = identity && attestationVerify({ ...chart, reference }, identity, report)
  return commands === undefined ? [] : ['Verify how it was built, with GitHub’s `gh`:', fenced(commands, 'sh')]
}

/** The commands to pull it and, if this run signed it, to verify it. */
function commandsFor({ chart, reference }: Released, report: ReleaseReport): readonly [string, ...string[]] {
  const identity = isSignedHere({ chart, reference }) ? report.identity : undefined
  if (isManifest(reference)) {
    const pull = helmPull(reference, chart.version, report)
    return [pull, ...(identity ? [cosignVerify(reference, identity, report)] : [])]
  }
  const pull = helmPullFromIndex(reference, chart.name, chart.version)
  return [pull, ...(identity ? [cosignVerifyBlob(reference.reference, identity, report)] : [])]
}

/** Each signed index once, however many charts came into it. */
function indexes(released: readonly Released[], report: ReleaseReport): string {
  const { identity } = report
  const urls = new Set(
    released.flatMap(({ reference }) => (isManifest(reference) ? [] : (reference.signedIndex ?? []))),
  )
  if (identity === undefined || urls.size === 0) return ''
  const lines = [...urls].map((url) => cosignVerifyBlob(url, identity, report))
  return `Verify who wrote the index:\n\n${fenced(lines.join('\n'), 'sh')}`
}

function otherCommands(others: readonly Released[], report: ReleaseReport): readonly string[] {
  if (others.length === 0) return []
  const lines = others.slice(0, MAX_MORE).flatMap((released) => commandsFor(released, report))
  const left = others.length - MAX_MORE
  const rest = left > 0 ? `\n\n*${left} more are in the report file.*` : ''
  const title = others.length === 1 ? 'The other one' : `The other ${others.length}`
  return [folded(title, `${fenced(lines.join('\n'), 'sh')}${rest}`)]
}

function callersNote({ identity }: ReleaseReport): string {
  if (identity === undefined || !isSharedWorkflow(identity)) return ''
  const note = prose(
    `The signing workflow belongs to another repository, so every repository that calls it signs under the same name. Only the source repository tells them apart: cosign checks it with the last flag above, Kyverno with the last line below, and only with the type Cosign. Flux can't, so its source above verifies nothing: for that, use the action as a step of your own workflow.`,
  )
  return `${note}\n\n${folded('For Kyverno', fenced(kyvernoAttestor(identity), 'yaml'))}`
}

/**
 * A source without `verify` is better than one that can't become ready, and than one that takes what anybody signed by the same
 * shared workflow.
 */
function signedOnly(released: Released, report: ReleaseReport): ReleaseReport {
  const { identity, ...unsigned } = report
  return isSignedHere(released) && identity && !isSharedWorkflow(identity) ? report : unsigned
}

/** What another target held before may have been signed under another name, such as that of a run for a tag. */
function isSignedHere({ chart, reference }: Released): boolean {
  return chart.signed && !(chart.result === 'released' && reference.wasThere)
}

function isUnlisted(reference: ReleasedReference): boolean {
  return !isManifest(reference) && reference.isUnlisted === true
}

function isManifest(reference: ReleasedReference): reference is ManifestReference {
  return 'pinned' in reference
}
