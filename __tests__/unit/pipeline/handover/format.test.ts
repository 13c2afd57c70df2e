import { describe, expect, it } from '@jest/globals'
import { ReleaseError } from '../../../../src/model/errors.ts'
import type { Finding } from '../../../../src/model/finding.ts'
import { readHandoverJson } from '../../../../src/pipeline/handover/format.ts'
import type { Gathered, Handover } from '../../../../src/pipeline/handover/handover.ts'
import { handoverJson } from '../../../../src/pipeline/handover/to-json.ts'

const finding: Finding = {
  level: 'minor',
  kind: 'values',
  rule: 'values/added',
  subject: 'image.tag',
  text: 'image.tag is new',
  at: { file: 'values.yaml', line: 3 },
}
const handover: Handover = {
  run: { repository: 'acme/charts', runId: '1001', sha: 'a'.repeat(40) },
  head: 'b'.repeat(40),
  bumpedAt: new Date('2026-12-01T00:00:00Z'),
  helm: '4.3.1',
  evidence: new Map<string, Gathered>([
    ['["charts/app"]', [finding]],
    ['["charts/web"]', new ReleaseError('GIT_SHALLOW', 'The clone is shallow.', { hint: 'Fetch it.' })],
  ]),
  comparisons: new Map([['["charts/db"]', false]]),
  packages: [{ name: 'app', version: '1.2.3+b1', digest: `sha256:${'c'.repeat(64)}`, bytes: 512 }],
  failed: new Map([
    ['charts/web', new ReleaseError('CHART_LINT_FAILED', 'no', { at: { file: 'charts/web/a.yaml', line: 1 } })],
  ]),
}
const same = (text: string) => text
const bytes = (data: unknown) => Buffer.from(JSON.stringify(data))
const data = (): Record<string, unknown> => JSON.parse(handoverJson(handover, same))
const app = { name: 'app', version: '1.2.3', digest: `sha256:${'c'.repeat(64)}`, bytes: 512 }

describe('what the build job hands over', () => {
  it('is read as it was written', () => {
    expect(readHandoverJson(Buffer.from(handoverJson(handover, same)))).toEqual(handover)
  })

  it('shows no secret in what came from outside', () => {
    const secret = 'tag is'
    const json = handoverJson(handover, (text) => text.replaceAll(secret, '***').replaceAll('shallow', '***'))
    expect(json).not.toMatch(/tag is|shallow/)
    expect(json).toContain('image.tag')
  })

  it.each([
    ['no JSON', Buffer.from('{')],
    ['a list', bytes([])],
    ['another schema', bytes({ ...data(), schema: 2 })],
    ['a field more', bytes({ ...data(), command: 'rm -rf /' })],
    ['a name that leads out', bytes({ ...data(), packages: [{ ...app, name: '../../etc/passwd' }] })],
    ['a name with a slash', bytes({ ...data(), packages: [{ ...app, name: 'a/b' }] })],
    ['a version that leads out', bytes({ ...data(), packages: [{ ...app, version: '1.0.0/../../x' }] })],
    ['a package twice', bytes({ ...data(), packages: [app, { ...app, digest: `sha256:${'d'.repeat(64)}` }] })],
    ['a digest of another kind', bytes({ ...data(), packages: [{ ...app, digest: 'md5:1234' }] })],
    ['a package without bytes', bytes({ ...data(), packages: [{ ...app, bytes: 0 }] })],
    ['a package of a terabyte', bytes({ ...data(), packages: [{ ...app, bytes: 1e12 }] })],
    [
      'packages that fill a disk together',
      bytes({
        ...data(),
        packages: Array.from({ length: 40 }, (_, n) => ({ ...app, version: `1.0.${n}`, bytes: 2 ** 27 })),
      }),
    ],
    ['a commit that is an option', bytes({ ...data(), head: '--upload-pack=touch /tmp/x' })],
    ['a time after all times', bytes({ ...data(), bumpedAt: 1e15 })],
    ['a time that is not whole', bytes({ ...data(), bumpedAt: 1.5 })],
    ['a code that is none of ours', bytes({ ...data(), failed: [{ path: 'a', problem: { code: 'X', message: '' } }] })],
    ['an endless text', bytes({ ...data(), evidence: [{ key: 'k'.repeat(100_001) }] })],
    ['too many answers', bytes({ ...data(), comparisons: Array(5_001).fill({ key: 'k', same: true }) })],
    [
      'a level that no bump has',
      bytes({ ...data(), evidence: [{ key: 'k', findings: [{ ...finding, level: 'all' }] }] }),
    ],
    ['a version of Helm with a command', bytes({ ...data(), helm: '4.3.1\n::set-env' })],
  ])('is refused with %s, without showing its value', (_, hostile) => {
    const attempt = () => readHandoverJson(hostile)
    expect(attempt).toThrow(expect.objectContaining({ code: 'HANDOVER_INVALID' }))
    expect(attempt).not.toThrow(/passwd|upload-pack|set-env|kkk/)
  })
})
