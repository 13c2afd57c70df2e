import { archiveNames, BUNDLE_ENDINGS } from '../../model/chart.ts'
import type { ReleasedReference } from '../../model/report.ts'
import type { Identity } from '../../model/signature.ts'
import { repositoryOf } from '../../signing/cosign-flags.ts'
import { type CommandContext, flagLines, shellWord } from './commands.ts'
import { fileOf } from './index-commands.ts'

const GITHUB = 'github.com'
const GITHUB_ISSUER = 'https://token.actions.githubusercontent.com'
/** `gh` reads one root per line, each with a line break at its end. */
const ROOT_LINE = 'trusted_root.jsonl'

/** A version that was released, where consumers get it. */
export interface Attested {
  readonly name: string
  readonly version: string
  readonly reference: ReleasedReference
}

/**
 * The commands that check how a version was built, ready to paste into a POSIX shell; `undefined` if that is not attested, or
 * `gh` can't ask. If GitHub does not have the attestation, `gh` takes it from where the chart is.
 */
export function attestationVerify(attested: Attested, identity: Identity, context: CommandContext): string | undefined {
  const { reference } = attested
  const repository = repositoryOf(identity.sourceRepository)
  if (reference.buildProvenance === undefined || repository === undefined) return undefined
  const flags = flagsFor(repository, identity, context)
  const commands = 'pinned' in reference ? ofManifest(attested, flags, context) : ofArchive(reference, flags)
  if (commands.length === 0) return undefined
  const { trustedRoot } = context
  const root = trustedRoot === undefined ? [] : [`jq -c . ${shellWord(trustedRoot)} > ${ROOT_LINE}`]
  return [...root, ...commands].join('\n')
}

function ofManifest({ name, version, reference }: Attested, flags: readonly string[], context: CommandContext) {
  const pinned = 'pinned' in reference ? reference.pinned : ''
  const isStored = reference.buildProvenance === 'github'
  // `gh` can't be told to ask without TLS; it does so on loopback.
  const isReachable = !context.plainHttp?.includes(pinned.split('/')[0] ?? '')
  const chart = verify(`oci://${pinned}`, isStored ? flags : ['--bundle-from-oci', ...flags])
  // As `helm pull` names it.
  const archive = verify(archiveNames({ name, version }).archive, flags)
  return [...(isReachable ? [chart] : []), ...(isStored ? [archive] : [])]
}

function ofArchive({ reference: url, buildProvenance }: ReleasedReference, flags: readonly string[]) {
  const file = fileOf(url)
  const fetch = (ending: string) => `curl -fsSL -o ${shellWord(file + ending)} ${shellWord(url + ending)}`
  if (buildProvenance === 'github') return [fetch(''), verify(file, flags)]
  const ending = BUNDLE_ENDINGS.attestation
  return [fetch(''), fetch(ending), verify(file, ['--bundle', file + ending, ...flags])]
}

function verify(what: string, flags: readonly string[]): string {
  return `gh attestation verify ${shellWord(what)} \\\n  ${flagLines(flags)}`
}

/** By default `gh` wants a workflow of the repository itself. */
function flagsFor(repository: string, { subject, issuer, sourceRepository = '' }: Identity, context: CommandContext) {
  const { hostname } = new URL(sourceRepository)
  const isShared = repositoryOf(subject) !== repository
  const workflow = subject.replace(/^https:\/\//, '').replace(/@.*$/, '')
  return [
    ...['--repo', repository],
    ...(isShared ? ['--signer-workflow', workflow.replace(/^github\.com\//, '')] : []),
    ...(hostname === GITHUB ? [] : ['--hostname', hostname]),
    ...(issuer === GITHUB_ISSUER ? [] : ['--cert-oidc-issuer', issuer]),
    ...(context.trustedRoot === undefined ? [] : ['--custom-trusted-root', ROOT_LINE]),
  ]
}
