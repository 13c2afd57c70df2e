import { ReleaseError } from '../../model/errors.ts'

/** To begin a new index in the place of one that vanished while the run worked would lose all that was in it. */
export function indexGone(what: string): ReleaseError {
  return new ReleaseError('INDEX_GONE', `${what}. Nothing is written in its place.`, {
    hint: 'Find out who removed it, put it back, and run again. If it is meant to begin anew, just run again.',
  })
}
