import type { Remark } from '../../model/settings.ts'
import type { ChartReleaserKey, Entries, Entry } from './entries.ts'

interface Difference {
  /** Whether this value asks for something other than what this action does. */
  readonly differs: (value: string) => boolean
  /** Continues the sentence that begins with the setting. */
  readonly text: string
}

const isFalse = (value: string): boolean => value === 'false'
const always = (): boolean => true

/** Settings about releases and the index that have no counterpart; ignoring them loses nothing that is published. */
const differences: Partial<Record<ChartReleaserKey, Difference>> = {
  'skip-existing': { differs: isFalse, text: 'is not followed: what is published already is always left alone' },
  'index-path': {
    differs: (value) => !/^(\.\/)?\.cr-index(\/index\.yaml)?$/.test(value),
    text: 'is not followed: no copy of the index is left on the runner',
  },
  remote: { differs: (value) => value !== 'origin', text: 'is not followed: git pushes to `origin`' },
  commit: { differs: always, text: 'is not followed: each release is of the commit that its version came with' },
}

/** A sentence for each setting that is not followed when releases go to a branch as chart-releaser made them. */
export function releaseRemarks(entries: Entries): readonly Remark[] {
  return [...entries.values()].filter(isDifferent).map(({ key, from: { words, at } }) => ({
    text: `${words} ${differences[key]?.text ?? ''}.`,
    ...(at && { at }),
  }))
}

function isDifferent({ key, value }: Entry): boolean {
  return differences[key]?.differs(value) ?? false
}
