import { runAction } from './action.ts'
import { createJournal } from './platform/process/journal.ts'

// The entry of the action. The tests have one of their own, whose journal stops the process.
process.exitCode = await runAction(process.env, createJournal())
