// Renovate's look-up: which updates it finds for somebody who uses charts that were released.
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type Cell, cell, type Where } from './cells.ts'
import { lastWords, succeed } from './execute.ts'
import { isMissing, type Missing, without } from './missing.ts'
import { nodePackage } from './packages.ts'

const version = '44.121.2'
export const renovateTitle = `renovate ${version}`

export type Renovate = { readonly file: string } | Missing

export function installRenovate(): Promise<Renovate> {
  return nodePackage({ name: 'renovate', version, file: 'node_modules/renovate/dist/renovate.js' })
}

interface Update {
  readonly updateType: string
  readonly newVersion?: string
  readonly newDigest?: string
  readonly releaseTimestamp?: string
}

/** What it says of a dependency in its report. */
export interface Dependency {
  readonly depName?: string
  readonly sourceUrl?: string
  readonly updates?: readonly Update[]
}

/** Dependencies by the file that names them. */
type Found = Readonly<Record<string, readonly Dependency[]>>

export interface User {
  /** Files by name, with what they depend on. */
  readonly files: Readonly<Record<string, string>>
  /** https://docs.renovatebot.com/configuration-options/#hostrules */
  readonly hostRules: readonly object[]
  readonly folder: string
  readonly env: Readonly<Record<string, string>>
}

export interface Expectation {
  readonly check: string
  expect(found: Found): void
}

/** Looks up once, and compares what it found with each expectation. */
export async function askRenovate(
  where: Where,
  renovate: Renovate,
  user: User,
  expectations: readonly Expectation[],
): Promise<readonly Cell[]> {
  if (isMissing(renovate)) return [{ ...where, check: 'finds updates', ...without(renovate) }]
  const found = lookUp(renovate.file, user)
  return Promise.all(expectations.map(({ check, expect }) => cell(where, check, async () => expect(await found))))
}

async function lookUp(program: string, { files, hostRules, folder, env }: User): Promise<Found> {
  const home = mkdtempSync(join(folder, 'renovate-'))
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(home, name)), { recursive: true })
    writeFileSync(join(home, name), text)
  }
  const config = join(home, 'config.json')
  const reportPath = join(home, 'report.json')
  writeFileSync(config, JSON.stringify({ ...settings, hostRules, reportPath, cacheDir: home, baseDir: home }))
  const run = { home, env: { ...env, RENOVATE_CONFIG_FILE: config, LOG_LEVEL: 'error' } }
  const ended = await succeed(process.execPath, [program], run)
  const found = readReport(readFileSync(reportPath, 'utf8'))
  if (Object.keys(found).length === 0) throw new Error(`it read no file: ${lastWords(ended)}`)
  return found
}

/** It looks at the files where it is started, and changes nothing. */
const settings = {
  platform: 'local',
  dryRun: 'lookup',
  reportType: 'file',
  onboarding: false,
  requireConfig: 'ignored',
  enabledManagers: ['helmv3', 'flux'],
  flux: { managerFilePatterns: ['/^flux/'] },
  pinDigests: true,
}

interface PackageFile {
  readonly packageFile: string
  readonly deps: readonly Dependency[]
}

interface Report {
  readonly repositories: Readonly<
    Record<string, { readonly packageFiles?: Readonly<Record<string, readonly PackageFile[]>> }>
  >
}

function readReport(text: string): Found {
  const { repositories } = JSON.parse(text) as Report
  const files = Object.values(repositories).flatMap(({ packageFiles = {} }) => Object.values(packageFiles).flat())
  return Object.fromEntries(files.map(({ packageFile, deps }) => [packageFile, deps]))
}

export function chartThatUses(name: string, at: string, repository: string): string {
  const dependencies = [{ name, version: at, repository }]
  return JSON.stringify({ apiVersion: 'v2', name: 'consumer', version: '0.1.0', dependencies })
}

/** Fails unless the one dependency in this file has an update with all of this. */
export function expectUpdate(found: Found, file: string, wanted: Readonly<Record<string, string>>): void {
  const updates = found[file]?.flatMap((each) => each.updates ?? []) ?? []
  const fits = (update: object) => Object.entries(wanted).every(([key, value]) => Reflect.get(update, key) === value)
  if (!updates.some(fits)) throw new Error(`it found ${JSON.stringify(found[file])}, not ${JSON.stringify(wanted)}`)
}
