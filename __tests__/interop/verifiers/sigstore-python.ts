import { githubIssuer } from '../../support/sigstore/sigstore.ts'
import { allWords, execute } from '../execute.ts'
import { formOf, isOfFile } from '../exhibits/forms.ts'
import { isMissing } from '../missing.ts'
import { pythonPackage } from '../packages.ts'
import { type Answer, type Inquiry, type Program, type Verifier, withoutBundle } from './verifier.ts'

const version = '4.5.1'

/** https://github.com/sigstore/sigstore-python: its command line. */
export const sigstorePython: Verifier = {
  name: 'sigstore-python',
  version,
  reads: 'files',
  forms: ['the bundle', 'the provenance', 'the archive', "the archive's provenance", 'the index'],
  without: { 'the .sig': 'it reads bundles only' },
  says: {
    subject: /Certificate's SANs do not match/i,
    issuer: /issuer|OIDC/i,
    repository: /GitHubWorkflowRepository|repository/i,
    digest: /digest|subject|signature is invalid/i,
    absence: /missing|no such file|not found/i,
  },
  async install() {
    const found = await pythonPackage({ name: 'sigstore', version, file: 'bin/python' })
    return isMissing(found) ? found : { ...found, version }
  },
  verify,
}

async function verify({ file }: Program, { exhibit, expected, trust, home, form }: Inquiry): Promise<Answer> {
  const { subject, issuer, repository } = expected
  if (repository !== undefined && issuer !== githubIssuer)
    return { kind: 'cannot', why: 'only of GitHub it knows repositories' }
  const who = ['--cert-identity', subject]
  const asked =
    repository === undefined ? ['identity', '--cert-oidc-issuer', issuer] : ['github', '--repository', repository]
  const { bundle } = exhibit
  // Beside a file it finds a signature of its bytes; any other bundle it must be told.
  if (bundle === undefined && !formOf(form).signsBytes) return withoutBundle
  const what = [
    ...(bundle === undefined ? [] : ['--bundle', bundle]),
    isOfFile(form) ? exhibit.artifact : exhibit.digest,
  ]
  const args = [
    '-m',
    'sigstore',
    '--trust-config',
    trust.clientConfig,
    'verify',
    ...asked,
    ...who,
    '--offline',
    ...what,
  ]
  // It breaks its lines at the width of a terminal.
  const ended = await execute(file, args, { home, env: { COLUMNS: '2000' } })
  return ended.exitCode === 0 ? { kind: 'accepted' } : { kind: 'refused', words: allWords(ended) }
}
