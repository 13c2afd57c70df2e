import { join } from 'node:path'
import type { Files } from '../../ports/files.ts'
import { inProcesses } from './batches.ts'
import type { HelmCommand } from './command.ts'

const MAX_ARCHIVE = 128 * 1024 * 1024

type Packaged = Uint8Array | { readonly failed: string }

/**
 * `helm package a bad b` stops at `bad`: after a failure the rest is packaged one by one, so that each gets its own
 * message.
 */
export async function packageFolders(
  helm: HelmCommand,
  files: Files,
  folders: readonly string[],
): Promise<ReadonlyMap<string, Packaged>> {
  const batches = await inProcesses(folders, (batch) => packageBatch(helm, files, batch))
  return new Map(batches.flatMap((batch) => [...batch]))
}

async function packageBatch(
  helm: HelmCommand,
  files: Files,
  batch: readonly string[],
): Promise<ReadonlyMap<string, Packaged>> {
  const together = await packageTogether(helm, files, batch)
  if (!('failed' in together))
    return new Map(batch.map((folder, index) => [folder, together.archives[index] as Uint8Array]))
  if (batch.length === 1) return new Map([[batch[0] ?? '', { failed: together.failed }]])
  const results = new Map<string, Packaged>()
  for (const folder of batch) results.set(folder, await packageOne(helm, files, folder))
  return results
}

async function packageOne(helm: HelmCommand, files: Files, folder: string): Promise<Packaged> {
  const done = await packageTogether(helm, files, [folder])
  return 'failed' in done ? { failed: done.failed } : (done.archives[0] as Uint8Array)
}

/** Helm names each archive it wrote in the order of its arguments. */
async function packageTogether(
  helm: HelmCommand,
  files: Files,
  folders: readonly string[],
): Promise<{ readonly archives: readonly Uint8Array[] } | { readonly failed: string }> {
  const destination = await files.temporaryFolder('packages')
  const ran = await helm.run(['package', ...folders, '--destination', destination])
  if (ran.exitCode !== 0) return { failed: helm.said(ran) }
  const written = Buffer.from(ran.stdout)
    .toString()
    .split('\n')
    .flatMap((line) => /saved it to: (.+)$/.exec(line)?.[1] ?? [])
  // Two folders with one name and version overwrite each other; then archives can't be assigned to folders.
  if (new Set(written).size !== folders.length) return { failed: 'two charts of one name and version came together' }
  return { archives: await Promise.all(written.map((path) => files.read(join(path), MAX_ARCHIVE))) }
}
