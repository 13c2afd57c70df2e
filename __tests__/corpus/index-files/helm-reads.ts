import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { install } from '../../interop/tools.ts'
import { type HelmMajor, helmPath } from '../../support/helm/helm.ts'

const run = promisify(execFile)

/** Every version that Helm lists, as `name version`, sorted; or what Helm said when it refused the index. */
export type HelmReading = readonly string[] | { readonly refused: string }

export interface HelmReader {
  readonly major: HelmMajor
  /** Path of the program. */
  readonly helm: string
  /** `helm repo add` and `helm search repo --versions` on an index. */
  read(index: Uint8Array): Promise<HelmReading>
}

/** A static web server on loopback, and both Helms to read from it. */
export async function startHelms(): Promise<{ readonly helms: readonly HelmReader[]; stop(): Promise<void> }> {
  const files = new Map<string, Uint8Array>()
  const server = createServer((request, response) => {
    const file = files.get(request.url ?? '')
    response.writeHead(file ? 200 : 404).end(file)
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  let count = 0
  const reader = async (major: HelmMajor): Promise<HelmReader> => {
    const installed = await install(`helm${major}`)
    const helm = 'file' in installed ? installed.file : await helmPath(major)
    const read = async (index: Uint8Array) => {
      count += 1
      files.set(`/${count}/index.yaml`, index)
      return await ask(helm, `http://127.0.0.1:${port}/${count}`)
    }
    return { major, helm, read }
  }
  const helms = [await reader(3), await reader(4)]
  return { helms, stop: () => new Promise((closed) => void server.close(() => closed())) }
}

async function ask(helm: string, url: string): Promise<HelmReading> {
  const home = await mkdtemp(join(tmpdir(), 'corpus-index-'))
  const options = { env: { PATH: process.env.PATH, HOME: home }, maxBuffer: 1 << 28 }
  try {
    await run(helm, ['repo', 'add', 'it', url], options)
    const { stdout } = await run(helm, ['search', 'repo', 'it/', '--versions', '--devel', '-o', 'json'], options)
    return (JSON.parse(stdout) as { name: string; version: string }[])
      .map(({ name, version }) => `${name.replace('it/', '')} ${version}`)
      .sort()
  } catch (error) {
    const said = error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error)
    return { refused: said.trim().split('\n').at(-1) ?? '' }
  } finally {
    await rm(home, { recursive: true, force: true })
  }
}
