import type { Cell } from './cells.ts'

/** Who ought to be asked and can't be: rows of their own, so that nobody takes a row that is missing for an answer. */
export const notRun: readonly Cell[] = [
  {
    registry: 'all',
    client: "policy-controller's tester 0.13.1",
    check: 'verifies',
    asked: {},
    outcome: 'skipped',
    detail: 'nobody has built github.com/sigstore/policy-controller v0.13.1, cmd/tester, for this yet',
  },
]
