// A release to `dir:` or `s3://`, served by nginx, and what Helm and cosign make of it.
import { chmodSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { generateKey } from 'openpgp'
import { aChart } from '../support/charts/three-charts.ts'
import { aRepository } from '../support/git/repository.ts'
import { runAction } from '../support/run/workflow.ts'
import { defaultClaims, type Sigstore } from '../support/sigstore/sigstore.ts'
import { type Cell, cell, type Where } from './cells.ts'
import { type Ended, execute, lastWords, succeed } from './execute.ts'
import type { FolderPlace, OpenFolder } from './folder-places.ts'
import { type StaticServer, startNginx } from './nginx.ts'
import { folderWith, mustSucceed, writeJson } from './release.ts'
import type { Installed, Missing, ToolName } from './tools.ts'

type Tools = Readonly<Record<ToolName, Installed | Missing>>

interface Served extends StaticServer, Pick<OpenFolder, 'folder' | 'env' | 'target'> {
  readonly registry: string
  readonly trustedRoot: string
}

const VERSIONS = ['1.0.0', '1.0.1']

/** Releases two versions to a place of files, serves it with TLS and asks every client. */
export async function askFolder(
  installed: Tools,
  { registry, open }: FolderPlace,
  { sigstore, entry, home }: { readonly sigstore: Sigstore; readonly entry: string; readonly home: string },
): Promise<readonly Cell[]> {
  const where = { registry, client: 'release-charts' }
  const check = 'releases two versions'
  const packager = installed.helm4
  if (!('file' in packager)) return [{ ...where, check, ...without(packager) }]
  const place = await open(installed)
  if ('why' in place) return [{ ...where, check, ...without(place) }]
  // Started by root, nginx reads as another user: what is published has to be readable for it.
  for (const folder of [dirname(place.folder), place.folder]) if (folder !== tmpdir()) chmodSync(folder, 0o755)
  try {
    const server = await startNginx(place.folder, home)
    if ('why' in server) return [{ ...where, check, outcome: 'skipped', detail: server.why }]
    try {
      const trustedRoot = writeJson(home, 'trusted-root.json', sigstore.trustedRoot)
      const served = { ...server, ...place, registry, trustedRoot }
      const published = await cell(where, check, () => publish(served, { sigstore, entry, home, helm: packager.file }))
      if (published.outcome !== 'passed') return [published]
      return [published, ...(await askClients(installed, served, home))]
    } finally {
      await server.close()
    }
  } finally {
    await place.close()
  }
}

function without({ why, broken }: Missing): Pick<Cell, 'outcome' | 'detail'> {
  return { outcome: broken ? 'failed' : 'skipped', detail: why }
}

interface Publishing {
  readonly sigstore: Sigstore
  readonly entry: string
  readonly home: string
  readonly helm: string
}

async function publish(served: Served, { sigstore, entry, home, helm }: Publishing): Promise<void> {
  // Helm before 4.3 knows no elliptic curves.
  const { privateKey } = await generateKey({
    ...{ type: 'rsa', rsaBits: 2048, userIDs: [{ name: 'Acme charts', email: 'charts@acme.example' }] },
    format: 'armored',
  })
  const repository = await aRepository({ files: aChart('app', '1.0.0', 'first') })
  try {
    const path = [folderWith(home, helm)]
    const inputs = {
      targets: served.target(served.url),
      'sigstore-trusted-root': served.trustedRoot,
      'sigstore-signing-config': writeJson(home, 'signing-config.json', sigstore.signingConfig),
      'gpg-private-key': privateKey,
      'sign-index': 'true',
    }
    for (const text of ['first', 'second']) {
      if (text === 'second') await repository.commit('fix(app): more', aChart('app', '1.0.0', text))
      const sha = (await repository.remote()) ?? ''
      sigstore.setClaims({ ...defaultClaims, sha, job_workflow_sha: sha, workflow_sha: sha })
      const env = { ...sigstore.environment, ...served.env }
      mustSucceed(await runAction(repository, { entry, inputs, env, path }))
    }
  } finally {
    await repository.remove()
  }
}

async function askClients(installed: Tools, served: Served, home: string): Promise<readonly Cell[]> {
  const cells: Cell[] = []
  for (const name of ['helm3', 'helm4', 'cosign3'] as const) {
    const tool = installed[name]
    if (!('file' in tool)) {
      cells.push({ registry: served.registry, client: name, check: 'reads and verifies', ...without(tool) })
      continue
    }
    const where = { registry: served.registry, client: `${name.replace(/\d$/, '')} ${tool.version.replace(/^v/, '')}` }
    const own = mkdtempSync(join(home, `${name}-`))
    cells.push(...(await (name === 'cosign3' ? askCosign : askHelm)(where, { file: tool.file, home: own, served })))
  }
  return cells
}

interface Client {
  readonly file: string
  readonly home: string
  readonly served: Served
}

async function askHelm(where: Where, { file, home, served }: Client): Promise<readonly Cell[]> {
  const helm = (...args: readonly string[]) => succeed(file, args, home)
  const archive = (version: string) => readFileSync(join(served.folder, `app-${version}.tgz`))
  const keyring = join(served.folder, 'pubkey.gpg')
  const added = await cell(where, 'adds the repository, by TLS with a CA of its own', async () => {
    await helm('repo', 'add', 'acme', served.url, '--ca-file', served.caFile)
  })
  const others = [
    cell(where, 'finds all versions', async () => {
      const { stdout } = await helm('search', 'repo', 'acme/', '--versions', '-o', 'json')
      const found = (JSON.parse(stdout) as { name: string; version: string }[]).map((each) => each.version)
      if (`${found}` !== `${VERSIONS.toReversed()}`) throw new Error(`found ${found.join(', ') || 'nothing'}`)
    }),
    ...VERSIONS.map((version) =>
      cell(where, `pulls ${version} and verifies its provenance`, async () => {
        const folder = mkdtempSync(join(home, 'pulled-'))
        const options = ['--version', version, '--destination', folder]
        await helm('pull', 'acme/app', ...options, '--verify', '--keyring', keyring)
        if (!readdirSync(folder).includes(`app-${version}.tgz.prov`)) throw new Error('pulled no provenance')
        if (!readFileSync(join(folder, `app-${version}.tgz`)).equals(archive(version))) throw new Error('other bytes')
      }),
    ),
    cell(where, 'refuses the provenance with the key of somebody else', async () => {
      const other = await generateKey({ type: 'rsa', rsaBits: 2048, userIDs: [{ name: 'Eve' }], format: 'binary' })
      writeFileSync(join(home, 'other.gpg'), other.publicKey)
      const args = ['pull', 'acme/app', '--version', '1.0.0', '--verify', '--keyring', join(home, 'other.gpg')]
      const ended = await execute(file, args, home)
      if (ended.exitCode === 0) throw new Error('was accepted')
      if (!/unknown entity|signature made by/i.test(lastWords(ended))) throw new Error(lastWords(ended))
    }),
    cell(where, 'renders it from the repository', async () => {
      const { stdout } = await helm('template', 'demo', 'acme/app', '--version', '1.0.1')
      if (!stdout.includes('text: second')) throw new Error(`rendered ${stdout.slice(0, 300)}`)
    }),
  ]
  return added.outcome === 'passed' ? [added, ...(await Promise.all(others))] : [added]
}

async function askCosign(where: Where, { file, home, served }: Client): Promise<readonly Cell[]> {
  const archive = join(served.folder, 'app-1.0.1.tgz')
  const index = join(served.folder, 'index.yaml')
  const verify = (bundle: string): Verify => {
    return (blob, workflow = `${defaultClaims.job_workflow_ref}`) =>
      execute(
        file,
        [
          ...['verify-blob', '--bundle', bundle, '--trusted-root', served.trustedRoot],
          ...['--certificate-identity', `https://github.com/${workflow}`],
          ...['--certificate-oidc-issuer', `${defaultClaims.iss}`, blob],
        ],
        home,
      )
  }
  return [
    ...(await askBlob(where, { what: 'archive', blob: archive, verify: verify(`${archive}.sigstore.json`), home })),
    ...(await askBlob(where, { what: 'index', blob: index, verify: verify(`${index}.sigstore.json`), home })),
  ]
}

type Verify = (blob: string, workflow?: string) => Promise<Ended>

interface Blob {
  readonly what: 'archive' | 'index'
  readonly blob: string
  readonly verify: Verify
  readonly home: string
}

async function askBlob(where: Where, { what, blob, verify, home }: Blob): Promise<readonly Cell[]> {
  return [
    await cell(where, `verifies the ${what} by the bundle beside it`, async () => {
      const ended = await verify(blob)
      if (ended.exitCode !== 0) throw new Error(lastWords(ended))
    }),
    await cell(where, `refuses another workflow for the ${what}`, async () => {
      const ended = await verify(blob, `${defaultClaims.job_workflow_ref}`.replace('/release.yml@', '/other.yml@'))
      if (ended.exitCode === 0) throw new Error('was accepted')
      if (!/none of the expected identities matched|no matching/i.test(lastWords(ended)))
        throw new Error(lastWords(ended))
    }),
    await cell(where, `refuses the ${what} with one byte changed`, async () => {
      const other = join(home, `other-${what}`)
      const bytes = readFileSync(blob)
      bytes[bytes.length - 2] = (bytes.at(-2) ?? 0) ^ 1
      writeFileSync(other, bytes)
      const ended = await verify(other)
      if (ended.exitCode === 0) throw new Error('was accepted')
      if (!/signature|digest/i.test(lastWords(ended))) throw new Error(lastWords(ended))
    }),
  ]
}
