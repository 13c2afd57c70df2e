// https://github.com/sigstore/sigstore-java: a library, so a program of ours on it asks; its source is in `../java/`.
import { allWords, execute } from '../execute.ts'
import { isMissing } from '../missing.ts'
import { javaProgram } from '../packages.ts'
import { type Answer, type Inquiry, type Program, type Verifier, withoutBundle } from './verifier.ts'

const version = '2.0.0'
// Each question is a machine of its own, which is gone before it is warm.
const BRIEF = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC']

export const sigstoreJava: Verifier = {
  name: 'sigstore-java',
  version,
  reads: 'files',
  forms: ['the bundle', 'the provenance', 'the archive', "the archive's provenance", 'the index'],
  without: { 'the .sig': 'it reads bundles only' },
  says: {
    subject: /san value did not match/,
    issuer: /issuer value did not match/,
    repository: /1\.3\.6\.1\.4\.1\.57264\.1\.12 value did not match/,
    digest: /digest|signature was not valid/i,
    absence: /no bundle/i,
  },
  async install() {
    const found = await javaProgram({ name: 'sigstore-java-verify', version })
    return isMissing(found) ? found : { ...found, version }
  },
  verify,
}

async function verify({ file }: Program, { exhibit, expected, trust, home }: Inquiry): Promise<Answer> {
  if (exhibit.bundle === undefined) return withoutBundle
  const { subject, issuer, repository } = expected
  const from = repository === undefined ? [] : [`https://github.com/${repository}`]
  const what = [trust.root, exhibit.bundle, exhibit.digest.replace('sha256:', '')]
  const args = [...BRIEF, '-cp', `${file}/*:${file}`, 'Verify', ...what, subject, issuer, ...from]
  const ended = await execute('java', args, home)
  return ended.exitCode === 0 ? { kind: 'accepted' } : { kind: 'refused', words: allWords(ended) }
}
