// A whole release that is signed with certificates of a real Fulcio and times of a real timestamp authority.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { startRegistry } from '../../support/registry/registry.ts'
import type { Sigstore } from '../../support/sigstore/sigstore.ts'
import { type Cell, cell, type Where } from '../cells.ts'
import { execute, lastWords, succeed } from '../execute.ts'
import { isMissing, type Missing, without } from '../missing.ts'
import { publishingSteps, recoverySteps, runSteps } from '../registries/steps.ts'
import { identity, openPublisher, type Release, writeJson } from '../release.ts'
import { type Installed, type Tools, toolTitle } from '../tools.ts'
import { openRealSigstore } from './real-sigstore.ts'

interface Setting {
  readonly tools: Tools
  readonly entry: string
  readonly home: string
}

const registry = `in-process, referrers; ${toolTitle('fulcio')}, timestamp-authority ${toolTitle('timestampAuthority').split(' ')[1]}`
const where: Where = { registry, client: 'release-charts' }

/** Fulcio takes a socket whose name is always the same, so a second matrix on this machine at the same time fails here. */
export async function askRealServices(setting: Setting): Promise<readonly Cell[]> {
  const { fulcio, timestampAuthority, helm4 } = setting.tools
  if (isMissing(fulcio)) return absent(fulcio)
  if (isMissing(timestampAuthority)) return absent(timestampAuthority)
  if (isMissing(helm4)) return absent(helm4)
  const folder = join(setting.home, 'real-services')
  mkdirSync(folder)
  try {
    const programs = { fulcio: fulcio.file, timestampAuthority: timestampAuthority.file }
    await using sigstore = await openRealSigstore(programs, folder)
    return await releaseWith(sigstore, setting, { folder, helm: helm4.file })
  } catch (error) {
    return absent({ why: error instanceof Error ? error.message : String(error), broken: true })
  }
}

function absent(why: Missing): readonly Cell[] {
  return [{ ...where, check: 'publishes and signs three charts', ...without(why) }]
}

interface Here {
  readonly folder: string
  readonly helm: string
}

async function releaseWith(sigstore: Sigstore, { tools, entry }: Setting, here: Here): Promise<readonly Cell[]> {
  await using open = await startRegistry({ referrers: true })
  const place = { host: open.host, close: async () => {} }
  const publisher = await openPublisher({ ...here, registry: place, sigstore, entry })
  try {
    const published = await runSteps(where, publishingSteps(publisher))
    if (published.some(({ outcome }) => outcome !== 'passed')) return published
    const release = await publisher.describe()
    const trusted = { folder: here.folder, issuer: sigstore.urls.oidc, root: sigstore.trustedRoot }
    const asked = await askCosign(tools.cosign3, release, trusted)
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

/** It can't be one of the verifiers that are asked everything: those want a log of certificates. */
async function askCosign(
  cosign: Installed | Missing,
  { app }: Release,
  { folder, issuer, root }: Trusted,
): Promise<readonly Cell[]> {
  const client = { registry, client: toolTitle('cosign3') }
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
