import { type Ended, execute, lastWords } from '../execute.ts'
import { type FormName, isOfFile, predicates } from '../exhibits/forms.ts'
import { goProgram, type ToolName, tools } from '../tools.ts'
import { type Answer, type Inquiry, type Program, type Verifier, withoutBundle } from './verifier.ts'

const LEGACY_TYPE = 'cosign container image signature'
const BUNDLE_TYPE = predicates.signature

/** How cosign is asked for a form. */
interface Way {
  readonly command: 'verify' | 'verify-attestation' | 'verify-blob' | 'verify-blob-attestation'
  readonly flags: readonly string[]
  /** What stands in the answer's `critical.type`, which tells that it was really looked at. */
  readonly type?: string
}

const newBundles = ['--new-bundle-format=true']
const oldSignatures = ['--new-bundle-format=false']
const provenance = ['--type', predicates.provenance, ...newBundles]

// cosign 2.6 and 3 look for bundles by themselves, and never at the .sig if they find one; 3 can be told not to look.
const ways2: Readonly<Partial<Record<FormName, Way>>> = {
  'as a user types it': { command: 'verify', flags: [], type: BUNDLE_TYPE },
  'the .sig': { command: 'verify', flags: oldSignatures, type: LEGACY_TYPE },
  'the bundle': { command: 'verify', flags: newBundles, type: BUNDLE_TYPE },
  'the provenance': { command: 'verify-attestation', flags: provenance },
  'the archive': { command: 'verify-blob', flags: newBundles },
  "the archive's provenance": { command: 'verify-blob-attestation', flags: provenance },
  'the index': { command: 'verify-blob', flags: newBundles },
}

const ways3: Readonly<Partial<Record<FormName, Way>>> = {
  ...ways2,
  'the .sig': { command: 'verify', flags: [], type: LEGACY_TYPE },
  'the .sig beside bundles': { command: 'verify', flags: oldSignatures, type: LEGACY_TYPE },
  'the archive': { command: 'verify-blob', flags: [] },
  "the archive's provenance": { command: 'verify-blob-attestation', flags: ['--type', predicates.provenance] },
  'the index': { command: 'verify-blob', flags: [] },
}

export const cosign2 = cosign('cosign2', ways2, {
  'the .sig beside bundles': 'it never looks at a .sig if there is a bundle',
})
export const cosign3 = cosign('cosign3', ways3)

function cosign(
  tool: ToolName,
  ways: Readonly<Partial<Record<FormName, Way>>>,
  without: Verifier['without'] = {},
): Verifier {
  return {
    name: 'cosign',
    version: tools[tool].version.slice(1),
    reads: 'registry',
    forms: Object.keys(ways) as FormName[],
    without,
    says: {
      subject: /no matching CertificateIdentity|none of the expected identities matched/i,
      issuer: /no matching CertificateIdentity|none of the expected identities matched/i,
      repository: /not found in certificate|no matching CertificateIdentity/i,
      digest: /digest|invalid signature|does not match|not verified|no matching/i,
      absence: /no signatures|no matching signatures|no matching attestations|no valid bundles/i,
    },
    install: ({ build }) => goProgram(tool, build),
    async verify(program, inquiry) {
      const way = ways[inquiry.form]
      if (!way) return { kind: 'cannot', why: `it can't be asked about ${inquiry.form}` }
      return ask(program, way, inquiry)
    },
  }
}

async function ask({ file }: Program, way: Way, inquiry: Inquiry): Promise<Answer> {
  const { exhibit, trust, home, env = {} } = inquiry
  const what = isOfFile(inquiry.form) ? blob(inquiry) : [exhibit.reference ?? '']
  if (!what) return withoutBundle
  const args = [way.command, ...way.flags, '--trusted-root', trust.root, ...identity(inquiry), ...what]
  return judge(await execute(file, args, { home, env }), way)
}

function blob({ exhibit: { artifact, bundle } }: Inquiry): readonly string[] | undefined {
  return bundle === undefined ? undefined : ['--bundle', bundle, artifact]
}

function identity({ expected: { subject, issuer, repository } }: Inquiry): readonly string[] {
  const who = ['--certificate-identity', subject, '--certificate-oidc-issuer', issuer]
  return repository === undefined ? who : [...who, '--certificate-github-workflow-repository', repository]
}

function judge(ended: Ended, { type }: Way): Answer {
  if (ended.exitCode !== 0) return { kind: 'refused', words: lastWords(ended) }
  if (type === undefined) return { kind: 'accepted' }
  const found = (JSON.parse(ended.stdout) as { critical: { type: string } }[]).map(({ critical }) => critical.type)
  if (!found.includes(type)) throw new Error(`looked at ${found.join(', ')}, not at ${type}`)
  return { kind: 'accepted' }
}
