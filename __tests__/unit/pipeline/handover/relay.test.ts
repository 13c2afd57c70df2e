import { describe, expect, it } from '@jest/globals'
import type { ChartSource } from '../../../../src/chart/source/source.ts'
import { ReleaseError } from '../../../../src/model/errors.ts'
import { informational } from '../../../../src/model/finding.ts'
import type { Target } from '../../../../src/model/target.ts'
import { recordingRelay, replayingRelay } from '../../../../src/pipeline/handover/relay.ts'
import type { Held } from '../../../../src/plan/published/target-state.ts'
import type { EvidenceQuestion } from '../../../../src/plan/version/required-bump.ts'

const chart = { path: 'charts/app', fingerprint: 'sha256:1', manifest: { name: 'app' } } as ChartSource
const question: EvidenceQuestion = { since: { version: '1.0.0', published: [], commit: 'abc' }, needs: ['chart'] }
const target = { address: 'oci://a/b', reference: () => 'oci://a/b/app:1.0.0' } as unknown as Target
const held = {
  target,
  ref: { name: 'app', version: '1.0.0' },
  published: { state: 'present', digest: 'sha256:2', signed: 'none' },
} as Held
const finding = informational('files', 'files/x', 'x', 'x changed')
const at = new Date('2026-12-01T00:00:00Z')
const never = async () => {
  throw new Error('nothing is found out anew')
}

describe('what the build part found out', () => {
  it('is what the release part goes by, without finding it out again', async () => {
    const recording = recordingRelay(at)
    expect(await recording.evidence(async () => [finding])(chart, question)).toEqual([finding])
    expect(await recording.comparison(async () => true)(chart, held)).toBe(true)
    const replay = replayingRelay({ head: 'abc', bumpedAt: at, ...recording.recorded })
    expect(await replay.evidence(never)(chart, question)).toEqual([finding])
    expect(await replay.comparison(never)(chart, held)).toBe(true)
  })

  it('may be that it could not be found out', async () => {
    const recording = recordingRelay(at)
    const problem = new ReleaseError('GIT_SHALLOW', 'The clone is shallow.')
    const failing = async () => {
      throw problem
    }
    await expect(recording.evidence(failing)(chart, question)).rejects.toBe(problem)
    const replay = replayingRelay({ head: 'abc', bumpedAt: at, ...recording.recorded })
    await expect(replay.evidence(never)(chart, question)).rejects.toBe(problem)
  })

  it.each<[string, Partial<ChartSource>, Partial<EvidenceQuestion>]>([
    ['another content', { fingerprint: 'sha256:9' }, {}],
    ['another chart', { path: 'charts/web' }, {}],
    ['another release', {}, { since: { version: '1.0.1', published: [] } }],
    ['another kind of evidence', {}, { needs: ['commits'] }],
    ['another appVersion', {}, { appVersion: '2' }],
    ['dependencies that move', {}, { moved: ['charts/lib'] }],
  ])('does not answer for %s', async (_, otherChart, otherQuestion) => {
    const recording = recordingRelay(at)
    await recording.evidence(async () => [finding])(chart, question)
    const replay = replayingRelay({ head: 'abc', bumpedAt: at, ...recording.recorded })
    const asked = replay.evidence(never)({ ...chart, ...otherChart }, { ...question, ...otherQuestion })
    await expect(asked).rejects.toMatchObject({ code: 'HANDOVER_INCOMPLETE' })
  })

  it('does not answer for a package that was replaced', async () => {
    const recording = recordingRelay(at)
    await recording.comparison(async () => true)(chart, held)
    const replay = replayingRelay({ head: 'abc', bumpedAt: at, ...recording.recorded })
    const replaced = { ...held, published: { ...held.published, digest: 'sha256:3' as const } }
    await expect(replay.comparison(never)(chart, replaced)).rejects.toMatchObject({ code: 'HANDOVER_INCOMPLETE' })
  })
})
