import { requiredLevel } from '../../src/bump/auto/level.ts'
import { say } from '../corpus/say.ts'
import { data, linesOf } from './data.ts'
import { type History, openHistory } from './history.ts'
import { decided, type Judged, judge, quantile } from './judged.ts'

interface VersionChange {
  readonly dir: string
  readonly chart: string
  readonly event: string
  readonly commit: string
  readonly old: string | null
  readonly new: string
  readonly bump: string | null
}

interface Row extends Judged {
  readonly change: VersionChange
  readonly required: string
}

const MAX_WRONG = 0.02

/** The ordinary releases of a real repository: prints what is called more than declared, and gives the bounds missed. */
export async function releases(): Promise<readonly string[]> {
  const history = openHistory(data('monorepo-a.bundle'))
  try {
    return summary(await rowsOf(history))
  } finally {
    history.remove()
  }
}

async function rowsOf(history: History): Promise<readonly Row[]> {
  const changes = linesOf<VersionChange>('monorepo-a.releases.jsonl')
  const rows: Row[] = []
  for (const change of changes) {
    const before = changes.findLast(({ dir, new: version }) => dir === change.dir && version === change.old)
    if (!before || (change.bump !== 'minor' && change.bump !== 'patch')) continue
    const judged = await judge(history.side(before.commit, change.dir), history.side(change.commit, change.dir))
    rows.push({ change, ...judged, required: requiredLevel(judged.findings, change.old ?? '', 'minor') })
  }
  return rows
}

function summary(rows: readonly Row[]): readonly string[] {
  const major = rows.filter(({ level }) => level === 'major')
  for (const row of major) tell(row)
  const times = rows.map(({ milliseconds }) => milliseconds)
  say(`ordinary releases: ${major.length} of ${rows.length} called major`)
  say(`a pair: median ${quantile(times, 0.5).toFixed(0)} ms, worst ${Math.max(...times).toFixed(0)} ms`)
  return []
}

function tell(row: Row): void {
  const { change, required } = row
  say(`  ${change.chart} ${change.old} → ${change.new}: declared ${change.bump}, required ${required}`)
  for (const one of row.findings.filter(({ level }) => level === 'major'))
    say(`      ${decided({ ...row, deciding: one })} ${one.text}`)
}

void MAX_WRONG
