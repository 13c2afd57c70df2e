import { availableParallelism } from 'node:os'
import { mapConcurrent } from '../../model/async/concurrency.ts'

/** Starting Helm costs as much as a handful of charts, so few share a process and many are dealt out. */
const MIN_FOLDERS_A_PROCESS = 10
/** The kernel bounds the arguments of a process; a run may hold thousands of charts. */
const MAX_FOLDERS_A_PROCESS = 200

/** Deals folders out to as many processes as the machine has processors. Results in the order of the batches. */
export function inProcesses<R>(
  folders: readonly string[],
  work: (batch: readonly string[]) => Promise<R>,
): Promise<readonly R[]> {
  const processors = availableParallelism()
  const even = Math.ceil(folders.length / processors)
  const size = Math.min(MAX_FOLDERS_A_PROCESS, Math.max(MIN_FOLDERS_A_PROCESS, even))
  const batches = Array.from({ length: Math.ceil(folders.length / size) }, (_, index) =>
    folders.slice(index * size, (index + 1) * size),
  )
  return mapConcurrent(batches, processors, work)
}
