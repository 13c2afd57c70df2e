import type { SeenRequest } from '../support/registry/registry.ts'
import type { WorkflowRun } from '../support/run/workflow.ts'

/** What others saw of a run: all that its journal must know of. */
export interface Seen {
  /** Of every registry, since the run began. */
  readonly requests: readonly SeenRequest[]
  /** Uploads that preflight opened: one for each repository of each registry. */
  readonly tried: number
  /** Requests that made Fulcio and the log remember something. */
  readonly logged: number
  /** Refs that origin took. */
  readonly pushed: readonly string[]
  readonly run: WorkflowRun
}

/** Changes that others saw and the journal did not tell: nothing could be killed there. */
export function notInJournal(
  effects: readonly string[],
  { requests, tried, logged, pushed, run }: Seen,
): readonly string[] {
  const told = (pattern: RegExp) => effects.filter((effect) => pattern.test(effect)).length
  const seen = (method: string) => requests.filter((request) => request.method === method).length
  // The rights to push are tried with a session that nobody sees.
  const expected = [
    ['uploads that were opened', seen('POST') - tried, told(/^POST .*\/blobs\/uploads\//)],
    ['blobs and manifests', seen('PUT'), told(/^PUT /)],
    ['certificates and log entries', logged, told(/^POST .*\/api\/v[12]\//)],
  ] as const
  return [
    ...expected.flatMap(([what, found, known]) =>
      found === known ? [] : [`${found} ${what}, ${known} in the journal`],
    ),
    ...pushed.filter((ref) => told(new RegExp(`^git push .*${ref}( |$)`)) === 0).map((ref) => `a push of ${ref}`),
    ...Object.keys(run.outputs).flatMap((name) => (effects.includes(`output ${name}`) ? [] : [`the output ${name}`])),
    ...(effects.includes('summary') ? [] : ['the summary']),
  ].map((what) => `not in the journal: ${what}`)
}
