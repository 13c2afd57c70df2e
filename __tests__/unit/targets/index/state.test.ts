import { describe, expect, it } from '@jest/globals'
import { INDEX_SIGNATURE, isAbout, pendingName, readState } from '../../../../src/targets/index/state.ts'
import { digestOf } from '../../../support/charts/packaged-chart.ts'
import { failureOf } from '../../../support/values/failure.ts'

const [old, next] = [Buffer.from('old'), Buffer.from('next')]

/** A bundle that says what it is about; nobody verifies it here. */
function bundleFor(index: Buffer): Buffer {
  const digest = Buffer.from(digestOf(index).slice('sha256:'.length), 'hex').toString('base64')
  return Buffer.from(JSON.stringify({ messageSignature: { messageDigest: { algorithm: 'SHA2_256', digest } } }))
}

interface Place {
  readonly index?: Buffer
  readonly files: Readonly<Record<string, Buffer>>
}

const both = (index: Buffer): Place => ({ index, files: { [INDEX_SIGNATURE]: bundleFor(index) } })
/** What a writer of `next` leaves behind after each of its four effects. */
const STEPS: readonly Place[] = [
  both(old),
  { index: old, files: { ...both(old).files, [pendingName(next)]: bundleFor(next) } },
  { index: next, files: { ...both(old).files, [pendingName(next)]: bundleFor(next) } },
  { index: next, files: { ...both(next).files, [pendingName(next)]: bundleFor(next) } },
  both(next),
]

/** Reads a place that is at the step of each read, the last one from then on. */
function readWhile(steps: readonly Place[], signs = true) {
  let reads = 0
  const now = (): Place => {
    const place = steps[Math.min(reads, steps.length - 1)] ?? { files: {} }
    reads += 1
    return place
  }
  const readIndex = async () => {
    const { index } = now()
    return index && { bytes: index, file: 'index.yaml' }
  }
  const state = readState({ readIndex, read: async (file) => now().files[file], signs })
  return state.then((found) => ({ found, reads }))
}

/** All ways in which a writer can go on between one read and the next. */
function paths(from: number, length: number): readonly (readonly number[])[] {
  if (length === 0) return [[]]
  const later = STEPS.slice(from).map((_, index) => from + index)
  return later.flatMap((step) => paths(step, length - 1).map((path) => [step, ...path]))
}

describe('an index and its signature, which are two files', () => {
  it.each(paths(0, 5).map((path) => [path.join(' '), path] as const))(
    'belong together whenever they are read while a writer is at %s',
    async (_, path) => {
      const { found } = await readWhile([...path.map((step) => STEPS[step] ?? both(next)), both(next)])
      const { source, signature, pending } = found
      const fitting = [signature, pending].filter((one) => one && isAbout(one, Buffer.from(source?.bytes ?? [])))
      expect(fitting).toHaveLength(1)
    },
  )

  it('are what they are where nobody writes: also a signature of other bytes, and none', async () => {
    const stale = { index: next, files: both(old).files }
    expect((await readWhile([stale])).found).toEqual({
      source: { bytes: next, file: 'index.yaml' },
      signature: bundleFor(old),
    })
    expect((await readWhile([{ index: next, files: {} }])).found.signature).toBeUndefined()
    expect((await readWhile([{ files: {} }])).found).toEqual({ source: undefined, signature: undefined })
  })

  it('are read once each where they fit, or where nobody signs', async () => {
    expect((await readWhile([both(next)])).reads).toBe(2)
    expect((await readWhile([{ index: next, files: {} }], false)).reads).toBe(2)
  })

  it('are given up where they never come to rest', async () => {
    const restless = Array.from({ length: 200 }, (_, read) => ({ index: Buffer.from(`${read}`), files: {} }))
    expect((await failureOf(readWhile(restless))).code).toBe('INDEX_BUSY')
  })
})

it.each(['', '{}', 'null', '{"messageSignature":{"messageDigest":{"digest":7}}}', '{"messageSignature":null}'])(
  'a bundle that is none is about nothing: %s',
  (text) => expect(isAbout(Buffer.from(text), next)).toBe(false),
)
