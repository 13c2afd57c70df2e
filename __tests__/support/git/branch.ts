import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import type { Beside } from '../../contract/harness.ts'

/** What a commit holds never changes: each answer of git is asked for once. */
const answers = new Map<string, Buffer | undefined>()

function answerOf(origin: string, args: readonly string[]): Buffer | undefined {
  const key = JSON.stringify([origin, ...args])
  if (!answers.has(key)) answers.set(key, ask(origin, args))
  return answers.get(key)
}

/** `undefined` if git refuses, as for a file that is not there. */
function ask(origin: string, args: readonly string[]): Buffer | undefined {
  try {
    return inBare(origin, args)
  } catch {
    return undefined
  }
}

/** The commit of gh-pages; no ref of these repositories is ever packed. */
function headOf(origin: string): string | undefined {
  const file = join(origin, 'refs/heads/gh-pages')
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined
}

function fileOf(origin: string, path: string): Buffer | undefined {
  const head = headOf(origin)
  return head === undefined ? undefined : answerOf(origin, ['show', `${head}:${path}`])
}

/** The versions of a chart as a consumer reads them from the index, without any code of the target. */
export function versionsOn(origin: string, folder: string, name: string): readonly string[] {
  const text = fileOf(origin, `${folder}index.yaml`)?.toString()
  const index = text === undefined ? undefined : (parse(text) as Index)
  return (index?.entries[name] ?? []).map(({ version }) => version)
}

interface Index {
  readonly entries: Readonly<Record<string, readonly { readonly version: string }[]>>
}

/** The files of one folder of gh-pages, as they are stored. */
export function besideOn(origin: string, folder: string): Beside {
  const inFolder = (file: string) => file.startsWith(folder) && !file.slice(folder.length).includes('/')
  const all = () => {
    const head = headOf(origin)
    return head === undefined ? '' : (answerOf(origin, ['ls-tree', '-r', '--name-only', head])?.toString().trim() ?? '')
  }
  return {
    list: () =>
      all()
        .split('\n')
        .filter((file) => file !== '' && inFolder(file))
        .map((file) => file.slice(folder.length)),
    read: (file) => fileOf(origin, folder + file),
    write: (file, content) => changeBranch(origin, { [folder + file]: content }),
  }
}

/** Commits on gh-pages behind everybody's back; `undefined` deletes a file. */
export function changeBranch(origin: string, files: Readonly<Record<string, string | Buffer | undefined>>): void {
  const head = headOf(origin)
  const changes = Object.entries(files).flatMap(([path, content]) =>
    content === undefined ? [`D ${path}\n`] : [`M 100644 inline ${path}\n`, ...dataOf(content)],
  )
  const begin = ['commit refs/heads/gh-pages\n', 'committer a <a@b> 0 +0000\n', ...dataOf('by hand')]
  const stream = [...begin, ...(head === undefined ? [] : [`from ${head}\n`]), ...changes]
  inBare(origin, ['fast-import', '--quiet'], Buffer.concat(stream.map((part) => Buffer.from(part))))
}

function dataOf(content: string | Buffer): readonly (string | Buffer)[] {
  return [`data ${Buffer.byteLength(content)}\n`, content, '\n']
}

function inBare(origin: string, args: readonly string[], input: string | Buffer = ''): Buffer {
  const env = { PATH: process.env.PATH, HOME: origin }
  return execFileSync('git', args, { cwd: origin, input, env, stdio: ['pipe', 'pipe', 'ignore'] })
}
