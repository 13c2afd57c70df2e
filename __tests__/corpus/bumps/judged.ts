import { existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { compareAndRender } from '../../../src/bump/auto/compare.ts'
import { highest } from '../../../src/bump/auto/level.ts'
import { renderedFindings } from '../../../src/bump/auto/rendered/rendered.ts'
import type { ChartSide } from '../../../src/bump/auto/side.ts'
import type { Finding } from '../../../src/model/finding.ts'
import { createRenderer } from '../../../src/pipeline/evidence/renderer.ts'
import { createFiles } from '../../../src/platform/files/files.ts'
import { systemClock } from '../../../src/platform/process/clock.ts'
import { helmOf } from '../../support/helm/packaging.ts'

/** One comparison, with what it took. */
export interface Judged {
  readonly level: Finding['level']
  readonly findings: readonly Finding[]
  /** Of all, the one that decided. */
  readonly deciding: Finding | undefined
  readonly milliseconds: number
  /** Of processors, Helm's included: what a busy machine does not change. */
  readonly processor: number
}

/** Computes levels of upgrades with real Helm. */
export interface Judge {
  /** The level of one upgrade, before versions below 1.0.0 are mapped. */
  judge(old: ChartSide, now: ChartSide): Promise<Judged>
  close(): Promise<void>
}

export async function openJudge(): Promise<Judge> {
  const files = createFiles(mkdtempSync(join(tmpdir(), 'corpus-')))
  const renderer = createRenderer({ helm: await helmOf(4), files, clock: systemClock })
  return {
    async judge(old, now) {
      const [start, used] = [performance.now(), processorTime()]
      const findings = await compareAndRender(old, now, (isDecided) =>
        renderedFindings(old, now, renderer, { isDecided }),
      )
      const milliseconds = performance.now() - start
      const processor = processorTime() - used
      return { level: highest(findings), findings, deciding: findings[0], milliseconds, processor }
    },
    close: () => files.removeTemporary(),
  }
}

const TICK_MS = 10

/** Milliseconds of processors that this process and the ended ones that it started have used (Linux, proc(5)). */
function processorTime(): number {
  const { user, system } = process.cpuUsage()
  const own = (user + system) / 1000
  if (!existsSync('/proc/self/stat')) return own
  const fields = readFileSync('/proc/self/stat', 'utf8')
    .replace(/^.*\) /, '')
    .split(' ')
  return own + TICK_MS * (Number(fields[13]) + Number(fields[14]))
}

/** How long pairs took, in one line. */
export function times(rows: readonly Judged[]): string {
  const line = (values: readonly number[]) =>
    `median ${quantile(values, 0.5).toFixed(0)} ms, 95 % under ${quantile(values, 0.95).toFixed(0)} ms, worst ${Math.max(...values).toFixed(0)} ms`
  return `a pair: ${line(rows.map((row) => row.milliseconds))}; of processors: ${line(rows.map((row) => row.processor))}`
}

/** The value below which a share of all values lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

/** What decided, in one line. */
export function decided({ deciding }: Judged): string {
  if (!deciding) return 'nothing that is packaged changed'
  const at = deciding.at ? ` (${deciding.at.file}${deciding.at.line === undefined ? '' : `:${deciding.at.line}`})` : ''
  return `${deciding.rule} ${deciding.subject}${at}`
}
