import { ReleaseError } from '../../model/errors.ts'
import type { Claims } from './claims.ts'

/**
 * Whether the public log may learn this repository's name: a public repository has nothing to hide, any other must
 * agree with `public-log: true`. The claim decides because event payloads do not always have the visibility; `internal`
 * and an unknown visibility count as private. Code `PUBLIC_LOG_CONSENT`.
 */
export function publicLogProblem(
  { repository, repositoryVisibility }: Pick<Claims, 'repository' | 'repositoryVisibility'>,
  publicLog: boolean | undefined,
): ReleaseError | undefined {
  if (publicLog === true || (publicLog === undefined && repositoryVisibility === 'public')) return undefined
  const why =
    publicLog === false
      ? '`public-log: false` forbids what keyless signing does'
      : `${repository} is ${repositoryVisibility ?? 'of unknown visibility'}`
  return new ReleaseError(
    'PUBLIC_LOG_CONSENT',
    `${why}: a keyless signature writes the names of the repository and its workflow to a public log for ever.`,
    {
      hint: `To allow it, add this to the step:
  with:
    public-log: true
Otherwise name a private Sigstore by sigstore-signing-config and sigstore-trusted-root, or set sign: none.`,
    },
  )
}
