import { ReleaseError } from '../../model/errors.ts'
import type { Remark } from '../../model/settings.ts'
import { quotedValue } from '../table/parse.ts'
import { type ChartReleaserKey, chartReleaserKeys, type Entry, type From, switchOf } from './keys.ts'

/** What a file or the environment says to chart-releaser. */
export interface Read {
  readonly entries: readonly Entry[]
  readonly remarks: readonly Remark[]
  readonly problems: readonly ReleaseError[]
}

/** One setting judged by its kind; `undefined` where it is empty, which chart-releaser takes for its default. */
export function readEntry(key: ChartReleaserKey, text: string, from: From): Entry | ReleaseError | undefined {
  const value = text.trim()
  if (value === '') return undefined
  if (chartReleaserKeys[key] === 'text') return { key, value, from }
  const word = switchOf(value)
  if (word !== undefined) return { key, value: word, from }
  return refusal(from, `is ${quotedValue(value)}`, 'Allowed are `true` and `false`.')
}

/** A setting that can't be followed and must not be left out. `what` goes on with the sentence. */
export function refusal({ words, at }: From, what: string, hint: string): ReleaseError {
  return new ReleaseError('CHART_RELEASER_REFUSED', `${words} ${what}.`, { hint, at })
}
