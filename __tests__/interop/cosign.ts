import { type Cell, cell, type Where } from './cells.ts'
import { type Ended, execute, lastWords } from './execute.ts'
import { copyAlone, type Repository } from './oci.ts'
import type { Release } from './release.ts'

/** A form of signature: how this cosign is asked for it, and how its answer tells that it was really looked at. */
interface Form {
  readonly name: string
  readonly flags: readonly string[]
  /** What stands in the answer's `critical.type`. */
  readonly type: string
  readonly reference: (release: Release) => Promise<string>
}

const LEGACY_TYPE = 'cosign container image signature'
const BUNDLE_TYPE = 'https://sigstore.dev/cosign/sign/v1'

/** The chart and its `.sig` in a repository without bundles: there, nobody can look at anything else. */
async function withoutBundles({ app, host }: Release): Promise<string> {
  const from: Repository = { host, name: app.repository }
  const alone: Repository = { host, name: `legacy-only/${app.repository}` }
  await copyAlone(from, alone, app.digest)
  await copyAlone(from, alone, `${app.digest.replace(':', '-')}.sig`)
  return `${host}/${alone.name}@${app.digest}`
}

async function inPlace({ app, host }: Release): Promise<string> {
  return `${host}/${app.repository}@${app.digest}`
}

async function byTag({ app, host }: Release): Promise<string> {
  return `${host}/${app.repository}:${app.version}`
}

// cosign 2.6 and 3 look for bundles by themselves, and never at the .sig where they find one; 3 can be told not to look.
const forms: Readonly<Record<'cosign2' | 'cosign3', readonly Form[]>> = {
  cosign2: [
    { name: 'as a user types it', flags: [], type: BUNDLE_TYPE, reference: byTag },
    { name: 'the bundle', flags: ['--new-bundle-format=true'], type: BUNDLE_TYPE, reference: inPlace },
    { name: 'the .sig', flags: ['--new-bundle-format=false'], type: LEGACY_TYPE, reference: withoutBundles },
  ],
  cosign3: [
    { name: 'as a user types it', flags: [], type: BUNDLE_TYPE, reference: byTag },
    { name: 'the bundle', flags: ['--new-bundle-format=true'], type: BUNDLE_TYPE, reference: inPlace },
    { name: 'the .sig', flags: ['--new-bundle-format=false'], type: LEGACY_TYPE, reference: inPlace },
    { name: 'the .sig alone', flags: [], type: LEGACY_TYPE, reference: withoutBundles },
  ],
}

interface Cosign {
  readonly name: 'cosign2' | 'cosign3'
  readonly file: string
}

interface Expected {
  readonly subject: string
  readonly issuer: string
}

type Verify = (form: Form, expected: Expected, more?: readonly string[]) => Promise<Ended>

/** What cosign makes of a release, in each form that it can be asked for. */
export async function askCosign(
  where: Where,
  cosign: Cosign,
  home: string,
  release: Release,
): Promise<readonly Cell[]> {
  const verify: Verify = async (form, { subject, issuer }, more = []) => {
    const identity = ['--certificate-identity', subject, '--certificate-oidc-issuer', issuer]
    const args = ['verify', ...form.flags, '--trusted-root', release.trustedRoot, ...identity, ...more]
    return execute(cosign.file, [...args, await form.reference(release)], home)
  }
  const asked = forms[cosign.name].map((form) => askForm(where, form, verify, release))
  const provenance = await askProvenance(where, cosign, home, release)
  return [...(await Promise.all(asked)).flat(), ...provenance, await unsigned(where, cosign, home, release)]
}

/** Its command for attestations looks at the predicate type, which `verify` does not. */
function askProvenance(where: Where, { file }: Cosign, home: string, release: Release): Promise<readonly Cell[]> {
  const { identity, trustedRoot, host, app } = release
  const verify = (subject: string) => {
    const who = ['--certificate-identity', subject, '--certificate-oidc-issuer', identity.issuer]
    const what = ['--new-bundle-format=true', '--type', 'slsaprovenance1', `${host}/${app.repository}@${app.digest}`]
    return execute(file, ['verify-attestation', '--trusted-root', trustedRoot, ...who, ...what], home)
  }
  return Promise.all([
    cell(where, 'verifies the build provenance', async () => {
      const ended = await verify(identity.subject)
      if (ended.exitCode !== 0) throw new Error(`exit code ${ended.exitCode}: ${lastWords(ended)}`)
    }),
    cell(where, 'refuses another workflow for the build provenance', async () =>
      mustRefuse(await verify(identity.subject.replace('/release.yml@', '/other.yml@'))),
    ),
  ])
}

function askForm(where: Where, form: Form, verify: Verify, { identity }: Release): Promise<Cell[]> {
  const otherWorkflow = identity.subject.replace('/release.yml@', '/other.yml@')
  const refused = (check: string, expected: Expected, more?: readonly string[]) =>
    cell(where, `refuses ${check} (${form.name})`, async () => mustRefuse(await verify(form, expected, more)))
  return Promise.all([
    cell(where, `verifies (${form.name})`, async () => mustAccept(await verify(form, identity), form)),
    cell(where, `verifies with the caller's repository (${form.name})`, async () => {
      const repository = ['--certificate-github-workflow-repository', identity.repository]
      mustAccept(await verify(form, identity, repository), form)
    }),
    refused('another workflow', { ...identity, subject: otherWorkflow }),
    refused('another issuer', { ...identity, issuer: 'https://issuer.example' }),
    refused("another caller's repository", identity, ['--certificate-github-workflow-repository', 'evil/charts']),
  ])
}

function mustAccept(ended: Ended, { type }: Form): void {
  if (ended.exitCode !== 0) throw new Error(`exit code ${ended.exitCode}: ${lastWords(ended)}`)
  const found = (JSON.parse(ended.stdout) as { critical: { type: string } }[]).map(({ critical }) => critical.type)
  if (!found.includes(type)) throw new Error(`looked at ${found.join(', ')} where ${type} was meant`)
}

const aboutWhoSigned =
  /no matching CertificateIdentity|none of the expected identities matched|not found in certificate/i

// A refusal counts when it is about who signed: a network that is down refuses everything.
function mustRefuse(ended: Ended): void {
  if (ended.exitCode === 0) throw new Error('was accepted')
  const reason = lastWords(ended)
  if (!aboutWhoSigned.test(reason)) throw new Error(`refused for another reason: ${reason}`)
}

function unsigned(where: Where, { file }: Cosign, home: string, release: Release): Promise<Cell> {
  return cell(where, 'refuses the chart with its signatures stripped', async () => {
    const { app, host, identity, trustedRoot } = release
    const bare: Repository = { host, name: `stripped/${app.repository}` }
    await copyAlone({ host, name: app.repository }, bare, app.digest)
    const who = ['--certificate-identity', identity.subject, '--certificate-oidc-issuer', identity.issuer]
    const args = ['verify', '--trusted-root', trustedRoot, ...who, `${host}/${bare.name}@${app.digest}`]
    const ended = await execute(file, args, home)
    if (ended.exitCode === 0) throw new Error('was accepted')
    if (!/no signatures|no matching signatures/i.test(lastWords(ended))) throw new Error(lastWords(ended))
  })
}
