import { posix } from 'node:path'
import type { ChartSource } from '../source/source.ts'

/** An address without user name and password. */
export function withoutLogin(repository: string): string {
  return repository.replace(/\/\/[^/]*@/, '//***@')
}

/** The file that Helm writes for a chart, from the repository root. */
export function lockFileOf({ path, manifest }: Pick<ChartSource, 'path' | 'manifest'>): string {
  return posix.join(path, manifest.apiVersion === 'v1' ? 'requirements.lock' : 'Chart.lock')
}

/** What makes the lock fit again, in the middle of a sentence. */
export function lockAgain(chart: Pick<ChartSource, 'path' | 'manifest'>): string {
  return `run \`helm dependency update ${chart.path}\` and commit ${lockFileOf(chart)}`
}
