import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { stringify } from 'yaml'
import { writeArchive } from '../../../src/chart/archive/archive.ts'

/** A chart version that a repository offers: its files, by path from the chart's folder. */
export interface OfferedChart {
  readonly name: string
  readonly version: string
  readonly files?: Readonly<Record<string, string>>
}

export interface ChartRepository extends AsyncDisposable {
  /** e.g. `http://127.0.0.1:40123`. */
  readonly url: string
  readonly host: string
  /** Paths that were asked for, with the Authorization that came. */
  readonly requests: readonly { readonly path: string; readonly authorization?: string | undefined }[]
}

interface RepositoryOptions {
  /** `user:password` that every request must show. */
  readonly credentials?: string
  /** Instead of what belongs to a path, e.g. a redirect. */
  readonly answers?: Readonly<Record<string, Answer>>
  /** What becomes of the index. */
  readonly index?: (text: string) => string
}

interface Answer {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array
}

/** A classic chart repository on loopback: index.yaml and archives. */
export async function startChartRepository(
  charts: readonly OfferedChart[],
  { credentials, answers = {}, index = (text) => text }: RepositoryOptions = {},
): Promise<ChartRepository> {
  const requests: { path: string; authorization?: string | undefined }[] = []
  const archives = new Map(charts.map((chart) => [`/${chart.name}-${chart.version}.tgz`, archiveOf(chart)]))
  const wanted = credentials === undefined ? undefined : `Basic ${Buffer.from(credentials).toString('base64')}`
  const server = createServer((request, response) => {
    const path = request.url ?? '/'
    const { authorization } = request.headers
    requests.push({ path, authorization })
    const archive = archives.get(path)
    if (wanted !== undefined && authorization !== wanted) response.writeHead(401).end()
    else if (answers[path]) response.writeHead(answers[path].status, answers[path].headers).end(answers[path].body)
    else if (path === '/index.yaml') response.end(index(indexOf(charts)))
    else if (archive) response.end(archive)
    else response.writeHead(404).end()
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url: `http://${host}`,
    host,
    requests,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    },
  }
}

export function archiveOf({ name, version, files = {} }: OfferedChart): Uint8Array {
  const all = { 'Chart.yaml': `apiVersion: v2\nname: ${name}\nversion: ${version}\n`, ...files }
  const entries = Object.entries(all).map(([path, text]) => ({ path, content: Buffer.from(text) }))
  return writeArchive(name, entries, new Date('2026-01-01T00:00:00Z'))
}

function indexOf(charts: readonly OfferedChart[]): string {
  const entries: Record<string, unknown[]> = {}
  for (const chart of charts) {
    const { name, version } = chart
    entries[name] ??= []
    entries[name].push({
      apiVersion: 'v2',
      name,
      version,
      digest: createHash('sha256').update(archiveOf(chart)).digest('hex'),
      urls: [`${name}-${version}.tgz`],
    })
  }
  return stringify({ apiVersion: 'v1', entries, generated: '2026-01-01T00:00:00Z' })
}
