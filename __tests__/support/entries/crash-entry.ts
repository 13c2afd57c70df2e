import { appendFileSync } from 'node:fs'
import { runAction } from '../../../src/action.ts'
import { createJournal } from '../../../src/platform/process/journal.ts'
import type { Crash } from './crash.ts'
import { effectName } from './effects.ts'

// Runs the action as src/main.ts does, but stops its own process at one moment of one effect. What an effect is called is
// written down before it starts: that is what a run without a crash is for.
const { CRASH_HOSTS = '{}', CRASH_LOG, CRASH_AT } = process.env
const hosts = JSON.parse(CRASH_HOSTS) as Record<string, string>
const at = CRASH_AT === undefined ? undefined : (JSON.parse(CRASH_AT) as Crash)
const seen = new Map<string, number>()

process.exitCode = await runAction(
  process.env,
  createJournal((moment, told) => {
    const effect = effectName(told, hosts)
    const key = `${moment} ${effect}`
    const time = (seen.get(key) ?? 0) + 1
    seen.set(key, time)
    if (CRASH_LOG !== undefined && moment === 'before') appendFileSync(CRASH_LOG, `${effect}\n`)
    if (at?.moment === moment && at.effect === effect && at.time === time) process.kill(process.pid, 'SIGKILL')
  }),
)
