import { asReleaseError } from '../../model/errors.ts'
import type { PullRequest } from '../../ports/github.ts'
import type { Uses } from '../run.ts'

/**
 * Puts the labels of the settings on a pull request, unless it had them before: then a person took them off. A run that died
 * before it did so is made up for. The pull request is there without them, so what keeps it from that is a warning.
 */
export async function label(
  run: Uses<'github' | 'warn', 'log', 'pullRequestLabels'>,
  { number, labels }: PullRequest,
  { isNew }: { readonly isNew: boolean },
): Promise<void> {
  const there = new Set(labels.map(folded))
  const missing = run.settings.pullRequestLabels.filter((one) => !there.has(folded(one)))
  if (missing.length === 0) return
  try {
    const ever = new Set(isNew ? [] : [...(await run.github.labelsEver(number))].map(folded))
    const wanted = missing.filter((one) => !ever.has(folded(one)))
    if (wanted.length > 0) await run.github.addLabels(number, wanted)
  } catch (error) {
    const problem = asReleaseError(error)
    if (problem.kind === 'bug') throw problem
    run.warn([`${problem.message}.`, problem.hint].join(' '))
  }
}

/** GitHub has one label, however it is spelled. */
function folded(label: string): string {
  return label.toLowerCase()
}
