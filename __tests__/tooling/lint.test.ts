import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { projectRoot } from '../support/places.ts'
import { runProgram } from '../support/process/run-program.ts'

/** Snippets that must not pass: where it stands, its text, and what the linter says (a rule, or the plugin's words). */
const refused: readonly (readonly [title: string, file: string, text: string, says: string])[] = [
  ['the runner outside platform', 'src/plan/a.ts', "import { getInput } from '@actions/core'", 'noRestrictedImports'],
  ['the runner, in types only', 'src/report/a.ts', "import type { X } from '@actions/core'", 'noRestrictedImports'],
  ['files outside platform', 'src/plan/b.ts', "import { readFile } from 'node:fs/promises'", 'noRestrictedImports'],
  ['files, imported late', 'src/plan/c.ts', "export const lazy = () => import('node:fs')", 'noRestrictedImports'],
  ['child processes', 'src/chart/a.ts', "import { spawn } from 'node:child_process'", 'noRestrictedImports'],
  ['timers by import', 'src/chart/b.ts', "import { setTimeout } from 'node:timers/promises'", 'noRestrictedImports'],
  ['the process by import', 'src/chart/p.ts', "import { env } from 'node:process'", 'noRestrictedImports'],
  ['old names of built-ins', 'src/chart/q.ts', "import { readFileSync } from 'fs'", 'useNodejsImportProtocol'],
  ['undici', 'src/targets/oci/a.ts', "import { fetch } from 'undici'", 'noRestrictedImports'],
  ['fetch', 'src/targets/oci/b.ts', "export const a = fetch('https://example.test')", 'noRestrictedGlobals'],
  ['the environment', 'src/inputs.ts', 'export const a = process.env.HOME', 'noRestrictedGlobals'],
  ['the environment by the global object', 'src/a.ts', 'export const a = globalThis.process', 'noRestrictedGlobals'],
  ['setTimeout', 'src/signing/a.ts', 'export const a = setTimeout(() => 1, 5)', 'noRestrictedGlobals'],
  ['setInterval', 'src/signing/b.ts', 'export const a = setInterval(() => 1, 5)', 'noRestrictedGlobals'],
  ['console', 'src/report/b.ts', "console.log('x')", 'noConsole'],
  ['console, also in platform', 'src/platform/a.ts', "console.log('x')", 'noConsole'],
  ['the clock', 'src/plan/d.ts', 'export const a = Date.now()', 'The clock and chance'],
  ['the clock as a value', 'src/plan/e.ts', 'export const a = [1].map(Date.now)', 'The clock and chance'],
  ['the clock taken apart', 'src/plan/o.ts', 'export const { now } = Date', 'The clock and chance'],
  ['a date of now', 'src/plan/f.ts', 'export const a = new Date()', 'The clock and chance'],
  ['a date of now without brackets', 'src/plan/g.ts', 'export const a = new Date', 'The clock and chance'],
  ['chance', 'src/plan/h.ts', 'export const a = Math.random()', 'The clock and chance'],
  ['Sigstore outside signing', 'src/targets/oci/c.ts', "import { x } from '@sigstore/verify'", '@sigstore/*'],
  ['Sigstore in types', 'src/report/c.ts', "export type A = import('@sigstore/core').X", '@sigstore/*'],
  ['Sigstore imported late', 'src/release.ts', "export const a = () => import('@sigstore/tuf')", '@sigstore/*'],
  ['a package imported late', 'src/inputs2.ts', "export const a = () => import('zod')", 'takes a file of our own'],
  ['a package in the model', 'src/model/a.ts', "import { parse } from 'yaml'", 'src/model imports nothing'],
  ['a default export', 'src/plan/i.ts', 'export default 1', 'noDefaultExport'],
  ['any', 'src/plan/j.ts', 'export const a: any = 1', 'noExplicitAny'],
  ['an enum', 'src/plan/k.ts', 'export enum A {\n  B,\n}', 'noEnum'],
  ['a non-null assertion', 'src/plan/l.ts', 'export const a = (b?: { c: 1 }) => b!.c', 'noNonNullAssertion'],
  ['a file that is too long', 'src/plan/m.ts', 'export const a = 1\n'.repeat(221), 'noExcessiveLinesPerFile'],
  [
    'a promise that nobody awaits',
    'src/plan/s.ts',
    'async function work(): Promise<void> {}\nexport function start(): void {\n  work()\n}\n',
    'noFloatingPromises',
  ],
  [
    'a promise as a condition',
    'src/plan/t.ts',
    'async function has(): Promise<boolean> {\n  return true\n}\nexport function ask(): number {\n  return has() ? 1 : 2\n}\n',
    'noMisusedPromises',
  ],
  ['a circle', 'src/plan/n.ts', "import { z } from './z.ts'\nexport const n = z", 'noImportCycles'],
  ['a class that is only a bag', 'src/plan/r.ts', 'export class A {\n  static b() {}\n}', 'noStaticOnlyClass'],
  [
    'an object as a table',
    'src/plan/tables-1.ts',
    "const A: Readonly<Record<string, string>> = { b: 'c' }\nexport const d = (e: string) => A[e]",
    'A table of names is a Map',
  ],
  [
    'an object that is filled like a table',
    'src/plan/tables-2.ts',
    'export const a = (b: string) => {\n  const c: Record<string, number> = {}\n  c[b] = 1\n  return c\n}',
    'A table of names is a Map',
  ],
  [
    'a name sought in an object',
    'src/plan/u.ts',
    'export const a = (b: string, c: object) => b in c',
    'A table of names',
  ],
  ['a process in a unit test', '__tests__/unit/c.test.ts', "import 'node:child_process'", 'A unit test is pure'],
  [
    'a server in a unit test',
    '__tests__/unit/d.test.ts',
    "import { createServer } from 'node:http'",
    'A unit test is pure',
  ],
  ['a socket in a unit test', '__tests__/unit/e.test.ts', "export const a = import('node:net')", 'A unit test is pure'],
  [
    'a git repository in a unit test',
    '__tests__/unit/plan/f.test.ts',
    "import { git } from '../../support/git/repository.ts'",
    'A unit test is pure',
  ],
  [
    'a world in a unit test',
    '__tests__/unit/plan/scope/g.test.ts',
    "import { aWorld } from '../../../support/run/world.ts'",
    'A unit test is pure',
  ],
  [
    'a Sigstore in a unit test',
    '__tests__/unit/h.test.ts',
    "import { startSigstore } from '../support/sigstore/sigstore.ts'",
    'A unit test is pure',
  ],
  ['the whole action in a unit test', '__tests__/unit/i.test.ts', "import '../../src/main.ts'", 'A unit test is pure'],
  ['a focused test', '__tests__/unit/a.test.ts', "it.only('works', () => {})", 'noFocusedTests'],
]

