import { describe, expect, it } from '@jest/globals'
import type { ErrorCode } from '../../../src/model/error-codes.ts'
import { ReleaseError } from '../../../src/model/errors.ts'
import type { Verification } from '../../../src/model/verification.ts'
import { untilThere } from '../../../src/verification/wait.ts'

const found = (problem?: ReleaseError): { verification: Verification } => ({
  verification: {
    ...{ name: 'app', version: '1.2.3', reference: 'r', digest: 'sha256:00', archiveDigest: 'sha256:00' },
    checks: [{ requirement: 'signature', refused: [], ...(problem && { problem }) }],
  },
})
const missing = (code: ErrorCode = 'VERIFY_CHART_MISSING', message = 'not there') => new ReleaseError(code, message)

/** Looks that end in these outcomes, the last one for ever; and how long was waited. */
function aWait(outcomes: readonly (ReleaseError | { verification: Verification })[], waitMs: number) {
  let [looks, elapsed] = [0, 0]
  const clock = {
    now: () => new Date(0),
    monotonic: () => elapsed,
    random: () => 0.5,
    sleep: async (milliseconds: number) => {
      elapsed += milliseconds
    },
  }
  const look = async () => {
    const outcome = outcomes[Math.min(looks++, outcomes.length - 1)] ?? missing()
    if (outcome instanceof ReleaseError) throw outcome
    return outcome
  }
  const ended = untilThere(look, { clock, log: { info: () => undefined }, waitMs }).catch((thrown: unknown) => thrown)
  return ended.then((end) => ({ end, looks, elapsed }))
}

describe('waiting for what is not there yet', () => {
  it('does not happen unless it is asked for', async () => {
    expect(await aWait([missing()], 0)).toMatchObject({ end: { code: 'VERIFY_CHART_MISSING' }, looks: 1, elapsed: 0 })
  })

  it('ends with what came', async () => {
    const lost = found(missing('VERIFY_SIGNATURE_MISSING'))
    expect(await aWait([missing(), lost, found()], 600_000)).toMatchObject({ end: found(), looks: 3 })
  })

  it('ends in time, with the last failure', async () => {
    const { end, looks, elapsed } = await aWait([missing()], 60_000)
    expect(end).toMatchObject({ code: 'VERIFY_CHART_MISSING' })
    expect(looks).toBeGreaterThan(2)
    expect(elapsed).toBeLessThanOrEqual(60_000)
  })

  it.each<ErrorCode>([
    'VERIFY_IDENTITY_REFUSED',
    'VERIFY_SIGNATURE_INVALID',
    'VERIFY_CHART_DIFFERS',
    'REGISTRY_DENIED',
  ])('does not hope that %s heals', async (code) => {
    expect(await aWait([missing(code), found()], 600_000)).toMatchObject({ end: { code }, looks: 1 })
    expect(await aWait([found(missing(code)), found()], 600_000)).toMatchObject({ looks: 1 })
  })

  it('waits for the signature of an index that was read while it was written', async () => {
    const stale = missing('VERIFY_SIGNATURE_INVALID', 'No signature of the index of x holds.')
    expect(await aWait([found(stale), found()], 600_000)).toMatchObject({ end: found(), looks: 2 })
  })
})
