import { availableParallelism } from 'node:os'
import { mapConcurrent } from '../../model/async/concurrency.ts'

/** Starting Helm costs as much as a handful of charts, so a few charts share a process and many are distributed. */
const MIN_FOLDERS_A_PROCESS = 10
/** The kernel limits the arguments of a process; a run may have thousands of charts. */
const MAX_FOLDERS_A_PROCESS = 200

/** Distributes folders over as many processes as the machine has processors. Results in the order of the batches. */
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
