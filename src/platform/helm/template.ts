import type { Templated, TemplateOptions } from '../../ports/helm.ts'
import type { HelmCommand } from './command.ts'

/** One real chart takes 5.4 seconds, all others far below one. */
const TIMEOUT_MS = 20_000
const MAX_MEMORY_BYTES = 1024 ** 3
/** The largest real charts write some 5 MB. */
const MAX_OUTPUT_BYTES = 64 * 1024 * 1024

/**
 * One process per values file: `helm template` takes one chart. Templates are untrusted programs
 * (docs/threat-model.md), so they reach no cluster, no network and no more than these limits. The values come by stdin,
 * never by a file.
 */
export async function template(
  helm: HelmCommand,
  folder: string,
  { values, isUpgrade = false, timeoutMs = TIMEOUT_MS }: TemplateOptions = {},
): Promise<Templated> {
  const limits = { timeoutMs, maxMemoryBytes: MAX_MEMORY_BYTES }
  const upgrade = isUpgrade ? ['--is-upgrade'] : []
  const args = ['template', 'release-name', folder, '--namespace', 'release-namespace', ...upgrade]
  const ran = await helm.run(values === undefined ? args : [...args, '--values', '-'], {
    limits,
    maxOutputBytes: MAX_OUTPUT_BYTES,
    ...(values !== undefined && { input: values }),
  })
  if (ran.exitCode === 0 && !ran.killed) return { manifests: Buffer.from(ran.stdout).toString() }
  return { failed: helm.said(ran, limits), stopped: ran.killed !== undefined || ran.signal !== undefined }
}
