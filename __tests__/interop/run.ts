// `npm run interop`: the bundled action publishes and signs, real clients read and verify. What they must agree on is the
// format, so nothing here uses our own client to judge; but for signed-elsewhere.ts, where they publish and we verify.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { startRegistry } from '../support/registry/registry.ts'
import { type Sigstore, startSigstore } from '../support/sigstore/sigstore.ts'
import { type Cell, cell, count, table, totals } from './cells.ts'
import { askCosign } from './cosign.ts'
import { startDistribution } from './distribution.ts'
import { askFolder } from './folder.ts'
import { folderPlaces } from './folder-places.ts'
import { askGarbage } from './garbage.ts'
import { askHelm } from './helm.ts'
import { type Release, release } from './release.ts'
import { askAboutCosign } from './signed-elsewhere.ts'
import { type Installed, install, type Missing, type ToolName, tools } from './tools.ts'

type Tools = Readonly<Record<ToolName, Installed | Missing>>

interface Place {
  readonly registry: string
  /** Starts it; `Missing` where it cannot be. */
  readonly start: (installed: Tools) => Promise<{ readonly host: string; close(): Promise<void> } | Missing>
  /** Which Helm packages what goes there: they must give the same bytes. */
  readonly packager: 'helm3' | 'helm4'
}

const inProcess = (referrers: boolean) => async () => {
  const registry = await startRegistry({ referrers })
  return { host: registry.host, close: () => registry.stop() }
}

const places: readonly Place[] = [
  { registry: 'in-process, referrers', packager: 'helm4', start: inProcess(true) },
  { registry: 'in-process, no referrers', packager: 'helm3', start: inProcess(false) },
  {
    registry: `distribution ${tools.registry.version.slice(1)}`,
    packager: 'helm4',
    start: async ({ registry }) => ('file' in registry ? startDistribution(registry.file) : registry),
  },
]

const consumers = ['helm3', 'helm4', 'cosign2', 'cosign3'] as const

function title(name: ToolName, { version }: { readonly version: string }): string {
  return `${name.replace(/\d$/, '')} ${version.replace(/^v/, '')}`
}

async function installAll(): Promise<Tools> {
  const found: Partial<Record<ToolName, Installed | Missing>> = {}
  // One after another: a build takes all processors as it is.
  for (const name of ['registry', 'versitygw', 'actionlint', ...consumers] as const) found[name] = await install(name)
  return found as Tools
}

interface Published {
  readonly place: Place
  readonly release: Release
}

async function askAll({ place, release }: Published, installed: Tools, home: string): Promise<readonly Cell[]> {
  const cells: Cell[] = []
  for (const name of consumers) {
    const tool = installed[name]
    const where = { registry: place.registry, client: title(name, 'file' in tool ? tool : tools[name]) }
    if (!('file' in tool)) {
      cells.push({ ...where, check: 'reads and verifies', ...without(tool) })
      continue
    }
    const cosign = name === 'cosign2' || name === 'cosign3' ? name : undefined
    const asked = cosign
      ? askCosign(where, { name: cosign, file: tool.file }, home, release)
      : askHelm(where, tool.file, home, release)
    cells.push(...(await asked))
  }
  return cells
}

/** Without Go nothing can be asked; with one, a client that cannot be built is a failure. */
function without({ why, broken }: Missing): Pick<Cell, 'outcome' | 'detail'> {
  return { outcome: broken ? 'failed' : 'skipped', detail: why }
}

interface Setting {
  readonly installed: Tools
  readonly sigstore: Sigstore
  readonly entry: string
}

/** Publishes to one place and asks every client there. */
async function visit(place: Place, { installed, sigstore, entry }: Setting, folder: string) {
  const where = { registry: place.registry, client: 'release-charts' }
  const check = 'publishes and signs three charts, then a change'
  const absent = (tool: Missing) => ({ cells: [{ ...where, check, ...without(tool) }] })
  const packager = installed[place.packager]
  if (!('file' in packager)) return absent(packager)
  const registry = await place.start(installed)
  if ('why' in registry) return absent(registry)
  try {
    let published: Release | undefined
    const first = await cell(where, check, async () => {
      published = await release({ host: registry.host, sigstore, helm: packager.file, folder, entry })
    })
    if (!published) return { cells: [first] }
    return { published, cells: [first, ...(await askAll({ place, release: published }, installed, folder))] }
  } finally {
    await registry.close()
  }
}

/** The same commit gives the same bytes, whatever Helm packages and wherever it goes. */
function sameBytes(releases: readonly { readonly registry: string; readonly release: Release }[]): Promise<Cell> {
  const where = { registry: 'all', client: 'helm 3 and 4' }
  return cell(where, 'package the same commits to the same bytes', async () => {
    // Not the newest: its commit is the bump that the run made, which is another one each time.
    const digests = releases.map(({ release: { before, meta } }) => `${before.archiveDigest} ${meta.archiveDigest}`)
    if (new Set(digests).size !== 1) {
      throw new Error(releases.map(({ registry }, index) => `${registry}: ${digests[index]}`).join('; '))
    }
  })
}

async function main({ json, entry }: { json?: string | undefined; entry: string }): Promise<number> {
  const installed = await installAll()
  for (const [name, tool] of Object.entries(installed)) {
    console.log('file' in tool ? `${name}: ${tool.version}` : `${name}: not here: ${tool.why}`)
  }
  const root = mkdtempSync(join(tmpdir(), 'interop-'))
  const sigstore = await startSigstore()
  const cells: Cell[] = []
  const releases: { registry: string; release: Release }[] = []
  try {
    for (const place of places) {
      const folder = join(root, place.registry.replace(/\W+/g, '-'))
      mkdirSync(folder)
      const { cells: found, published } = await visit(place, { installed, sigstore, entry }, folder)
      cells.push(...found)
      if (published) releases.push({ registry: place.registry, release: published })
    }
    if (releases.length > 1) cells.push(await sameBytes(releases))
    cells.push(...(await askAboutCosign({ installed, sigstore, home: root })))
    cells.push(...(await askGarbage({ sigstore, entry, home: root })))
    for (const place of folderPlaces) {
      const home = join(root, place.registry.replace(/\W+/g, '-'))
      mkdirSync(home)
      cells.push(...(await askFolder(installed, place, { sigstore, entry, home })))
    }
  } finally {
    await sigstore.close()
    rmSync(root, { recursive: true, force: true })
  }
  const counts = count(cells)
  console.log(`\n${table(cells)}\n\n${totals(counts)}`)
  if (json) writeFileSync(json, JSON.stringify({ ...counts, cells }, null, 2))
  return counts.failed === 0 ? 0 : 1
}

const { values } = parseArgs({ options: { json: { type: 'string' }, entry: { type: 'string', default: 'bundle' } } })
process.exitCode = await main(values)
