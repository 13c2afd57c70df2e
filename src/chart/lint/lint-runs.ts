import { posix } from 'node:path'
import { mapConcurrent } from '../../model/async/concurrency.ts'
import type { Linting } from '../../model/linting.ts'
import type { Files } from '../../ports/files.ts'
import type { Helm, Linted, LintOptions } from '../../ports/helm.ts'

const WRITES_AT_ONCE = 8
const PROCESSES_AT_ONCE = 4

/** An archive that is written for Helm. */
export interface WrittenArchive {
  /** Absolute path of the archive. */
  readonly archivePath: string
  readonly linting?: Linting
}

/** What Helm made of a chart with one set of values. */
export interface LintRun extends Linted {
  /** The values file, from the chart's folder; absent for the chart's defaults. */
  readonly valuesPath?: string
  /** The values file as Helm was given it. */
  readonly writtenAs?: string
}

const STOPPED: Linted = { failed: true, messages: ['ERROR Helm was stopped before'], isStopped: true }

interface Planned<T> {
  readonly one: T
  readonly options: LintOptions
  readonly valuesPath?: string
}

/** Charts that are linted in the same way share processes; each values file takes one of its own, a few side by side. */
export async function lintEach<T extends WrittenArchive>(
  archives: readonly T[],
  { helm, files, folder }: { readonly helm: Helm; readonly files: Files; readonly folder: string },
): Promise<ReadonlyMap<T, readonly LintRun[]>> {
  const planned = archives.flatMap((one, index) => plannedFor(one, posix.join(folder, `values-${index}`)))
  const texts = planned.flatMap(({ write }) => (write ? [write] : []))
  await mapConcurrent(texts, WRITES_AT_ONCE, ({ path, content }) => files.write(path, content))
  const runs = new Map<T, LintRun[]>(archives.map((one) => [one, []]))
  const groups = [...Map.groupBy(planned, ({ options }) => JSON.stringify(options)).values()]
  const stopped = new Set<string>()
  // By the order of the values files, whichever ends first.
  const linted = await mapConcurrent(groups, PROCESSES_AT_ONCE, async (group) => {
    // What met a limit once meets it with each of its values files.
    const paths = group.map(({ one }) => one.archivePath).filter((path) => !stopped.has(path))
    const results = await helm.lint(paths, group[0]?.options)
    for (const [path, { isStopped }] of results) if (isStopped) stopped.add(path)
    return results
  })
  for (const [index, group] of groups.entries()) {
    for (const { one, options, valuesPath } of group) {
      const result = linted[index]?.get(one.archivePath) ?? STOPPED
      const named = valuesPath !== undefined && { valuesPath }
      runs.get(one)?.push({ ...result, ...named, ...(options.values !== undefined && { writtenAs: options.values }) })
    }
  }
  return runs
}

interface ToWrite {
  readonly path: string
  readonly content: Uint8Array
}

function plannedFor<T extends WrittenArchive>(
  one: T,
  prefix: string,
): readonly (Planned<T> & { readonly write?: ToWrite })[] {
  const { mode, kubeVersion, values = [] } = one.linting ?? {}
  const common = { ...(mode === 'strict' && { strict: true }), ...(kubeVersion !== undefined && { kubeVersion }) }
  if (values.length === 0) return [{ one, options: common }]
  return values.map(({ path: valuesPath, content }, index) => {
    if (content === undefined) return { one, options: common, valuesPath }
    const path = `${prefix}-${index}.yaml`
    return { one, options: { ...common, values: path }, valuesPath, write: { path, content } }
  })
}
