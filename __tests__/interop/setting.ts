import { mkdtempSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { startRegistry } from '../support/registry/registry.ts'
import type { Sigstore } from '../support/sigstore/sigstore.ts'
import { startTufRepository } from '../support/sigstore/tuf-repository.ts'
import type { Source } from './exhibits/registry-exhibits.ts'
import { publishFolder } from './folders/publish.ts'
import { readManifest } from './registries/oci.ts'
import { mustSucceed, openPublisher, writeJson } from './release.ts'
import type { Renovate } from './renovate.ts'
import type { Tools } from './tools.ts'
import type { AskedVerifier } from './verifiers/ask.ts'
import type { Trust } from './verifiers/verifier.ts'

/** What all registries and clients of a run share. */
export interface Setting {
  readonly tools: Tools
  readonly verifiers: readonly AskedVerifier[]
  readonly renovate: Renovate
  readonly sigstore: Sigstore
  readonly trust: Trust
  /** A chart that the workflow of another repository released. */
  readonly foreign: Source
  /** Archives and an index of theirs, and all that is beside them. */
  readonly foreignFolder: string
  /** The action: `bundle`, `source` or a file. */
  readonly entry: string
}

/** The trusted root of a Sigstore, as each verifier wants it. */
export async function openTrust(sigstore: Sigstore, folder: string): Promise<Trust & AsyncDisposable> {
  const { trustedRoot, signingConfig } = sigstore
  const tuf = await startTufRepository({
    'trusted_root.json': JSON.stringify(trustedRoot),
    'signing_config.v0.2.json': JSON.stringify(signingConfig),
  })
  const root = join(folder, 'tuf-root.json')
  writeFileSync(root, tuf.firstRoot)
  const mediaType = 'application/vnd.dev.sigstore.clienttrustconfig.v0.1+json'
  return {
    root: writeJson(folder, 'trusted-root.json', trustedRoot),
    clientConfig: writeJson(folder, 'client-trust-config.json', { mediaType, trustedRoot, signingConfig }),
    tuf: { url: tuf.url, root },
    [Symbol.asyncDispose]: () => tuf.close(),
  }
}

export interface Stranger {
  readonly sigstore: Sigstore
  readonly helm: string
  readonly folder: string
  readonly entry: string
}

const OWNER = 'evil/charts'

/** Somebody else releases charts of the same names, signed by the same Sigstore. */
export async function openForeignRegistry(stranger: Stranger): Promise<Source & AsyncDisposable> {
  const registry = await startRegistry()
  const own = { host: registry.host, close: () => registry.stop() }
  const publisher = await openPublisher({ ...stranger, registry: own, owner: OWNER })
  try {
    mustSucceed(await publisher.run())
  } finally {
    await publisher.remove()
  }
  const repository = { host: registry.host, name: 'charts/app' }
  const digest = (await readManifest(repository, '1.2.3'))?.digest ?? ''
  return { repository, digest, [Symbol.asyncDispose]: () => registry.stop() }
}

/** The same for a folder; returns it. */
export async function publishForeignFolder({ folder, ...stranger }: Stranger): Promise<string> {
  const served = mkdtempSync(join(folder, 'foreign-'))
  const home = mkdtempSync(join(folder, 'foreign-home-'))
  const target = `dir:${served}?url=https://charts.example.com`
  await publishFolder({ ...stranger, home, target, env: {}, owner: OWNER })
  return served
}
