import { isLoopback } from '../../model/http/hosts.ts'
import type { ManifestReference } from '../../model/report.ts'
import type { Identity } from '../../model/signature.ts'
import { escapePattern } from '../../model/text.ts'
import { verifyFlags } from '../../signing/cosign-flags.ts'

const CHART_LAYER = 'application/vnd.cncf.helm.chart.content.v1.tar+gzip'

/** What the commands depend on, apart from the chart. */
export interface CommandContext {
  /** Of the certificate that signed. */
  readonly identity?: Identity | undefined
  /** Registries (`host` or `host:port`) that are spoken to in plain HTTP by choice; loopback is always. */
  readonly plainHttp?: readonly string[] | undefined
  /** File with the trusted root of a private Sigstore. */
  readonly trustedRoot?: string | undefined
}

/** The cosign command that accepts exactly what this run signed, ready to paste into a POSIX shell. */
export function cosignVerify({ pinned }: ManifestReference, identity: Identity, context: CommandContext): string {
  const words = [
    ...verifyFlags(identity),
    ...(context.trustedRoot === undefined ? [] : ['--trusted-root', context.trustedRoot]),
    ...(isPlainHttp(pinned, context) ? ['--allow-http-registry'] : []),
  ]
  return `cosign verify ${shellWord(pinned)} \\\n  ${flagLines(words)}`
}

/** The Helm command that fetches the released version. */
export function helmPull(reference: ManifestReference, version: string, context: CommandContext): string {
  return ['helm pull', ...chartWords(reference, version, context)].join(' ')
}

/** The Helm command that installs the released version, or upgrades to it, as a release of the chart's name. */
export function helmInstall(
  reference: ManifestReference,
  chart: { readonly name: string; readonly version: string },
  context: CommandContext,
): string {
  return ['helm upgrade --install', shellWord(chart.name), ...chartWords(reference, chart.version, context)].join(' ')
}

function chartWords(reference: ManifestReference, version: string, context: CommandContext): readonly string[] {
  const words = [shellWord(`oci://${repositoryOf(reference)}`), '--version', shellWord(version)]
  return [...words, ...(isPlainHttp(reference.pinned, context) ? ['--plain-http'] : [])]
}

/** A Flux source that only accepts what this workflow signed. Identity and issuer are Go regular expressions there. */
export function fluxRepository(reference: ManifestReference, name: string, context: CommandContext): string {
  const tag = reference.reference.slice(reference.reference.lastIndexOf(':') + 1)
  const { identity } = context
  const verify = identity && [
    '  verify:',
    '    provider: cosign',
    '    matchOIDCIdentity:',
    `      - issuer: ${yamlText(exactPattern(identity.issuer))}`,
    `        subject: ${yamlText(exactPattern(identity.subject))}`,
  ]
  return [
    'apiVersion: source.toolkit.fluxcd.io/v1',
    'kind: OCIRepository',
    'metadata:',
    `  name: ${yamlText(name)}`,
    'spec:',
    '  interval: 10m',
    `  url: ${yamlText(`oci://${repositoryOf(reference)}`)}`,
    ...(isPlainHttp(reference.pinned, context) ? ['  insecure: true'] : []),
    '  ref:',
    `    tag: ${yamlText(tag)}`,
    '  layerSelector:',
    `    mediaType: ${CHART_LAYER}`,
    '    operation: copy',
    ...(verify ?? []),
  ].join('\n')
}

/**
 * What Kyverno accepts as made by this repository, whoever else calls the workflow that signed: in `verifyImages`, of the type that
 * reads extensions of the certificate.
 */
export function kyvernoAttestor({ issuer, subject, sourceRepository = '' }: Identity): string {
  return [
    '- type: Cosign',
    '  attestors:',
    '    - entries:',
    '        - keyless:',
    `            issuer: ${yamlText(issuer)}`,
    `            subject: ${yamlText(subject)}`,
    '            additionalExtensions:',
    `              githubWorkflowRepository: ${yamlText(sourceRepository.replace(/^https:\/\/[^/]+\//, ''))}`,
  ].join('\n')
}

/** Whether the signing workflow is another repository's: then its identity is that of all its callers. */
export function isSharedWorkflow(identity: Identity): boolean {
  return verifyFlags(identity).includes('--certificate-github-workflow-repository')
}

/** Loopback registries have no certificates; for others the user must have said so. */
function isPlainHttp(pinned: string, { plainHttp = [] }: CommandContext): boolean {
  const host = pinned.split('/')[0] ?? ''
  return isLoopback(host.replace(/:\d+$/, '')) || plainHttp.includes(host)
}

function repositoryOf({ pinned }: ManifestReference): string {
  return pinned.split('@')[0] ?? pinned
}

/** Flags of a command, one per line, each with its value. */
export function flagLines(words: readonly string[]): string {
  return words
    .map(shellWord)
    .join(' ')
    .replace(/ (?=--)/g, ' \\\n  ')
}

/** Text as one word of a POSIX shell. */
export function shellWord(text: string): string {
  return /^[\w./:@%+=,-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`
}

/** A text as a YAML scalar: without quotes if that can't be misread. */
function yamlText(text: string): string {
  return /^[a-z][\w./@-]*(:\/\/[\w./:@-]+)?(?<!:)$/i.test(text) && !/^(true|false|null|yes|no|on|off|y|n)$/i.test(text)
    ? text
    : `'${text.replaceAll("'", "''")}'`
}

/** An anchored Go regular expression that matches `text` alone. */
function exactPattern(text: string): string {
  return `^${escapePattern(text)}$`
}
