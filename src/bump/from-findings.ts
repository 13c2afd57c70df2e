import type { Finding } from '../model/finding.ts'
import type { BumpSetting } from '../model/settings.ts'
import { cut } from '../model/text.ts'
import type { BumpDecision, BumpRequest, BumpStrategy, EvidenceNeed } from './strategy.ts'

/** A strategy that goes by findings, highest level first. */
export interface FindingRules {
  readonly name: BumpSetting
  readonly summary: string
  readonly needs: readonly EvidenceNeed[]
  readonly counts: (finding: Finding) => boolean
  /** The level that findings call for at a version; `none` if there is no reason for one. */
  readonly levelOf: (
    findings: readonly Finding[],
    released: string,
    zeroMajor: BumpRequest['zeroMajor'],
  ) => Finding['level']
  /** What is said if nothing that counts was found. */
  readonly otherwise: string
  /** Whether a finding says that nothing could be found out; then that is said. */
  readonly isBlind: (finding: Finding) => boolean
}

/** The highest finding decides. Without one, any change is a patch: the package has other bytes. */
export function fromFindings({
  name,
  summary,
  needs,
  counts,
  levelOf,
  otherwise,
  isBlind,
}: FindingRules): BumpStrategy {
  function decide({ findings, released, zeroMajor }: BumpRequest): BumpDecision {
    const counted = findings.filter(counts)
    const because = counted.find((one) => levelOf([one], '1.0.0', 'major') === levelOf(counted, '1.0.0', 'major'))
    const level = levelOf(counted, released, zeroMajor)
    if (level === 'none' || !because) return { level: 'patch', reason: counted.find(isBlind)?.text ?? otherwise }
    const early = because.level !== level ? ', which is minor before 1.0.0' : ''
    return { level, reason: `${findingWords(because)}${early}`, because }
  }
  return { name, summary, needs, counts, decide }
}

/** What comes from a chart has no bound of its own. */
const MAX_TEXT = 300

const WORDS: Readonly<Record<Finding['level'], string>> = {
  major: 'breaking',
  minor: 'new',
  patch: 'changed',
  none: 'note',
}

/** A finding in one line: `breaking: the key image.repo was removed (values.yaml:12)`. */
export function findingWords({ level, text, at }: Finding): string {
  // It becomes part of a line of the log and of a commit message.
  const line = cut(text.replace(/\s+/g, ' ').trim().replace(/\.$/, ''), MAX_TEXT)
  const isSaid = at === undefined || (at.line === undefined && line.includes(at.file))
  const place = isSaid ? '' : ` (${[at.file, at.line].filter((part) => part !== undefined).join(':')})`
  return `${WORDS[level]}: ${line}${place}`
}
