import { idle } from './idle.ts'
import { released } from './released.ts'
import type { Row } from './row.ts'

/** All that is measured, in the order of the table. A further one is a function that returns a `Row`, and a line here. */
export const rows: readonly Row[] = [
  released(1),
  released(1, { signed: true }),
  released(20),
  released(20, { signed: true }),
  released(100),
  released(100, { signed: true }),
  released(20, { latencyMs: 20 }),
  released(20, { latencyMs: 20, signed: true }),
  idle(1000),
  idle(1000, { signed: true }),
]
