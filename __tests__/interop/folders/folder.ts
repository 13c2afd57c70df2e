// A release to `dir:` or `s3://`, served by nginx, and what Helm and verifiers make of it.
import { chmodSync, mkdirSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { type Cell, cell, type Where } from '../cells.ts'
import { fileExhibits, formsBeside, type SignedFiles } from '../exhibits/file-exhibits.ts'
import { fileForms } from '../exhibits/forms.ts'
import { isMissing, without } from '../missing.ts'
import { identity } from '../release.ts'
import type { Setting } from '../setting.ts'
import { toolTitle } from '../tools.ts'
import { askOrSay, type Scene, storesAll, verifierTitle } from '../verifiers/ask.ts'
import { askHelm } from './helm.ts'
import { type StaticServer, startNginx } from './nginx.ts'
import type { FolderPlace, OpenFolder } from './places.ts'
import { publishFolder } from './publish.ts'
import { lookUpIndex } from './renovate.ts'

interface Served extends Pick<StaticServer, 'url' | 'caFile'>, Pick<OpenFolder, 'folder'> {
  readonly registry: string
  /** A folder for what belongs to this place. */
  readonly home: string
  readonly setting: Setting
}

/** Releases two versions to a place of files, serves it with TLS and asks every client. */
export async function askFolder(place: FolderPlace, setting: Setting, home: string): Promise<readonly Cell[]> {
  const where = { registry: place.registry, client: 'release-charts' }
  const check = 'releases two versions'
  const { helm4 } = setting.tools
  if (isMissing(helm4)) return [{ ...where, check, ...without(helm4) }]
  const opened = await place.open(setting.tools)
  if (isMissing(opened)) return [{ ...where, check, ...without(opened) }]
  // Started by root, nginx reads as another user: what is published has to be readable for it.
  for (const folder of [dirname(opened.folder), opened.folder]) if (folder !== tmpdir()) chmodSync(folder, 0o755)
  try {
    const server = await startNginx(opened.folder, home)
    if ('why' in server) return [{ ...where, check, outcome: 'skipped', detail: server.why }]
    try {
      const release = { target: opened.target(server.url), env: opened.env, home, helm: helm4.file }
      const published = await cell(where, check, () => publishFolder({ ...setting, ...release }))
      if (published.outcome !== 'passed') return [published]
      const { url, caFile } = server
      return [published, ...(await askClients({ ...place, url, caFile, folder: opened.folder, home, setting }))]
    } finally {
      await server.close()
    }
  } finally {
    await opened.close()
  }
}

async function askClients(served: Served): Promise<readonly Cell[]> {
  const { setting, home, registry } = served
  const cells: Cell[] = []
  for (const name of ['helm3', 'helm4'] as const) {
    const tool = setting.tools[name]
    const where: Where = { registry, client: toolTitle(name) }
    const client = { ...served, home: mkdtempSync(join(home, `${name}-`)) }
    if (isMissing(tool)) cells.push({ ...where, check: 'reads it', ...without(tool) })
    else cells.push(...(await askHelm(where, { ...client, file: tool.file })))
  }
  const scene = sceneOf(served)
  cells.push(await storesAll({ registry, client: 'release-charts' }, scene, fileForms))
  for (const asked of setting.verifiers)
    cells.push(...(await askOrSay({ registry, client: verifierTitle(asked.verifier) }, asked, scene)))
  return [...cells, ...(await lookUpIndex(served, setting.renovate))]
}

function sceneOf({ folder, home, setting }: Served): Scene {
  const exhibits = join(home, 'exhibits')
  mkdirSync(exhibits)
  return {
    exhibits: fileExhibits(filesIn(folder), filesIn(setting.foreignFolder), exhibits),
    forms: formsBeside(filesIn(folder)),
    identity,
    trust: setting.trust,
    home: exhibits,
    env: {},
  }
}

function filesIn(folder: string): SignedFiles {
  const archive = join(folder, 'app-1.0.1.tgz')
  return { 'the archive': archive, "the archive's provenance": archive, 'the index': join(folder, 'index.yaml') }
}
