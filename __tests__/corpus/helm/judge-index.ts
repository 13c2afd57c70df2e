import { readFile } from 'node:fs/promises'
import type { HelmReader } from '../index-files/helm-reads.ts'
import { isRead, judge } from '../index-files/judge.ts'
import { madeUp } from '../index-files/releases.ts'
import type { HelmCase } from './helm-charts.ts'

/** Adds a release to the index: where both Helms list it before, we add, and they list all of it after. */
export async function judgeIndex({ name, path }: HelmCase, helms: readonly HelmReader[]): Promise<string | undefined> {
  const bytes = await readFile(path)
  const { refused, violations } = await judge({ name, bytes }, [madeUp('new-chart', '1.0.0')], helms)
  if (violations.length > 0) return violations.join('; ')
  if (refused === undefined) return undefined
  const before = await Promise.all(helms.map((helm) => helm.read(bytes)))
  return before.every(isRead) ? `refused: ${refused}` : undefined
}
