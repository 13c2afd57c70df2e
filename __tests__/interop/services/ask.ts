// A whole release that is signed with certificates of a real Fulcio and times of a real timestamp authority.
import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { startRegistry } from '../../support/registry/registry.ts'
import type { Sigstore } from '../../support/sigstore/sigstore.ts'
import { type Cell, cell, type Where } from '../cells.ts'
import { execute, lastWords, succeed } from '../execute.ts'
import { isMissing, type Missing, without } from '../missing.ts'
import { publishingSteps, recoverySteps, runSteps } from '../registries/steps.ts'
import { identity, openPublisher, type Release, writeJson } from '../release.ts'
import { type Installed, type ToolName, type Tools, toolTitle } from '../tools.ts'
import type { AskedVerifier } from '../verifiers/ask.ts'
import { askVerifiers } from './ask-verifiers.ts'
import { openRealSigstore, type Programs } from './real-sigstore.ts'

interface Setting {
  readonly tools: Tools
  readonly verifiers: readonly AskedVerifier[]
  readonly entry: string
  readonly home: string
}

const asNamed = (name: ToolName) => toolTitle(name).replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
const registryWith = (...names: readonly ToolName[]) => `in-process, referrers; ${names.map(asNamed).join(', ')}`
const bare: Where = { registry: registryWith('fulcio', 'timestampAuthority'), client: 'release-charts' }
const logged: Where = { registry: registryWith('fulcio', 'timestampAuthority', 'tesseract'), client: 'release-charts' }

/**
 * Twice: with a log of certificates every verifier is asked; without one, as a private Sigstore may be, cosign alone can be.
 * Fulcio takes a socket whose name is always the same, so a second matrix on this machine at the same time fails here.
 */
export async function askRealServices(setting: Setting): Promise<readonly Cell[]> {
  const { fulcio, timestampAuthority, tesseract, helm4 } = setting.tools
  if (isMissing(fulcio)) return absent(bare, fulcio)
  if (isMissing(timestampAuthority)) return absent(bare, timestampAuthority)
  if (isMissing(helm4)) return absent(bare, helm4)
  const programs = { fulcio: fulcio.file, timestampAuthority: timestampAuthority.file }
  const cells = await releaseBy(programs, setting, { where: bare, helm: helm4.file })
  if (isMissing(tesseract)) return [...cells, ...absent(logged, tesseract)]
  const withLog = { ...programs, tesseract: tesseract.file }
  return [...cells, ...(await releaseBy(withLog, setting, { where: logged, helm: helm4.file }))]
}

async function releaseBy(
  programs: Programs,
  setting: Setting,
  { where, helm }: { readonly where: Where; readonly helm: string },
): Promise<readonly Cell[]> {
  const folder = mkdtempSync(join(setting.home, 'real-services-'))
  try {
    await using sigstore = await openRealSigstore(programs, folder)
    return await releaseWith(sigstore, setting, { where, folder, helm })
  } catch (error) {
    return absent(where, { why: error instanceof Error ? error.message : String(error), broken: true })
  }
}

function absent(where: Where, why: Missing): readonly Cell[] {
  return [{ ...where, check: 'publishes and signs three charts', ...without(why) }]
}

interface Here {
  readonly where: Where
  readonly folder: string
  readonly helm: string
}

async function releaseWith(sigstore: Sigstore, setting: Setting, here: Here): Promise<readonly Cell[]> {
  const { where, folder } = here
  await using open = await startRegistry({ referrers: true })
  const place = { host: open.host, close: async () => {} }
  const publisher = await openPublisher({ ...here, registry: place, sigstore, entry: setting.entry })
  try {
    const published = await runSteps(where, publishingSteps(publisher))
    if (published.some(({ outcome }) => outcome !== 'passed')) return published
    const release = await publisher.describe()
    const trusted = { folder, issuer: sigstore.urls.oidc, root: sigstore.trustedRoot }
    const asked =
      where === bare
        ? await askCosign(setting.tools.cosign3, release, trusted)
        : await askVerifiers(setting, { sigstore, release, registry: place, here })
    return [...published, ...asked, ...(await runSteps(where, recoverySteps(place, publisher, release)))]
  } finally {
    await publisher.remove()
  }
}

const CHECK = 'verifies a certificate of a Fulcio without a log of certificates'

interface Trusted {
  readonly folder: string
  readonly issuer: string
  readonly root: object
}

/** The other verifiers want a log of certificates. */
async function askCosign(
  cosign: Installed | Missing,
  { app }: Release,
  { folder, issuer, root }: Trusted,
): Promise<readonly Cell[]> {
  const client = { ...bare, client: toolTitle('cosign3') }
  if (isMissing(cosign)) return [{ ...client, check: CHECK, ...without(cosign) }]
  const trust = ['--trusted-root', writeJson(folder, 'real-root.json', root), '--insecure-ignore-sct']
  const reference = `${app.reference.replace('oci://', '')}:${app.version}`
  const verify = (subject: string) => {
    const who = ['--certificate-identity', subject, '--certificate-oidc-issuer', issuer]
    return ['verify', ...trust, ...who, '--certificate-github-workflow-repository', identity.repository, reference]
  }
  return [
    await cell(client, CHECK, async () => void (await succeed(cosign.file, verify(identity.subject), folder))),
    await cell(client, 'refuses another workflow there', async () => {
      const ended = await execute(cosign.file, verify(identity.subject.replace('release.yml', 'other.yml')), folder)
      if (ended.exitCode === 0) throw new Error('was accepted')
      if (!/no matching CertificateIdentity|none of the expected/i.test(lastWords(ended)))
        throw new Error(lastWords(ended))
    }),
  ]
}
