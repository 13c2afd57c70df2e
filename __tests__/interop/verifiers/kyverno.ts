// Kyverno's CLI, about a pod whose image is the chart: in a cluster its policies match other resources with the chart's reference.
import { stripVTControlCharacters } from 'node:util'
import { type Ended, execute } from '../execute.ts'
import { writeJson } from '../release.ts'
import { goProgram, tools } from '../tools.ts'
import { imagePolicy, verifyImages } from './kyverno-policies.ts'
import type { Answer, Inquiry, Program, Verifier } from './verifier.ts'

type Way = Pick<Verifier, 'name' | 'forms' | 'without' | 'unable' | 'weakness'> & {
  readonly policy: (inquiry: Inquiry) => object
  /**
   * It takes its trusted root from the cache of the process: in a cluster what the flags `--tufMirror` and `--tufRoot` name. The CLI has
   * no such flags; a policy of the other kind, which names a mirror itself, leaves the same behind.
   */
  readonly trustsFirst?: true
}

const elsewhere = 'it verifies what is in a registry'
const ofFiles = { 'the archive': elsewhere, "the archive's provenance": elsewhere, 'the index': elsewhere }
const noSig = { 'the .sig': 'it reads bundles only', 'the .sig beside bundles': 'it reads bundles only' }
const noBundle = { 'the bundle': 'it reads the .sig only', 'the provenance': 'it reads the .sig only' }
const asksForRepository: NonNullable<Verifier['unable']> = (_, { expected }) =>
  expected({ subject: '', issuer: '', repository: 'x' }).repository === undefined
    ? undefined
    : 'its attestors have no field for a source repository'

export const kyvernoCosign = kyverno({
  name: 'Kyverno, type: Cosign',
  forms: ['as a user types it', 'the .sig', 'the .sig beside bundles'],
  without: { ...noBundle, ...ofFiles },
  policy: (inquiry) => verifyImages('Cosign', inquiry),
})

export const kyvernoBundle = kyverno({
  name: 'Kyverno, type: SigstoreBundle',
  forms: ['as a user types it', 'the bundle', 'the provenance'],
  without: { ...noSig, ...ofFiles },
  weakness: (_, { answer }) =>
    answer === 'repository'
      ? 'it reads additionalExtensions with the type Cosign only, and ignores them here'
      : undefined,
  policy: (inquiry) => verifyImages('SigstoreBundle', inquiry),
  trustsFirst: true,
})

export const kyvernoPolicy = kyverno({
  name: 'Kyverno, ImageValidatingPolicy',
  forms: ['as a user types it', 'the .sig', 'the bundle', 'the provenance'],
  without: { 'the .sig beside bundles': 'it never looks at a .sig if there is a bundle', ...ofFiles },
  unable: asksForRepository,
  policy: imagePolicy,
})

function kyverno(way: Way): Verifier {
  const { policy: _, trustsFirst: __, ...verifier } = way
  return {
    ...verifier,
    version: tools.kyverno.version.slice(1),
    reads: 'registry',
    says: {
      subject: /subject mismatch|no matching CertificateIdentity|none of the expected identities/i,
      issuer: /issuer mismatch|no matching CertificateIdentity|none of the expected identities/i,
      repository: /extension mismatch/i,
      digest: /digest/i,
      absence: /no signatures found|no matching (?:signatures|attestations)/i,
    },
    install: ({ build }) => goProgram('kyverno', build),
    verify: (program, inquiry) => ask(program, inquiry, way),
  }
}

async function ask({ file }: Program, inquiry: Inquiry, { policy, trustsFirst }: Way): Promise<Answer> {
  const { exhibit, home, env } = inquiry
  // It takes no policy from a file that is not called .yaml.
  const pod = writeJson(home, 'pod.yaml', aPod(exhibit.reference))
  const apply = (name: string, content: object) => {
    const what = [writeJson(home, name, content), '--resource', pod, '--registry', '--detailed-results', '-v', '4']
    return execute(file, ['apply', ...what], { home, ...(env && { env }) })
  }
  if (trustsFirst) await apply('trust.yaml', imagePolicy(inquiry))
  return judge(await apply('policy.yaml', policy(inquiry)))
}

function aPod(image = ''): object {
  const containers = [{ name: 'chart', image }]
  return { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'chart', namespace: 'default' }, spec: { containers } }
}

/** A policy that matched nothing passes nothing, and fails nothing. */
function judge({ stdout, stderr }: Ended): Answer {
  const text = `${stderr}\n${stdout}`
  const [, passed, failed, errors] = /pass: (\d+), fail: (\d+), warn: \d+, error: (\d+)/.exec(text) ?? []
  if (Number(failed) + Number(errors) > 0) return { kind: 'refused', words: reasons(text) }
  if (passed === undefined || passed === '0') throw new Error(`no policy looked at it: ${text.slice(-600)}`)
  return { kind: 'accepted' }
}

/** Its verdicts on rules, the errors in its log, and in what it says of a bundle, with all of the bundle before it, the reason. */
function reasons(text: string): string {
  const lines = stripVTControlCharacters(text).split('\n')
  const found = lines.map((line) => {
    if (/^\d+ - | ERR /.test(line)) return line
    return / failed to verify sigstore bundle .*( err=.*)$/.exec(line)?.[1] ?? ''
  })
  // Each line of the log names the digest of the chart, whatever it is about.
  return found
    .filter(Boolean)
    .join(' ')
    .replaceAll(/ digest=\S+/g, '')
    .slice(0, 4000)
}
