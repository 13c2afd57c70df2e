import { createJournal } from './platform/process/journal.ts'
import { runVerifyAction } from './verify-action.ts'

// The entry of the action in `verify/`.
process.exitCode = await runVerifyAction(process.env, createJournal())
