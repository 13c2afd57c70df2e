import { mkdir, readdir, readFile } from 'node:fs/promises'
import { basename, join, relative } from 'node:path'
import { aRepository, type Files } from '../../support/git/repository.ts'
import { runAction, type WorkflowRun } from '../../support/run/workflow.ts'
import { filesBelow } from './helm-charts.ts'

/** What the action makes of a chart. */
export interface OwnResult {
  /** Absent if it was released: code and sentence of the first error. */
  readonly refused?: string
  readonly archive?: Uint8Array
}

/** Releases the chart, which is alone in a repository, to a folder. */
export async function byUs(helmFolder: string, chart: string): Promise<OwnResult> {
  const repository = await aRepository({ files: await filesOf(chart, `charts/${basename(chart)}`) })
  try {
    const folder = join(repository.root, 'published')
    await mkdir(folder)
    const run = await runAction(repository, {
      inputs: {
        targets: `dir:${folder}?url=https://charts.example.com`,
        sign: 'none',
        charts: `charts/${basename(chart)}`,
      },
      path: [helmFolder],
    })
    const archive = (await readdir(folder).catch(() => [])).find((name) => name.endsWith('.tgz'))
    if (archive && run.exitCode === 0) return { archive: await readFile(join(folder, archive)) }
    return { refused: whyOf(run) }
  } finally {
    await repository.remove()
  }
}

function whyOf({ annotations, stdout, exitCode }: WorkflowRun): string {
  const error = annotations.find(({ level }) => level === 'error')
  const at = error?.properties?.file ? ` (${error.properties.file}:${error.properties.line ?? '?'})` : ''
  return error ? `${error.message.split('\n')[0]}${at}` : `exit ${exitCode}: ${stdout.slice(-300)}`
}

async function filesOf(folder: string, to: string): Promise<Files> {
  const files = await filesBelow(folder)
  return Object.fromEntries(
    await Promise.all(files.map(async (file) => [`${to}/${relative(folder, file)}`, await readFile(file)] as const)),
  )
}
