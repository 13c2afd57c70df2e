// https://github.com/sigstore/sigstore-js: its command line, and the package that npm itself verifies with.
import { join } from 'node:path'
import { allWords, execute } from '../execute.ts'
import { formOf } from '../exhibits/forms.ts'
import { isMissing } from '../missing.ts'
import { nodePackage } from '../packages.ts'
import { type Answer, type Inquiry, type Program, type Verifier, withoutBundle } from './verifier.ts'

const common = {
  reads: 'files',
  forms: ['the bundle', 'the provenance', 'the archive', "the archive's provenance", 'the index'],
  without: { 'the .sig': 'it reads bundles only' },
  says: {
    subject: /certificate identity error/i,
    issuer: /certificate extension - expected issuer/i,
    repository: /certificate extension - missing OID/i,
    digest: /signature verification failed|digest/i,
    absence: /no bundle/i,
  },
  unable: (form, { answer }) =>
    answer === 'digest' && !formOf(form).signsBytes
      ? 'it leaves the digest that a statement names to its caller'
      : undefined,
} as const satisfies Partial<Verifier>

interface NodePackage {
  readonly name: string
  readonly version: string
  /** From the folder of the package. */
  readonly file: string
}

type Command = (program: Program, inquiry: Inquiry, bundle: string) => readonly string[] | { readonly cannot: string }

function packageVerifier({ name, version, file }: NodePackage, command: Command): Verifier {
  return {
    ...{ name, version, ...common },
    async install() {
      const found = await nodePackage({ name, version, file: join('node_modules', name, file) })
      return isMissing(found) ? found : { ...found, version }
    },
    async verify(program, inquiry): Promise<Answer> {
      if (inquiry.exhibit.bundle === undefined) return withoutBundle
      const args = command(program, inquiry, inquiry.exhibit.bundle)
      if ('cannot' in args) return { kind: 'cannot', why: args.cannot }
      const ended = await execute(process.execPath, args, inquiry.home)
      return ended.exitCode === 0 ? { kind: 'accepted' } : { kind: 'refused', words: allWords(ended) }
    },
  }
}

export const sigstoreCli = packageVerifier(
  { name: '@sigstore/cli', version: '0.10.3', file: 'bin/run' },
  ({ file }, { form, exhibit, expected, trust, home }, bundle) => {
    const { subject, issuer, repository } = expected
    if (repository !== undefined) return { cannot: 'it has no option for a source repository' }
    const who = ['--certificate-identity-uri', subject, '--certificate-issuer', issuer]
    const root = ['--tuf-mirror-url', trust.tuf.url, '--tuf-root-path', trust.tuf.root]
    const cache = ['--tuf-cache-path', join(home, 'tuf')]
    return [
      file,
      'verify',
      ...who,
      ...root,
      ...cache,
      ...(formOf(form).signsBytes ? ['--blob-file', exhibit.artifact] : []),
      bundle,
    ]
  },
)

const PROGRAM = join(import.meta.dirname, 'sigstore-package-program.ts')

export const sigstorePackage = packageVerifier(
  { name: 'sigstore', version: '5.0.1', file: '' },
  ({ file }, { form, exhibit, expected, trust, home }, bundle) => [
    PROGRAM,
    JSON.stringify({
      ...{ package: file, bundle, expected, trust: trust.tuf, cache: join(home, 'tuf') },
      ...(formOf(form).signsBytes && { artifact: exhibit.artifact }),
    }),
  ],
)
