import type { Finding } from '../../../model/finding.ts'
import type { Render } from '../../renderer.ts'
import { chanceIn } from './chance.ts'
import { compareRendered } from './compare/compare-rendered.ts'
import { NO_CHANCE } from './compare/rendered-pair.ts'
import { failsNow, notRendered } from './not-rendered.ts'
import { type Failed, isOwnFailure, placeIn, wordsOf } from './render/failure.ts'
import { decodedText } from './render/prepared.ts'
import type { OpenPair } from './render/renders.ts'
import { valuesOverlay } from './render/values-overlay.ts'

const WITH_DEFAULTS = "with the chart's defaults"
const WITH_OLD_DEFAULTS = 'with the old defaults'

/** Both sides with their own defaults, and the new one with the old defaults as user values. */
export async function defaultsFindings(pair: OpenPair): Promise<readonly Finding[]> {
  const { before, after, now, read } = pair
  const values = oldDefaultsOf(pair)
  const wanted = [{ side: before }, { side: after }, ...(values === undefined ? [] : [{ side: after, values }])]
  const [was, is, said] = await pair.renders(wanted)
  if (!was || !is) return []
  if ('failed' in was) return [bothOrOldFailed(was, is, pair)]
  if ('failed' in is) return await newFailed(pair, was.manifests, is, said)
  const refused = said && 'failed' in said && !said.stopped ? [refusal(said, now.files)] : []
  const views = {
    ...{ renderedWith: WITH_DEFAULTS, hasOwnValues: false, before: read(was.manifests), after: read(is.manifests) },
    ...(said && 'manifests' in said && { withOldDefaults: read(said.manifests) }),
  }
  return [...refused, ...(await compareRendered(views, now.files, () => chanceIn(pair, views)))]
}

/** `undefined` if they equal the new ones, or can't be set by a user. */
function oldDefaultsOf({ old, now }: OpenPair): string | undefined {
  const [was, is] = [old, now].map(({ files }) => decodedText(files.get('values.yaml') ?? new Uint8Array()))
  return was === undefined || was === is ? undefined : valuesOverlay(was)
}

function bothOrOldFailed(was: Failed, is: Render, { now: { files } }: OpenPair): Finding {
  if ('failed' in is) return notRendered(`Neither side can be rendered ${WITH_DEFAULTS}`, files, is)
  return notRendered('The released chart can not be rendered with its defaults', files, was)
}

/**
 * The old side renders and the new one does not: a value is required now. Then only the old defaults can be compared.
 */
async function newFailed(pair: OpenPair, was: string, is: Failed, said?: Render): Promise<readonly Finding[]> {
  const { now, read, after } = pair
  if (!isOwnFailure(is, after.prepared.stubs.length > 0)) {
    return [notRendered(`The chart can not be rendered ${WITH_DEFAULTS}`, now.files, is)]
  }
  const failed = failsNow(WITH_DEFAULTS, now.files, is)
  if (!said || 'failed' in said) return [failed]
  const views = { renderedWith: WITH_OLD_DEFAULTS, hasOwnValues: true, before: read(was), after: read(said.manifests) }
  return [failed, ...(await compareRendered(views, now.files, async () => NO_CHANCE))]
}

function refusal(failed: Failed, files: ReadonlyMap<string, unknown>): Finding {
  const at = placeIn(failed, files)
  return {
    ...{ level: 'major', kind: 'rendered', rule: 'rendered/refuses', subject: WITH_OLD_DEFAULTS, is: wordsOf(failed) },
    text: `The chart refuses its old defaults when a user says them by hand: ${wordsOf(failed)}`,
    ...(at && { at }),
  }
}