const allowed: readonly (readonly [title: string, file: string, text: string])[] = [
  ['platform reads files and the clock', 'src/platform/b.ts', "import 'node:fs'\nexport const now = () => new Date()"],
  ['platform speaks to the runner', 'src/platform/c.ts', "import { getInput } from '@actions/core'\ngetInput('x')"],
  ['the entry sees the process', 'src/main.ts', 'process.exitCode = 1'],
  ['signing uses Sigstore', 'src/signing/c.ts', "import '@sigstore/verify'"],
  [
    'everybody computes digests',
    'src/chart/c.ts',
    "import 'node:crypto'\nimport 'node:path/posix'\nimport 'node:zlib'",
  ],
  [
    'a table may be a Map, and a known name may be sought',
    'src/plan/v.ts',
    "const A: ReadonlyMap<string, string> = new Map([['b', 'c']])\nexport const d = (e: object) => ('f' in e ? A.get('b') : 1)",
  ],
  ['a given time is a value', 'src/chart/d.ts', 'export const a = new Date(0)'],
  ['the model uses itself', 'src/model/d.ts', "import './e.ts'\nexport type A = import('./e.ts').X"],
  ['our own files may come late', 'src/late.ts', "export const a = () => import('./plan/late.ts')"],
  ['types of packages are types', 'src/late2.ts', "export type A = import('zod').ZodType"],
  ['tests do what they need', '__tests__/unit/b.test.ts', "import 'node:fs'\nexport const a = () => Date.now()"],
  [
    'unit tests take values that tests share',
    '__tests__/unit/j.test.ts',
    "import '../support/charts/three-charts.ts'\nimport '../support/sigstore/issuer.ts'",
  ],
  ['component tests start what they need', '__tests__/component/a.test.ts', "import '../support/run/world.ts'"],
  ['scripts do what they need', 'scripts/a.ts', 'console.log(process.argv, new Date())'],
]

interface Diagnostic {
  readonly category: string
  readonly message: string
  readonly severity: string
  readonly location: { readonly path: string }
}

let folder = ''
let diagnostics: readonly Diagnostic[] = []

/** What Biome says of one snippet: rule names and messages, only of errors. */
function saidOf(file: string): string {
  return diagnostics
    .filter(({ severity, location }) => severity === 'error' && location.path.endsWith(file))
    .map(({ category, message }) => `${category}: ${message}`)
    .join('\n')
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lint-'))
  await cp(join(projectRoot, 'biome.json'), join(folder, 'biome.json'))
  await cp(join(projectRoot, 'scripts/lint'), join(folder, 'scripts/lint'), { recursive: true })
  const circle = ['a circle closed', 'src/plan/z.ts', "import { n } from './n.ts'\nexport const z = n"] as const
  for (const [, file, text] of [...refused, ...allowed, circle]) {
    await mkdir(dirname(join(folder, file)), { recursive: true })
    await writeFile(join(folder, file), `${text}\n`)
  }
  const biome = join(projectRoot, 'node_modules/.bin/biome')
  const args = ['lint', '--reporter=json', '--max-diagnostics=none', '.']
  const { stdout } = await runProgram(biome, args, { cwd: folder }).catch((failed) => failed)
  diagnostics = JSON.parse(stdout).diagnostics
})

afterAll(() => rm(folder, { recursive: true, force: true }))

describe('the linter', () => {
  it.each(refused)('refuses %s (%s)', (_, file, __, says) => {
    expect(saidOf(file)).toContain(says)
  })

  it.each(allowed)('lets pass: %s (%s)', (_, file) => {
    expect(saidOf(file)).toBe('')
  })
})
