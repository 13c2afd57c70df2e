import { readdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { WorkflowRun } from '../run/workflow.ts'
import type { Call } from '../scenes/recorder.ts'
import { forms } from './secret-forms.ts'

export interface Keep {
  /** What must not be shown, with the name that a test tells it by. */
  readonly secrets: ReadonlyMap<string, string>
  /** Files of the commit that hold it, by path from the root of the repository. */
  readonly planted?: readonly string[]
}

/**
 * Every place where a secret can be found after a run, in any form, as `<name> in <place>`: what it printed (commands to mask
 * left out), told to the runner, left in its temporary folder, its home and the checkout, and gave its children as arguments
 * or environment.
 */
export async function leaksIn(
  run: WorkflowRun,
  calls: readonly Call[],
  { secrets, planted = [] }: Keep,
): Promise<readonly string[]> {
  const places = [...placesIn(run), ...placesOf(calls), ...(await filesLeft(run, planted))]
  return [...secrets].flatMap(([value, name]) =>
    places
      .filter(({ text }) => forms(value).some((form) => text.includes(form)))
      .map(({ place }) => `${name} in ${place}`),
  )
}

interface Place {
  readonly place: string
  readonly text: string
}

function placesIn({ stdout, stderr, outputs, summary }: WorkflowRun): readonly Place[] {
  const shown = stdout.split('\n').filter((line) => !line.startsWith('::add-mask::'))
  return [
    { place: 'the log', text: shown.join('\n') },
    { place: 'stderr', text: stderr },
    { place: 'the summary', text: summary },
    ...Object.entries(outputs).map(([name, text]) => ({ place: `the output ${name}`, text })),
  ]
}

/**
 * git's own way to be told a header, and the way to a proxy, is its environment, so that it stands in no process list; only
 * there it may be.
 */
function placesOf(calls: readonly Call[]): readonly Place[] {
  return calls.flatMap(({ program, argv, env }) => [
    { place: `arguments of ${program} ${argv[0]}`, text: argv.join('\n') },
    ...Object.entries(env)
      .filter(([name]) => !(program === 'git' && /^(GIT_CONFIG_VALUE_\d+|https?_proxy)$/i.test(name)))
      .map(([name, text]) => ({ place: `${name} of ${program} ${argv[0]}`, text })),
  ])
}

async function filesLeft({ temp, workspace }: WorkflowRun, planted: readonly string[]): Promise<readonly Place[]> {
  const folder = dirname(temp)
  const files = [
    ...(await filesBelow(temp)),
    ...(await filesBelow(join(folder, 'home'))),
    ...(await filesBelow(workspace)).filter((file) => !planted.includes(file.slice(workspace.length + 1))),
    ...['output', 'summary', 'env', 'path', 'state'].map((name) => join(folder, name)),
  ]
  return Promise.all(files.map(async (file) => ({ place: file, text: await readFile(file, 'utf8') })))
}

async function filesBelow(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
}
