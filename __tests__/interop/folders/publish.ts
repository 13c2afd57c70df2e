import { generateKey } from 'openpgp'
import { aChart } from '../../support/charts/three-charts.ts'
import { aRepository } from '../../support/git/repository.ts'
import { runAction } from '../../support/run/workflow.ts'
import type { Sigstore } from '../../support/sigstore/sigstore.ts'
import { claimsOf, folderWith, mustSucceed, writeJson } from '../release.ts'

export const VERSIONS = ['1.0.0', '1.0.1'] as const

export interface FolderRelease {
  /** As in the input `targets`. */
  readonly target: string
  /** What its store needs in the environment. */
  readonly env: Readonly<Record<string, string>>
  readonly sigstore: Sigstore
  readonly entry: string
  /** A folder for what this release needs beside its repository. */
  readonly home: string
  /** The Helm that packages. */
  readonly helm: string
  /** `owner/name` of the repository whose workflow releases. */
  readonly owner?: string
}

/** Releases two versions of a chart to a place of files, with a `.prov` file each and a signed index. */
export async function publishFolder(release: FolderRelease): Promise<void> {
  const { target, env, sigstore, entry, home, helm, owner = 'acme/charts' } = release
  const inputs = {
    targets: target,
    'sigstore-trusted-root': writeJson(home, 'trusted-root.json', sigstore.trustedRoot),
    'sigstore-signing-config': writeJson(home, 'signing-config.json', sigstore.signingConfig),
    'gpg-private-key': await privateKey(),
    'sign-index': 'true',
  }
  const path = [folderWith(home, helm)]
  const repository = await aRepository({ files: aChart('app', '1.0.0', 'first') })
  try {
    for (const text of ['first', 'second']) {
      if (text === 'second') await repository.commit('fix(app): more', aChart('app', '1.0.0', text))
      const claims = claimsOf(owner, (await repository.remote()) ?? '')
      const environment = { ...sigstore.environmentFor(claims), ...env }
      mustSucceed(await runAction(repository, { entry, repositoryName: owner, inputs, env: environment, path }))
    }
  } finally {
    await repository.remove()
  }
}

// Helm before 4.3 knows no elliptic curves.
async function privateKey(): Promise<string> {
  const userIDs = [{ name: 'Acme charts', email: 'charts@acme.example' }]
  return (await generateKey({ type: 'rsa', rsaBits: 2048, userIDs, format: 'armored' })).privateKey
}
