import { spawn } from 'node:child_process'
import { EventEmitter } from 'node:events'
import { appendFileSync } from 'node:fs'
import { Readable } from 'node:stream'
import { runAction } from '../../../src/action.ts'
import { createJournal } from '../../../src/platform/process/journal.ts'
import { effectName } from './effects.ts'
import { FAULT_MESSAGE, type Fault, type FaultKind } from './fault.ts'

// Runs the action as src/main.ts does, but something goes wrong at one of its calls to the outside. What calls there are is
// written down: that is what a run without a fault is for.
const { FAULT_HOSTS = '{}', FAULT_LOG, FAULT_AT } = process.env
const hosts = JSON.parse(FAULT_HOSTS) as Record<string, string>
const fault = FAULT_AT === undefined ? undefined : (JSON.parse(FAULT_AT) as Fault)
let isDone = false

const faults: Readonly<Record<FaultKind, () => void | Promise<void>>> = {
  throw: () => {
    throw new Error(FAULT_MESSAGE)
  },
  rejection: () => {
    void Promise.reject(new Error(FAULT_MESSAGE))
  },
  timer: () => {
    setTimeout(() => {
      throw new Error(FAULT_MESSAGE)
    })
  },
  emitter: () => {
    setImmediate(() => new EventEmitter().emit('error', new Error(FAULT_MESSAGE)))
  },
  stream: () => {
    new Readable({ read() {} }).destroy(new Error(FAULT_MESSAGE))
  },
  // Its error comes as an event, and says which program there is not.
  child: () => {
    spawn(`/${FAULT_MESSAGE}`)
  },
  hang: () => new Promise(() => {}),
  SIGINT: () => void process.kill(process.pid, 'SIGINT'),
  SIGTERM: () => void process.kill(process.pid, 'SIGTERM'),
}

function meet(name: string): void | Promise<void> {
  const call = effectName(name, hosts)
  if (FAULT_LOG !== undefined) appendFileSync(FAULT_LOG, `${call}\n`)
  if (!fault || isDone || !new RegExp(fault.call).test(call)) return undefined
  isDone = true
  return faults[fault.kind]()
}

const journal = createJournal((moment, name) => (moment === 'before' ? meet(`effect ${name}`) : undefined))
process.exitCode = await runAction(process.env, journal, meet)
