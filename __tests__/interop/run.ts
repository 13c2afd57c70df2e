// `npm run interop`: the bundled action publishes and signs, real clients read and verify. What they must agree on is the
// format, so nothing here uses our own client to judge; but for signed-elsewhere.ts, where they publish and we verify.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { helmPath } from '../support/helm/helm.ts'
import { startSigstore } from '../support/sigstore/sigstore.ts'
import { type Cell, cell, count, table, totals } from './cells.ts'
import { askFolder } from './folders/folder.ts'
import { folderPlaces } from './folders/places.ts'
import { isMissing } from './missing.ts'
import { notRun } from './not-run.ts'
import { interopPage } from './page.ts'
import { askGarbage } from './registries/garbage.ts'
import { registryPlaces } from './registries/list.ts'
import { titleOf } from './registries/registry.ts'
import { visit } from './registries/visit.ts'
import type { Release } from './release.ts'
import { installRenovate } from './renovate.ts'
import { askRealServices } from './services/ask.ts'
import { openForeignRegistry, openTrust, publishForeignFolder, type Setting } from './setting.ts'
import { askAboutCosign } from './signed-elsewhere.ts'
import { type Builds, goProgram, type ToolName, type Tools } from './tools.ts'
import { verifiers } from './verifiers/list.ts'

interface Options {
  readonly build: Builds
  /** The action: `bundle`, `source` or a file. */
  readonly entry: string
}

const servers = ['registry', 'versitygw', 'ggcr', 'gitea', 'fulcio', 'timestampAuthority', 'tesseract'] as const
const programs = [...servers, 'actionlint', 'helm3', 'helm4', 'cosign2', 'cosign3'] as const

async function installTools(build: Builds): Promise<Tools> {
  const found: Partial<Record<ToolName, Tools[ToolName]>> = {}
  // One after another: a build takes all processors as it is.
  for (const name of programs) found[name] = await goProgram(name, build)
  return found as Tools
}

async function installVerifiers(build: Builds): Promise<Setting['verifiers']> {
  const found: Setting['verifiers'][number][] = []
  for (const verifier of verifiers) found.push({ verifier, program: await verifier.install({ build }) })
  return found
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

async function askAll(setting: Setting, root: string): Promise<readonly Cell[]> {
  const cells: Cell[] = []
  const releases: { registry: string; release: Release }[] = []
  const folderFor = (name: string) => {
    const folder = join(root, name.replace(/\W+/g, '-'))
    mkdirSync(folder)
    return folder
  }
  for (const place of registryPlaces) {
    const registry = titleOf(place)
    const { cells: found, release } = await visit(place, setting, folderFor(registry))
    cells.push(...found)
    if (release) releases.push({ registry, release })
  }
  if (releases.length > 1) cells.push(await sameBytes(releases))
  cells.push(...(await askAboutCosign({ ...setting, home: root })))
  cells.push(...(await askRealServices({ ...setting, home: root })))
  cells.push(...(await askGarbage({ ...setting, home: root })))
  for (const place of folderPlaces) cells.push(...(await askFolder(place, setting, folderFor(place.registry))))
  return [...cells, ...notRun]
}

async function runMatrix({ build, entry }: Options): Promise<readonly Cell[]> {
  const tools = await installTools(build)
  const asked = await installVerifiers(build)
  const renovate = await installRenovate()
  for (const [name, tool] of Object.entries(tools))
    console.log(isMissing(tool) ? `${name}: not here: ${tool.why}` : `${name}: ${tool.version}`)
  const root = mkdtempSync(join(tmpdir(), 'interop-'))
  const sigstore = await startSigstore()
  try {
    await using trust = await openTrust(sigstore, root)
    const stranger = {
      sigstore,
      entry,
      folder: root,
      helm: isMissing(tools.helm4) ? await helmPath(4) : tools.helm4.file,
    }
    await using foreign = await openForeignRegistry(stranger)
    const foreignFolder = await publishForeignFolder(stranger)
    return await askAll({ tools, verifiers: asked, renovate, sigstore, trust, foreign, foreignFolder, entry }, root)
  } finally {
    await sigstore.close()
    rmSync(root, { recursive: true, force: true })
  }
}

const { values } = parseArgs({
  options: {
    json: { type: 'string' },
    docs: { type: 'string' },
    entry: { type: 'string', default: 'bundle' },
    'no-build': { type: 'boolean', default: false },
    slow: { type: 'boolean', default: false },
  },
})
const wanted = values.slow ? 'all' : 'quick'
const cells = await runMatrix({ build: values['no-build'] ? 'nothing' : wanted, entry: values.entry })
const counts = count(cells)
console.log(`\n${table(cells)}\n\n${totals(counts)}`)
if (values.json) writeFileSync(values.json, JSON.stringify({ ...counts, cells }, null, 2))
if (values.docs) writeFileSync(values.docs, interopPage(cells))
process.exitCode = counts.failed === 0 ? 0 : 1
