import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { RunOptions, WorkflowRun } from '../run/workflow.ts'
import type { World } from '../run/world.ts'

export interface BuiltPart {
  readonly run: WorkflowRun
  /** What lies there is what travels to the other job. */
  readonly folder: string
  readonly digest: string
}

/** Variables that only the second job has. */
const RIGHTS = { ACTIONS_ID_TOKEN_REQUEST_URL: undefined, ACTIONS_ID_TOKEN_REQUEST_TOKEN: undefined }

/** The first job of the reusable workflow: without a right to sign, and with Helm. */
export async function buildPart(world: World, options: RunOptions = {}): Promise<BuiltPart> {
  const folder = join(await mkdtemp(join(world.repository.root, 'part-')), 'handover')
  const inputs = { ...options.inputs, part: 'build', handover: folder }
  const run = await world.release({ ...options, env: { ...RIGHTS, ...options.env }, inputs })
  return { run, folder, digest: run.outputs['handover-digest'] ?? '' }
}

/** The second job: on another machine, where every `helm` on PATH fails and leaves a trace. */
export async function releasePart(
  world: World,
  { folder, digest }: Pick<BuiltPart, 'folder' | 'digest'>,
  options: RunOptions = {},
): Promise<WorkflowRun & { readonly helmRan: string }> {
  const bin = join(await mkdtemp(join(world.repository.root, 'no-helm-')), 'bin')
  await mkdir(bin)
  await writeFile(join(bin, 'helm'), `#!/bin/sh\necho "$@" >>"${bin}/ran"\nexit 1\n`, { mode: 0o755 })
  await writeFile(join(bin, 'ran'), '')
  const inputs = { ...options.inputs, part: 'release', handover: folder, 'handover-digest': digest }
  const run = await world.release({ ...options, inputs, path: [bin, ...(options.path ?? [])] })
  return { ...run, helmRan: await readFile(join(bin, 'ran'), 'utf8') }
}
