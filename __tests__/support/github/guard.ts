import { chmod, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Hub } from './hub.ts'
import type { Token } from './tokens.ts'

/** Rules for one branch, as under Settings, Rules. */
export interface Ruleset {
  readonly id: number
  readonly branch: string
  /** Types of rules, e.g. `pull_request`, `required_status_checks`, `deletion`. */
  readonly rules: readonly string[]
  /** Logins that may pass the rules by; GITHUB_TOKEN can never be one of them. */
  readonly bypass: readonly string[]
  /** The service does not say of those who ask whether they may pass. */
  readonly silent?: boolean
}

/** Classic branch protection. */
export interface Protection {
  readonly requiredChecks?: readonly string[]
  /** Default `everyone`; `non_admins` spares administrators. */
  readonly enforcement?: 'everyone' | 'non_admins'
  readonly requiredReviews?: number
  readonly requiredSignatures?: boolean
}

/** What each rule says to a push of new commits; those that say nothing let it pass. */
const words: Readonly<Record<string, string>> = {
  pull_request: 'Changes must be made through a pull request.',
  required_status_checks: 'Required status check "ci" is expected.',
  required_signatures: 'Commits must have verified signatures.',
  update: 'Cannot update this protected ref.',
  merge_queue: 'Changes must be made through the merge queue',
}

export interface Refusal {
  /** GH013 for rulesets, GH006 for classic protection. */
  readonly kind: 'ruleset' | 'protection'
  readonly reasons: readonly string[]
}

/** Why a branch does not take commits from this token; `undefined` where it does. API commits are signed, so that rule lets them pass. */
export function refusalOf(hub: Hub, branch: string, token: Token | undefined, signed = false): Refusal | undefined {
  const rules = hub.rulesets
    .filter((ruleset) => ruleset.branch === branch && !(token && ruleset.bypass.includes(token.login)))
    .flatMap((ruleset) => ruleset.rules)
    .filter((type) => !(signed && type === 'required_signatures'))
  const reasons = rules.flatMap((type) => words[type] ?? [])
  if (reasons.length > 0) return { kind: 'ruleset', reasons }
  const protection = protectionReasons(hub.protections.get(branch), signed)
  return protection.length > 0 ? { kind: 'protection', reasons: protection } : undefined
}

function protectionReasons(protection: Protection | undefined, signed: boolean): readonly string[] {
  if (!protection) return []
  const { requiredChecks = [], requiredReviews, requiredSignatures = false } = protection
  return [
    ...(requiredReviews === undefined ? [] : ['Changes must be made through a pull request.']),
    ...(requiredSignatures && !signed ? ['Commits must have verified signatures.'] : []),
    ...requiredChecks.map((check) => `Required status check "${check}" is expected.`),
  ]
}

/**
 * Holds pushes by git to the rules too, through a hook in the bare repository, with what GitHub says then. `GIT_PUSHER` in the
 * environment of the server is the login that pushes; without one it is somebody who may pass nothing by.
 */
export async function guardPushes(hub: Hub): Promise<void> {
  const branches = new Set([...hub.rulesets.map(({ branch }) => branch), ...hub.protections.keys()])
  const cases = [...branches].flatMap((branch) => {
    const refusal = refusalOf(hub, branch, undefined)
    const bypass = hub.rulesets.filter((ruleset) => ruleset.branch === branch).flatMap((ruleset) => ruleset.bypass)
    return refusal ? [hookCase(hub, branch, refusal, bypass)] : []
  })
  const hook = ['#!/bin/sh', 'while read old new ref; do case "$ref" in', ...cases, 'esac; done'].join('\n')
  const file = join(hub.origin, 'hooks/pre-receive')
  await mkdir(join(hub.origin, 'hooks'), { recursive: true })
  await writeFile(file, `${hook}\n`)
  await chmod(file, 0o755)
}

function hookCase(hub: Hub, branch: string, { kind, reasons }: Refusal, bypass: readonly string[]): string {
  const ref = `refs/heads/${branch}`
  const head =
    kind === 'ruleset'
      ? [
          `error: GH013: Repository rule violations found for ${ref}.`,
          `Review all repository rules at ${hub.urls.web}/${hub.repository}/rules?ref=${encodeURIComponent(ref)}`,
        ]
      : [`error: GH006: Protected branch update failed for ${ref}.`]
  const lines = [...head, '', ...reasons.map((reason) => `- ${reason}`)]
  const pass = bypass.map((login) => `"${login}") continue;;`).join(' ')
  return `${ref}) case "$GIT_PUSHER" in ${pass} esac; cat >&2 <<'END'\n${lines.join('\n')}\nEND\nexit 1;;`
}
