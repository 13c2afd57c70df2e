import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { realData } from '../../support/places.ts'

export interface RealIndex {
  /** Folder and file name below `../shared/data`. */
  readonly name: string
  readonly bytes: Uint8Array
}

/** An index before and after a commit, as the repository had it. */
export interface IndexPair {
  readonly name: string
  readonly before: RealIndex
  readonly after: RealIndex
}

export const hasRealIndexes = existsSync(join(realData, 'index'))

/** Every index of `index/`. */
export function realIndexes(): readonly RealIndex[] {
  return [...filesOf('index'), ...filesOf('index/helm-fixtures')]
}

/** Every pair of `index-merges` or `index-incidents`. */
export function realPairs(folder: 'index-merges' | 'index-incidents'): readonly IndexPair[] {
  const files = filesOf(folder)
  return files.flatMap((before) => {
    const after = files.find(({ name }) => withoutGz(name) === withoutGz(before.name).replace('.before.', '.after.'))
    return before.name.includes('.before.') && after
      ? [{ name: before.name.replace(/\.before.*/, ''), before, after }]
      : []
  })
}

function withoutGz(name: string): string {
  return name.replace(/\.gz$/, '')
}

function filesOf(folder: string): readonly RealIndex[] {
  return readdirSync(join(realData, folder))
    .filter((file) => /\.yaml(?:\.gz)?$/.test(file))
    .sort()
    .map((file) => {
      const bytes = readFileSync(join(realData, folder, file))
      return { name: `${folder}/${file}`, bytes: file.endsWith('.gz') ? gunzipSync(bytes) : bytes }
    })
}
