import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { generateKey } from 'openpgp'
import { type Cell, cell, type Where } from '../cells.ts'
import { execute, lastWords, succeed } from '../execute.ts'
import { VERSIONS } from './publish.ts'

export interface FolderClient {
  /** Helm's binary. */
  readonly file: string
  /** A folder for everything that it writes. */
  readonly home: string
  /** Where the release is served, and the authority of that server's certificate. */
  readonly url: string
  readonly caFile: string
  /** Where its files lie. */
  readonly folder: string
}

/** What Helm makes of a classic repository. */
export async function askHelm(where: Where, client: FolderClient): Promise<readonly Cell[]> {
  const added = await cell(where, 'adds the repository, by TLS with a CA of its own', async () => {
    await succeed(client.file, ['repo', 'add', 'acme', client.url, '--ca-file', client.caFile], client.home)
  })
  if (added.outcome !== 'passed') return [added]
  return [added, ...(await Promise.all(questions.map(({ check, ask }) => cell(where, check, () => ask(client)))))]
}

interface Question {
  readonly check: string
  readonly ask: (client: FolderClient) => Promise<void>
}

const questions: readonly Question[] = [
  {
    check: 'finds all versions',
    async ask({ file, home }) {
      const { stdout } = await succeed(file, ['search', 'repo', 'acme/', '--versions', '-o', 'json'], home)
      const found = (JSON.parse(stdout) as { name: string; version: string }[]).map((each) => each.version)
      if (`${found}` !== `${VERSIONS.toReversed()}`) throw new Error(`found ${found.join(', ') || 'nothing'}`)
    },
  },
  ...VERSIONS.map((version) => ({
    check: `pulls ${version} and verifies its provenance`,
    ask: (client: FolderClient) => pullsVerified(client, version),
  })),
  {
    check: 'refuses the provenance with the key of somebody else',
    async ask({ file, home }) {
      const other = await generateKey({ type: 'rsa', rsaBits: 2048, userIDs: [{ name: 'Eve' }], format: 'binary' })
      writeFileSync(join(home, 'other.gpg'), other.publicKey)
      const args = ['pull', 'acme/app', '--version', '1.0.0', '--verify', '--keyring', join(home, 'other.gpg')]
      const ended = await execute(file, args, home)
      if (ended.exitCode === 0) throw new Error('was accepted')
      if (!/unknown entity|signature made by/i.test(lastWords(ended))) throw new Error(lastWords(ended))
    },
  },
  {
    check: 'renders it from the repository',
    async ask({ file, home }) {
      const { stdout } = await succeed(file, ['template', 'demo', 'acme/app', '--version', '1.0.1'], home)
      if (!stdout.includes('text: second')) throw new Error(`rendered ${stdout.slice(0, 300)}`)
    },
  },
]

async function pullsVerified({ file, home, folder }: FolderClient, version: string): Promise<void> {
  const pulled = mkdtempSync(join(home, 'pulled-'))
  const options = ['--version', version, '--destination', pulled]
  await succeed(file, ['pull', 'acme/app', ...options, '--verify', '--keyring', join(folder, 'pubkey.gpg')], home)
  if (!readdirSync(pulled).includes(`app-${version}.tgz.prov`)) throw new Error('pulled no provenance')
  const name = `app-${version}.tgz`
  if (!readFileSync(join(pulled, name)).equals(readFileSync(join(folder, name)))) throw new Error('other bytes')
}
