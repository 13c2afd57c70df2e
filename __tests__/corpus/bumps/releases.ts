import { requiredLevel } from '../../../src/bump/auto/level.ts'
import { say } from '../history/say.ts'
import { data, linesOf } from './data.ts'
import { type History, openHistory } from './history.ts'
import { decided, type Judge, type Judged, times } from './judged.ts'

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
const RESOURCES = 'nodeDriverRegistrar.resources is gone, and its templates take `resources` instead'
/** Declared as patch, and breaking whoever set what is gone. */
const READ_BY_HAND: Readonly<Record<string, string>> = { 'spire 0.27.1': RESOURCES, 'spire-nested 0.27.1': RESOURCES }

/** The ordinary releases of a real repository: prints what is called more than declared, and gives the bounds missed. */
export async function releases(judge: Judge): Promise<readonly string[]> {
  const history = openHistory(data('monorepo-a.bundle'))
  try {
    return summary(await rowsOf(history, judge))
  } finally {
    history.remove()
  }
}

async function rowsOf(history: History, judge: Judge): Promise<readonly Row[]> {
  const changes = linesOf<VersionChange>('monorepo-a.releases.jsonl')
  const rows: Row[] = []
  for (const change of changes) {
    const before = changes.findLast(({ dir, new: version }) => dir === change.dir && version === change.old)
    if (!before || (change.bump !== 'minor' && change.bump !== 'patch')) continue
    const judged = await judge.judge(history.side(before.commit, change.dir), history.side(change.commit, change.dir))
    rows.push({ change, ...judged, required: requiredLevel(judged.findings, change.old ?? '', 'minor') })
  }
  return rows
}

function summary(rows: readonly Row[]): readonly string[] {
  const major = rows.filter(({ level }) => level === 'major')
  for (const row of major) tell(row)
  const early = major.filter(({ required, change }) => required === change.bump)
  const beyond = major.filter((row) => !early.includes(row))
  const wrong = beyond.filter((row) => whyRight(row) === undefined)
  say(`ordinary releases: ${major.length} of ${rows.length} called major`)
  say(`  ${early.length} of them declared minor before 1.0.0, where a minor may break`)
  say(`  ${beyond.length} declared less, ${beyond.length - wrong.length} of these read by hand and found to break`)
  say(times(rows))
  if (wrong.length <= rows.length * MAX_WRONG) return []
  return [`${wrong.length} of ${rows.length} ordinary releases called major, which is more than ${MAX_WRONG * 100} %`]
}

/** What a person found who read the difference; undefined where nobody did. */
function whyRight({ change }: Row): string | undefined {
  return READ_BY_HAND[`${change.chart} ${change.new}`]
}

function tell(row: Row): void {
  const { change, required } = row
  const why = whyRight(row)
  say(
    `  ${change.chart} ${change.old} → ${change.new}: declared ${change.bump}, required ${required}${why === undefined ? '' : ` (read by hand: ${why})`}`,
  )
  for (const one of row.findings.filter(({ level }) => level === 'major'))
    say(`      ${decided({ ...row, deciding: one })}`)
}
