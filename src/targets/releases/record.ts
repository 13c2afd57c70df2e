import { isDigest } from '../../chart/archive/digest.ts'
import type { Digest, ObjectId, PackagedChart } from '../../model/chart.ts'
import { isObject } from '../../model/json.ts'

/** What a release says of its version where no index says it: in its text, and not shown by GitHub. */
export interface ReleaseRecord {
  readonly archive: Digest
  readonly fingerprint: string
  readonly revision: ObjectId
  readonly created: Date
  readonly appVersion?: string
}

const RECORD = /<!-- release-charts (\{[^\n]{1,4000}\}) -->/g
const MAX_TEXT = 256

/** A text with the record of the chart at its end. */
export function withRecord(text: string, chart: PackagedChart): string {
  const { digest: archive, fingerprint, revision, created, appVersion } = chart
  const fields = { archive, fingerprint, revision, created: created.toISOString(), appVersion }
  // Nothing in an appVersion may end the comment.
  const json = JSON.stringify(fields).replace(/[<>&]/g, (sign) => `\\u00${sign.charCodeAt(0).toString(16)}`)
  return `${text}\n\n<!-- release-charts ${json} -->`.trimStart()
}

/**
 * The record in the text of a release. People may edit what stands before it; notes may hold one that somebody made up, so the
 * last one counts.
 */
export function recordIn(text: string): ReleaseRecord | undefined {
  const json = [...text.matchAll(RECORD)].at(-1)?.[1]
  const { archive, fingerprint, revision, created, appVersion } = fieldsIn(json ?? '')
  const at = new Date(typeof created === 'string' ? created : Number.NaN)
  if (!isDigest(archive) || !isShort(fingerprint) || Number.isNaN(at.getTime())) return undefined
  if (typeof revision !== 'string' || !/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(revision)) return undefined
  if (appVersion !== undefined && !isShort(appVersion)) return undefined
  return { archive, fingerprint, revision, created: at, ...(appVersion !== undefined && { appVersion }) }
}

function isShort(text: unknown): text is string {
  return typeof text === 'string' && text.length <= MAX_TEXT
}

function fieldsIn(json: string): Readonly<Record<string, unknown>> {
  try {
    const fields: unknown = JSON.parse(json)
    return isObject(fields) ? fields : {}
  } catch {
    return {}
  }
}
