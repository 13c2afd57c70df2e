import { mkdir, readdir, readFile } from 'node:fs/promises'
import { join, posix } from 'node:path'
import { parse } from 'yaml'
import type { Files } from '../git/repository.ts'
import { runProgram } from '../process/run-program.ts'
import type { World } from '../run/world.ts'

/** A problem of a chart as a run tells it. */
export interface ToldProblem {
  readonly hint: string
  readonly file: string
}

/** What a person knows that a hint can't: where things really are. */
export interface Person {
  readonly world: World
  /** Folder of the chart. */
  readonly chart: string
  /** Address of the repository that has what the charts want, and a version that it holds. */
  readonly repository: string
  readonly version: string
  /** Whether they take the way through the config file if a hint offers two. */
  readonly prefersConfig?: boolean
}

/** What somebody changes who reads a hint and does what it says; settings for the config file are apart. */
export interface Followed {
  readonly files: Files
  readonly settings?: unknown
}

/** Their Helm's home, which is also what an earlier step of the job leaves. */
export function helmHome({ repository: { root } }: World): string {
  return join(root, 'helm-home')
}

/** Follows a hint word for word, with a real Helm. Throws if it says nothing that can be done. */
export async function followHint({ hint, file }: ToldProblem, person: Person): Promise<Followed> {
  const line = /`(dependencies: \{.*\})` (?:in|into) the config file/.exec(hint)?.[1]
  const commands = [...hint.matchAll(/`(helm [^`]+)`/g)].map(([, command]) => command ?? '')
  if (line !== undefined && (commands.length === 0 || person.prefersConfig)) {
    return { files: {}, settings: parse(line.replaceAll('https://…', person.repository)) }
  }
  const edited = await editsIn(hint, file, person)
  await person.world.repository.write(edited)
  // Who changes the address needs no plugin.
  if (commands.length === 0 || hint.includes('where the plugin is')) return done(hint, edited)
  for (const command of commands) await helm(command, person)
  return done(hint, { ...edited, ...(await made(hint, person)) })
}

function done(hint: string, files: Files): Followed {
  if (Object.keys(files).length === 0 && !hint.includes('in a step before this one'))
    throw new Error(`What now? ${hint}`)
  return { files }
}

type Edit = (match: RegExpExecArray, text: string, person: Person) => string

/** What a hint asks to write, and what becomes of the chart's text. */
const EDITS: readonly (readonly [RegExp, Edit])[] = [
  [/Write a constraint\b.*? such as `([^`]+)`/, (match, text) => text.replace(/(\n {4}version: ).*/, `$1${match[1]}`)],
  [/Write the version that it needs/, (_, text, { version }) => text.replace(/(\n {4}version: ).*/, `$1${version}`)],
  [/write a version that it holds/, (_, text, { version }) => text.replace(/(\n {4}version: ).*/, `$1${version}`)],
  [/Use one version of that chart/, (_, text, { version }) => text.replaceAll(/(\n {4}version: ).*/g, `$1${version}`)],
  [/^Take it from https:\/\//, (_, text, { repository }) => text.replace(/(\n {4}repository: ).*/, `$1${repository}`)],
  [/Give one of them an `alias`/, (_, text) => `${text.trimEnd()}\n    alias: second\n`],
]

async function editsIn(hint: string, file: string, person: Person): Promise<Files> {
  const chartYaml = posix.join(person.chart, 'Chart.yaml')
  const text = await readFile(join(person.world.repository.folder, chartYaml), 'utf8')
  const edited = EDITS.reduce((now, [words, edit]) => {
    const match = words.exec(hint)
    return match ? edit(match, now, person) : now
  }, text)
  const deleted = /\bDelete (\S+?),? /.exec(hint)?.[1] ?? (/\bor delete it\b/.test(hint) ? vendoredIn(file) : undefined)
  const folder = /Commit the chart there/.test(hint) ? /file:\/\/([^\s"]+)/.exec(text)?.[1] : undefined
  const name = posix.basename(folder ?? '')
  return {
    ...(edited !== text && { [chartYaml]: edited }),
    ...(deleted !== undefined && { [deleted]: null }),
    ...(folder !== undefined && {
      [posix.join(person.chart, folder, 'Chart.yaml')]:
        `apiVersion: v2\nname: ${name}\nversion: 1.0.0\ntype: library\n`,
    }),
  }
}

/** The folder or archive in charts/ to which a file belongs. */
function vendoredIn(file: string): string {
  return /^.*?\/charts\/[^/]+(?=\/|$)/.exec(file.replace(/^charts\//, ''))?.[0].replace(/^/, 'charts/') ?? file
}

async function helm(command: string, { world, repository }: Person): Promise<void> {
  const args = command.replaceAll('https://…', repository).split(' ').slice(1)
  const isNameOnly = args[0] === 'repo' && args.length < 4
  const login = args[0] === 'registry' ? ['--username', 'ada', '--password', 'secret', '--plain-http'] : []
  const home = helmHome(world)
  await mkdir(home, { recursive: true })
  const env = { PATH: process.env.PATH, HOME: home }
  await runProgram(world.helm, [...args, ...(isNameOnly ? [repository] : []), ...login], {
    cwd: world.repository.folder,
    env,
  })
}

/** What Helm made, as far as the hint says to commit it; the rest is removed. */
async function made(hint: string, { world, chart }: Person): Promise<Files> {
  const { folder } = world.repository
  const read = async (path: string) => [path, await readFile(join(folder, path)).catch(() => null)] as const
  const locks = await Promise.all(['Chart.lock', 'requirements.lock'].map((name) => read(posix.join(chart, name))))
  const below = await readdir(join(folder, chart, 'charts')).catch(() => [])
  const archives = below.filter((name) => name.endsWith('.tgz')).map((name) => posix.join(chart, 'charts', name))
  const isAsked = /commit the (?:copy|archive)/.test(hint)
  const kept = isAsked ? await Promise.all(archives.map(read)) : archives.map((path) => [path, null] as const)
  return Object.fromEntries([...locks.filter(([, content]) => content !== null), ...kept])
}
