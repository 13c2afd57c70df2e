import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Cell, cell, type Where } from './cells.ts'
import { execute, lastWords, succeed } from './execute.ts'
import type { Release } from './release.ts'

interface Question {
  readonly check: string
  readonly ask: (helm: Helm, release: Release) => Promise<void>
}

interface Helm {
  /** What a command that asks the registry gets besides. */
  readonly access: readonly string[]
  readonly run: (...args: readonly string[]) => ReturnType<typeof succeed>
  readonly tryRun: (...args: readonly string[]) => ReturnType<typeof execute>
  /** A new folder. */
  readonly folder: () => string
}

/** Pulls into a new folder and compares the one archive there with what the registry says it holds. */
async function pull(helm: Helm, digest: string, ...args: readonly string[]): Promise<string> {
  const folder = helm.folder()
  await helm.run('pull', ...args, ...helm.access, '--destination', folder)
  const files = readdirSync(folder)
  if (files.length !== 1) throw new Error(`pulled ${files.join(', ') || 'nothing'}`)
  const file = join(folder, `${files[0]}`)
  const found = `sha256:${createHash('sha256').update(readFileSync(file)).digest('hex')}`
  if (found !== digest) throw new Error(`pulled ${found}, the registry holds ${digest}`)
  return file
}

function mustSay(text: string, expected: RegExp): void {
  if (!expected.test(text)) throw new Error(`said nothing like ${expected}: ${text.slice(0, 300)}`)
}

const questions: readonly Question[] = [
  {
    check: 'pulls by version, the bytes that were published',
    async ask(helm, { app }) {
      await pull(helm, app.archiveDigest, app.reference, '--version', app.version)
    },
  },
  {
    check: 'pulls by digest',
    async ask(helm, { app }) {
      await pull(helm, app.archiveDigest, `${app.reference}@${app.digest}`)
    },
  },
  {
    check: 'pulls the release before, still the same',
    async ask(helm, { before }) {
      await pull(helm, before.archiveDigest, before.reference, '--version', before.version)
    },
  },
  {
    check: 'finds the newest version among the tags',
    async ask(helm, { app }) {
      await pull(helm, app.archiveDigest, app.reference)
    },
  },
  {
    check: 'resolves a range of versions',
    async ask(helm, { app, before }) {
      const range = ['--version', `~${before.version}`]
      const { stdout } = await helm.run('show', 'chart', app.reference, ...range, ...helm.access)
      mustSay(stdout, new RegExp(`^version: ${app.version}$`, 'm'))
    },
  },
  {
    check: 'shows the chart',
    async ask(helm, { app }) {
      const { stdout } = await helm.run('show', 'chart', app.reference, '--version', app.version, ...helm.access)
      mustSay(stdout, /^name: app$/m)
    },
  },
  {
    check: 'pulls a version with build metadata',
    async ask(helm, { meta }) {
      await pull(helm, meta.archiveDigest, meta.reference, '--version', meta.version)
    },
  },
  {
    check: 'renders what it pulled, with the library chart inside',
    async ask(helm, { app }) {
      const file = await pull(helm, app.archiveDigest, app.reference, '--version', app.version)
      mustSay((await helm.run('template', 'demo', file)).stdout, /app\.example\/from: common/)
    },
  },
  {
    check: 'takes it as a dependency, with a lock',
    async ask(helm, { app, writeChart }) {
      const folder = writeChart(helm.folder(), app)
      await helm.run('dependency', 'update', folder, ...helm.access)
      mustSay((await helm.run('dependency', 'list', folder)).stdout, /^app\s.*\sok\s*$/m)
    },
  },
  {
    check: 'does not find a version that was not released',
    async ask(helm, { app }) {
      const ended = await helm.tryRun('pull', app.reference, '--version', '99.0.0', ...helm.access)
      if (ended.exitCode === 0) throw new Error('pulled it all the same')
      mustSay(lastWords(ended), /not found|no such/i)
    },
  },
]

export interface HelmClient {
  /** Helm's binary. */
  readonly program: string
  /** A folder for everything that it writes. */
  readonly home: string
  readonly env: Readonly<Record<string, string>>
  /** Whether the registry has TLS. */
  readonly tls: boolean
}

function open({ program, home, env, tls }: HelmClient): Helm {
  return {
    access: tls ? [] : ['--plain-http'],
    run: (...args) => succeed(program, args, { home, env }),
    tryRun: (...args) => execute(program, args, { home, env }),
    folder: () => mkdtempSync(join(home, 'helm-')),
  }
}

/** What Helm makes of a release. */
export function askHelm(where: Where, client: HelmClient, release: Release): Promise<Cell[]> {
  const helm = open(client)
  const cells = questions.map(({ check, ask }) => cell(where, check, () => ask(helm, release)))
  const cannot: Cell = {
    ...where,
    check: 'verifies who signed the chart',
    outcome: 'n/a',
    detail: 'Helm checks .prov files with OpenPGP keys; it cannot express a workflow identity',
  }
  return Promise.all([...cells, Promise.resolve(cannot)])
}

/** Fails unless Helm pulls the newest release as it was published. */
export async function pullsNewest(client: HelmClient, { app }: Release): Promise<void> {
  await pull(open(client), app.archiveDigest, app.reference, '--version', app.version)
}
