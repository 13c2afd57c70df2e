import type { ErrorCode } from '../../model/error-codes.ts'
import { type Location, ReleaseError } from '../../model/errors.ts'
import type { Finding } from '../../model/finding.ts'
import type { Handover, WorkflowRun } from './handover.ts'

/** A problem that crosses to the other job; its cause stays behind. */
export interface ProblemData {
  readonly code: ErrorCode
  readonly message: string
  readonly hint?: string | undefined
  readonly at?: Location | undefined
}

/** The file of a handover as data. */
export interface HandoverData {
  readonly schema: 1
  readonly run: WorkflowRun
  readonly head: string
  /** Seconds, as git counts. */
  readonly bumpedAt: number
  readonly helm: string
  readonly evidence: readonly {
    readonly key: string
    readonly findings?: readonly Finding[] | undefined
    readonly problem?: ProblemData | undefined
  }[]
  readonly comparisons: readonly { readonly key: string; readonly same: boolean }[]
  readonly packages: readonly {
    readonly name: string
    readonly version: string
    readonly digest: string
    readonly bytes: number
  }[]
  readonly failed: readonly { readonly path: string; readonly problem: ProblemData }[]
}

/** The file of a handover, which `readHandoverJson` reads; `redact` is applied to the sentences in it. */
export function handoverJson(handover: Handover, redact: (sentence: string) => string): string {
  const { run, head, bumpedAt, helm, packages } = handover
  const { repository, runId, sha } = run
  const data: HandoverData = {
    schema: 1,
    run: { repository, runId, sha },
    head,
    bumpedAt: Math.floor(bumpedAt.getTime() / 1000),
    helm,
    evidence: [...handover.evidence].map(([key, found]) =>
      found instanceof ReleaseError
        ? { key, problem: problemData(found, redact) }
        : { key, findings: found.map((finding) => withoutSecrets(finding, redact)) },
    ),
    comparisons: [...handover.comparisons].map(([key, same]) => ({ key, same })),
    packages: packages.map(({ name, version, digest, bytes }) => ({ name, version, digest, bytes })),
    failed: [...handover.failed].map(([path, problem]) => ({ path, problem: problemData(problem, redact) })),
  }
  return `${JSON.stringify(data)}\n`
}

type Redact = (sentence: string) => string

function problemData({ code, message, hint, at }: ReleaseError, redact: Redact): ProblemData {
  return {
    code,
    message: redact(message),
    ...(hint !== undefined && { hint: redact(hint) }),
    ...(at !== undefined && { at }),
  }
}

function withoutSecrets({ text, was, is, ...finding }: Finding, redact: Redact): Finding {
  return {
    ...finding,
    text: redact(text),
    ...(was !== undefined && { was: redact(was) }),
    ...(is !== undefined && { is: redact(is) }),
  }
}
