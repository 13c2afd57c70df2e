import { type IndexFile, newIndex } from '../../index-file/index-file.ts'
import { releaseOf } from '../../index-file/write/release.ts'
import type { ChartRef } from '../../model/chart.ts'
import type { IndexStore } from './store.ts'

const MADE_UP = {
  digest: `sha256:${'0'.repeat(64)}`,
  created: new Date(0),
  fingerprint: '',
  revision: '0'.repeat(40),
} as const

interface Rehearsal {
  readonly index: IndexFile | undefined
  readonly refs: readonly ChartRef[]
  readonly now: Date
}

/**
 * Adds entries with made-up content to the index as it was read, and forgets the result: what can't be added later fails
 * here, before any version is claimed. Fails as `IndexFile.add` does.
 */
export function rehearse(store: Pick<IndexStore, 'indexName' | 'archiveUrl'>, { index, refs, now }: Rehearsal): void {
  const current = index ?? newIndex(store.indexName, now)
  const absent = refs.filter((ref) => !current.find(ref))
  const releases = absent.map(({ name, version }) =>
    releaseOf({ name, version, ...MADE_UP, metadata: { name, version } }, [store.archiveUrl({ name, version })]),
  )
  current.add(releases, now)
}
