import type { Finding } from '../../../model/finding.ts'

import { type Failed, placeIn, wordsOf } from './render/failure.ts'
import type { Prepared } from './render/prepared.ts'

type Files = ReadonlyMap<string, unknown>

/** Reports that something could not be rendered, which proves nothing. `why` begins the sentence; `failed` ends it. */
export function notRendered(why: string, files: Files, failed?: Failed): Finding {
  const at = failed && placeIn(failed, files)
  return {
    ...{ level: 'none', kind: 'rendered', rule: 'rendered/not-rendered', subject: why },
    text: failed ? `${why}: ${wordsOf(failed)}` : `${why}.`,
    ...(at && { at }),
  }
}

/** A chart that rendered before and does not now. `renderedWith` ends the first words, `beside` says more of it. */
export function failsNow(renderedWith: string, files: Files, failed: Failed, beside = ''): Finding {
  const at = placeIn(failed, files)
  return {
    ...{ level: 'major', kind: 'rendered', rule: 'rendered/fails', subject: renderedWith, is: wordsOf(failed) },
    text: `The chart can no longer be rendered ${renderedWith}${beside}: ${wordsOf(failed)}`,
    ...(at && { at }),
  }
}

/** Rendering goes on without missing dependencies and their output. */
export function withoutDependencies(before: Prepared, after: Prepared): readonly Finding[] {
  const names = [...new Set([...before.stubs, ...after.stubs])]
  if (names.length === 0) return []
  const [subject, are] = [names.join(', '), names.length === 1 ? 'is' : 'are']
  const text = `Rendered without ${subject}, which ${are} not in charts/.`
  return [{ level: 'none', kind: 'rendered', rule: 'rendered/without-dependencies', subject, text }]
}
