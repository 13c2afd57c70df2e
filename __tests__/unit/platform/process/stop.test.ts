import { describe, expect, it } from '@jest/globals'
import { ReleaseError } from '../../../../src/model/errors.ts'
import { createJournal } from '../../../../src/platform/process/journal.ts'
import { createSteps, type SetAlarm } from '../../../../src/platform/process/steps.ts'
import { createStop } from '../../../../src/platform/process/stop.ts'

const reason = new ReleaseError('RUN_CANCELLED', 'cancelled')
const never = () => new Promise<never>(() => {})

function aStop() {
  let now = 0
  const stop = createStop({ monotonic: () => now, sleep: async () => undefined })
  const journal = stop.guard(createJournal())
  const pass = (milliseconds: number) => {
    now += milliseconds
  }
  return { stop, journal, pass }
}

describe('a run that is stopped', () => {
  it('waits no longer for what would never come', async () => {
    const { stop } = aStop()
    const waiting = stop.whileRunning('GET registry.test/v2/', never)
    stop.now(() => reason, 0)
    await expect(waiting).rejects.toBe(reason)
    expect(await stop.over).toBe(reason)
  })

  it('begins nothing any more', async () => {
    const { stop, journal } = aStop()
    stop.now(() => reason, 0)
    const begun: string[] = []
    await expect(stop.whileRunning('git fetch', async () => begun.push('git'))).rejects.toBe(reason)
    await expect(journal.effect('PUT', async () => begun.push('put'))).rejects.toBe(reason)
    expect(begun).toEqual([])
  })

  it('lets an effect that is under way finish, with all that it waits for', async () => {
    const { stop, journal } = aStop()
    const answer = Promise.withResolvers<string>()
    const pushed = journal.effect('git push', () => stop.whileRunning('git push', () => answer.promise))
    const sent = stop.whileRunning('PUT', () => journal.effect('PUT', () => answer.promise), { isEffect: true })
    stop.now(() => reason, 0)
    answer.resolve('done')
    expect(await Promise.all([pushed, sent])).toEqual(['done', 'done'])
  })

  it('tells what it waited for, and the first reason counts', async () => {
    const { stop, pass } = aStop()
    void stop.whileRunning('GET registry.test/v2/', never).catch(() => undefined)
    await stop.whileRunning('git fetch', async () => undefined)
    pass(5_000)
    let told: unknown
    stop.now((waiting) => {
      told = waiting
      return reason
    }, 0)
    stop.now(() => new ReleaseError('RUN_TIMEOUT', 'later'), 0)
    expect(told).toEqual([{ name: 'GET registry.test/v2/', milliseconds: 5_000 }])
    expect(stop.reason).toBe(reason)
  })
})

describe('the time of a run', () => {
  function aRun() {
    const { stop, pass } = aStop()
    const alarms = new Map<number, () => void>()
    const setAlarm: SetAlarm = (milliseconds, ring) => {
      alarms.set(milliseconds, ring)
      return () => alarms.delete(milliseconds)
    }
    const log = { group: <T>(_title: string, work: () => Promise<T>) => work() }
    return { stop, pass, alarms, steps: createSteps({ log, stop, setAlarm, timeoutMs: 7_200_000 }) }
  }

  it('is bounded for each step by half of the whole, and the report names step, time and host', async () => {
    const { stop, pass, alarms, steps } = aRun()
    const ended = steps.during('Promote', () => stop.whileRunning('HEAD ghcr.io/v2/acme/app/manifests/1.0.0', never))
    pass(1_380_000)
    alarms.get(3_600_000)?.()
    await expect(ended).rejects.toMatchObject({
      code: 'RUN_TIMEOUT',
      message:
        'The step “Promote” took longer than 60 minutes; it was waiting for HEAD ghcr.io/v2/acme/app/manifests/1.0.0 (23 minutes).',
    })
  })

  it('is bounded as a whole, and names the step that it ended in', async () => {
    const { stop, alarms, steps } = aRun()
    await steps.during('Plan', async () => undefined)
    expect([...alarms.keys()]).toEqual([7_200_000])
    const ended = steps.during('Preflight', async () => alarms.get(7_200_000)?.())
    await expect(ended).rejects.toThrow('The run, in the step “Preflight”, took longer than 120 minutes.')
    expect(stop.reason?.code).toBe('RUN_TIMEOUT')
  })
})
