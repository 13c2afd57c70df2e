import { availableParallelism } from 'node:os'
import { createGate } from '../../model/gate.ts'

/** Starting Helm costs as much as a handful of charts, so few share a process and many are dealt out. */
const MIN_FOLDERS_A_PROCESS = 10
/** The kernel bounds the arguments of a process; a run may hold thousands of charts. */
const MAX_FOLDERS_A_PROCESS = 200

/**
 * Deals `count` folders out to as many processes as the machine has processors, as they come: while one batch is at work
 * the next is made. Results in the order of the batches; the first failure is thrown after all that began has ended.
 */
export async function inProcesses<R>(
  folders: Iterable<string> | AsyncIterable<string>,
  count: number,
  work: (batch: readonly string[]) => Promise<R>,
): Promise<readonly R[]> {
  const processors = availableParallelism()
  const even = Math.ceil(count / processors)
  const size = Math.min(MAX_FOLDERS_A_PROCESS, Math.max(MIN_FOLDERS_A_PROCESS, even))
  const gate = createGate(processors)
  const begun: Promise<R>[] = []
  const begin = (batch: readonly string[]) => {
    const result = gate(() => work(batch))
    // Looked at below, when all have come.
    result.catch(() => {})
    begun.push(result)
  }
  let batch: string[] = []
  try {
    for await (const folder of folders) {
      batch.push(folder)
      if (batch.length < size) continue
      begin(batch)
      batch = []
    }
    if (batch.length > 0) begin(batch)
  } finally {
    await Promise.allSettled(begun)
  }
  return Promise.all(begun)
}
