import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { describe, it } from '@jest/globals'
import { realData } from '../places.ts'

/** Real charts beside the repository; they are inputs and never part of it. */

/**
 * A group of tests that needs the real charts, or, if they are absent, one skipped test that says so. Jest runs the body of a
 * `describe.skip` while it collects tests, and such a body may read the folder: then `tests` is not called at all.
 */
export function onRealCharts(tests: () => void, data = realData): void {
  if (existsSync(data)) describe('on real charts', tests)
  // biome-ignore lint/suspicious/noSkippedTests: the data is not part of the repository
  else it.skip('on real charts: ../shared/data is not beside this checkout', () => {})
}

export interface RealFile {
  /** Where it was found, a tar's own path after `!`. */
  readonly name: string
  readonly text: string
}

/** Every file of that name in the real charts, in folders and in tar.gz files. */
export async function realFiles(named: (base: string) => boolean): Promise<readonly RealFile[]> {
  const found: RealFile[] = []
  for (const folder of ['odd-charts', 'upgrades']) {
    for (const entry of await readdir(join(realData, folder), { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue
      const path = join(entry.parentPath, entry.name)
      const name = relative(realData, path)
      if (named(entry.name)) found.push({ name, text: await readFile(path, 'utf8') })
      else if (entry.name.endsWith('.tar.gz')) found.push(...inTar(name, gunzipSync(await readFile(path)), named))
    }
  }
  return found
}

/** A plain reader for `git archive`'s tars, which hold links that our own reader refuses. */
function inTar(name: string, tar: Buffer, named: (base: string) => boolean): readonly RealFile[] {
  const files: RealFile[] = []
  for (let at = 0; at + 512 <= tar.length; ) {
    const field = (from: number, to: number) => tar.toString('utf8', at + from, at + to).replace(/\0.*$/s, '')
    const size = Number.parseInt(field(124, 136).trim() || '0', 8)
    const path = [field(345, 500), field(0, 100)].filter((part) => part !== '').join('/')
    const isFile = field(156, 157) === '0' || field(156, 157) === ''
    if (isFile && named(path.split('/').at(-1) ?? '')) {
      files.push({ name: `${name}!${path}`, text: tar.toString('utf8', at + 512, at + 512 + size) })
    }
    at += 512 + Math.ceil(size / 512) * 512
  }
  return files
}
