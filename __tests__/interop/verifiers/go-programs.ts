// Programs of ours on the libraries that other programs verify with; their sources are in `../go/`.
import { allWords, execute } from '../execute.ts'
import { isOfFile } from '../exhibits/forms.ts'
import { goProgram, type ToolName, tools } from '../tools.ts'
import { type Answer, type Inquiry, type Program, type Verifier, withoutBundle } from './verifier.ts'

function ownProgram(tool: ToolName, rest: Omit<Verifier, 'version' | 'install'>): Verifier {
  const version = tools[tool].version.slice(1)
  return { ...rest, version, install: ({ build }) => goProgram(tool, build) }
}

/** With the policy that gh has for public repositories. */
export const sigstoreGo = ownProgram('sigstoreGo', {
  name: 'sigstore-go',
  reads: 'files',
  forms: ['the bundle', 'the provenance', 'the archive', "the archive's provenance", 'the index'],
  without: { 'the .sig': 'it reads bundles only' },
  says: {
    subject: /no matching CertificateIdentity found.*SAN/i,
    issuer: /no matching CertificateIdentity found.*issuer/i,
    repository: /SourceRepositoryURI/i,
    digest: /artifact|digest|signature/i,
    absence: /no bundle/i,
  },
  async verify({ file }, { form, exhibit, expected, trust, home }) {
    if (exhibit.bundle === undefined) return withoutBundle
    const { subject, issuer, repository } = expected
    const who = ['-subject', subject, '-issuer', issuer]
    const from = repository === undefined ? [] : ['-repository', `https://github.com/${repository}`]
    const what = isOfFile(form) ? ['-artifact', exhibit.artifact] : ['-digest', exhibit.digest]
    return ask(file, ['-trusted-root', trust.root, ...who, ...from, ...what, exhibit.bundle], home)
  },
})

/** What Flux asks of cosign's library, in the version of that library. */
export const flux = ownProgram('flux', {
  name: "Flux's use of cosign",
  reads: 'registry',
  forms: ['as a user types it', 'the .sig', 'the bundle', 'the provenance'],
  without: {
    'the .sig beside bundles': 'it never looks at a .sig if there is a bundle',
    'the archive': 'it verifies what is in a registry',
    "the archive's provenance": 'it verifies what is in a registry',
    'the index': 'it verifies what is in a registry',
  },
  says: {
    subject: /no matching CertificateIdentity|none of the expected identities matched/i,
    issuer: /no matching CertificateIdentity|none of the expected identities matched/i,
    repository: /repository/i,
    digest: /digest|no matching|not match/i,
    absence: /no signatures|no matching signatures/i,
  },
  unable: (_, { expected }) =>
    expected({ subject: '', issuer: '', repository: 'x' }).repository === undefined
      ? undefined
      : 'matchOIDCIdentity has no field for a source repository',
  weakness: (form, { answer }) =>
    form === 'the .sig' && answer === 'digest'
      ? 'without a ClaimVerifier the digest in the payload of a .sig is not compared with that of the chart'
      : undefined,
  verify: ({ file }: Program, inquiry: Inquiry): Promise<Answer> => {
    const { exhibit, expected, trust, home, env } = inquiry
    const who = ['-subject', expected.subject, '-issuer', expected.issuer]
    return ask(file, ['-trusted-root', trust.root, ...who, exhibit.reference ?? ''], { home, ...(env && { env }) })
  },
})

async function ask(
  file: string,
  args: readonly string[],
  surroundings: Parameters<typeof execute>[2],
): Promise<Answer> {
  const ended = await execute(file, args, surroundings)
  return ended.exitCode === 0 ? { kind: 'accepted' } : { kind: 'refused', words: allWords(ended) }
}
