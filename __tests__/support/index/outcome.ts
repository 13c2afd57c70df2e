import { Buffer } from 'node:buffer'
import { scanIndex } from '../../../src/index-file/read/scan.ts'
import { ReleaseError } from '../../../src/model/errors.ts'

/** What a reader of the index is told of it, or why it is refused, and where. */
export function outcome(bytes: Uint8Array): unknown {
  try {
    const layout = scanIndex({ file: 'index.yaml', bytes })
    const charts = [...layout.charts.values()].map((chart) => ({ ...chart, entries: [...chart.entries] }))
    return { ...layout, charts, bytes: bytes.length }
  } catch (error) {
    if (!(error instanceof ReleaseError)) throw error
    return { code: error.code, message: error.message, at: error.at }
  }
}

/** The same index as nobody writes it, at the same offsets: a second blank behind `digest:`, so that each entry is walked over. */
export function walked(bytes: Uint8Array): Uint8Array {
  const text = Buffer.from(bytes).toString('latin1')
  return Buffer.from(text.replace(/^((?: {4,}| {2,}- )digest: )[0-9a-f](?=[0-9a-f]+\r?$)/gm, '$1 '), 'latin1')
}
