// The other way round: real clients publish and sign, and the action in `verify/` is the consumer that is asked.
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { aRepository, type TestRepository } from '../support/git/repository.ts'
import { startRegistry } from '../support/registry/registry.ts'
import { type BundledEntry, bundledEntry } from '../support/run/bundled-entry.ts'
import { runAction } from '../support/run/workflow.ts'
import type { Sigstore } from '../support/sigstore/sigstore.ts'
import { type Cell, cell, type Where } from './cells.ts'
import { succeed } from './execute.ts'
import { isMissing, without } from './missing.ts'
import { type Tools, tools } from './tools.ts'

interface Setting {
  readonly tools: Tools
  readonly sigstore: Sigstore
  readonly home: string
}

const signers = ['cosign2', 'cosign3'] as const
/** What each writes. */
const FORMS = { cosign2: 'cosign signature', cosign3: 'Sigstore bundle' } as const

/** What the action makes of charts that Helm pushed and cosign signed, with and without the referrers API. */
export async function askAboutCosign(setting: Setting): Promise<readonly Cell[]> {
  await using entry = await bundledEntry('src/verify-main.ts')
  await using repository = await disposable(await aRepository({ files: {} }))
  const cells: Cell[] = []
  for (const referrers of [true, false]) {
    for (const signer of signers) {
      const where = {
        registry: `in-process, ${referrers ? 'referrers' : 'no referrers'}`,
        client: `verify, of what cosign ${tools[signer].version.slice(1)} signed`,
      }
      cells.push(...(await askAbout(where, { ...setting, signer, referrers, entry, repository: repository.value })))
    }
  }
  return cells
}

interface Question extends Setting {
  readonly signer: (typeof signers)[number]
  readonly referrers: boolean
  readonly entry: BundledEntry
  readonly repository: TestRepository
}

async function askAbout(where: Where, question: Question): Promise<readonly Cell[]> {
  const { tools: installed, signer, referrers, entry, repository, sigstore } = question
  const [helm, cosign] = [installed.helm4, installed[signer]]
  if (isMissing(helm)) return [{ ...where, check: 'verifies', ...without(helm) }]
  if (isMissing(cosign)) return [{ ...where, check: 'verifies', ...without(cosign) }]
  await using registry = await startRegistry({ referrers })
  const target = `oci://${registry.host}/charts`
  const roots = {
    trusted: join(question.home, 'trusted_root.json'),
    signing: join(question.home, 'signing_config.json'),
  }
  await writeFile(roots.trusted, JSON.stringify(sigstore.trustedRoot))
  await writeFile(roots.signing, JSON.stringify(sigstore.signingConfig))
  const verify = (inputs: Readonly<Record<string, string>>) =>
    runAction(repository, {
      entry: entry.file,
      actionFolder: 'verify',
      inputs: { chart: `${target}/app:1.0.0`, repository: 'acme/charts', 'trusted-root': roots.trusted, ...inputs },
    })
  const signed = await cell(where, 'is given a chart', async () => {
    const digest = await push(helm.file, target, question.home)
    await sign(cosign.file, { ...question, pinned: `${registry.host}/charts/app@${digest}`, roots })
  })
  return [
    signed,
    await cell(where, 'verifies', async () => {
      const { exitCode, stdout, outputs } = await verify({ workflow: 'release.yml', ref: 'refs/heads/main' })
      if (exitCode !== 0 || outputs.verified !== 'true') throw new Error(stdout.slice(-600))
      const { form } = JSON.parse(outputs.report ?? '').checks[0].accepted
      if (!form.startsWith(FORMS[signer])) throw new Error(`${form} counted, and this one writes a ${FORMS[signer]}`)
    }),
    await cell(where, "refuses another caller's repository", async () => {
      const { exitCode, stdout } = await verify({ repository: 'acme/other' })
      if (exitCode === 0 || !stdout.includes('VERIFY_IDENTITY_REFUSED')) throw new Error(stdout.slice(-600))
    }),
  ]
}

async function push(helm: string, target: string, home: string): Promise<string> {
  const chart = join(home, 'app')
  await mkdir(chart, { recursive: true })
  await writeFile(join(chart, 'Chart.yaml'), 'apiVersion: v2\nname: app\nversion: 1.0.0\n')
  await succeed(helm, ['package', chart, '--destination', home], home)
  const { stdout, stderr } = await succeed(helm, ['push', join(home, 'app-1.0.0.tgz'), target, '--plain-http'], home)
  const digest = /Digest: (\S+)/.exec(stdout + stderr)?.[1]
  if (digest === undefined) throw new Error(`helm push said: ${stdout}${stderr}`)
  return digest
}

interface Signing extends Question {
  readonly pinned: string
  readonly roots: { readonly trusted: string; readonly signing: string }
}

/** cosign 2 would write a bundle as well, if it was told to. */
async function sign(cosign: string, { signer, sigstore, home, pinned, roots }: Signing): Promise<void> {
  const { fulcio, rekor } = sigstore.urls
  const own =
    signer === 'cosign2'
      ? ['--fulcio-url', fulcio, '--rekor-url', rekor, '--insecure-skip-verify', '--new-bundle-format=false']
      : ['--signing-config', roots.signing, '--trusted-root', roots.trusted]
  const args = ['sign', '--yes', '--identity-token', await token(sigstore), '--allow-http-registry', ...own, pinned]
  await succeed(cosign, args, home)
}

async function token({ environment }: Sigstore): Promise<string> {
  const { ACTIONS_ID_TOKEN_REQUEST_URL: url, ACTIONS_ID_TOKEN_REQUEST_TOKEN: key } = environment
  const response = await fetch(`${url}&audience=sigstore`, { headers: { authorization: `Bearer ${key}` } })
  return ((await response.json()) as { value: string }).value
}

async function disposable(value: TestRepository) {
  return { value, [Symbol.asyncDispose]: () => value.remove() }
}
