import { problemsIn, type ReleaseError } from '../../model/errors.ts'
import { publicLogProblem } from '../../signing/policy/consent.ts'
import { instanceProblem } from '../../signing/policy/github-instance.ts'
import { AUDIENCE } from '../publish/open-sigstore.ts'
import type { Uses } from '../run.ts'

/** What decides whether a run can sign. */
type SigningFacts = Uses<
  'facts',
  'identity' | 'http' | 'files' | 'clock' | 'log',
  'sigstoreSigningConfig' | 'sigstoreTrustedRoot' | 'sigstoreTimeout' | 'publicLog'
>

/** Everything that the settings, the event and the runner tell by themselves, so that no server is waited for before it is said. */
export async function offlineProblems(
  run: SigningFacts & Uses<'provenance' | 'helm', never, 'helmVersion'>,
  { signs }: { readonly signs: boolean },
): Promise<readonly ReleaseError[]> {
  const found = await Promise.all([
    signs ? signingProblems(run) : [],
    run.provenance().then(() => [], problemsIn),
    // A version that is named may have to be downloaded.
    run.settings.helmVersion === undefined ? run.helm().then(() => [], problemsIn) : [],
  ])
  return found.flat()
}

async function signingProblems(run: SigningFacts): Promise<readonly ReleaseError[]> {
  const { facts, platform, settings } = run
  const instance = instanceProblem(facts.serverUrl, settings.sigstoreSigningConfig !== undefined)
  if (instance) return [instance]
  const { identity } = platform
  // Without the permission it fails before it asks anybody.
  const permission = identity.available ? [] : await identity.token(AUDIENCE).then(() => [], problemsIn)
  return [...permission, ...(await consentProblems(run).catch(problemsIn))]
}

/** A private Sigstore comes from files, the public one from the network: that one is public for sure. */
async function consentProblems({ facts, platform, settings }: SigningFacts): Promise<readonly ReleaseError[]> {
  const sources = {
    signingConfig: settings.sigstoreSigningConfig,
    trustedRoot: settings.sigstoreTrustedRoot,
  }
  const isNamed = sources.signingConfig !== undefined || sources.trustedRoot !== undefined
  const isPublic =
    !isNamed ||
    (await import('../../signing/keyless.ts').then(async ({ findServices }) => {
      const { http, files, clock, log } = platform
      const options = { http, files, clock, log, timeoutMs: settings.sigstoreTimeout }
      return (await findServices({ ...sources, cacheFolder: '' }, options)).isPublic
    }))
  const publicLog = settings.publicLog
  // Some events do not say how visible the repository is: then only the identity token does.
  const isKnown = facts.visibility !== undefined || publicLog !== undefined
  const { repository, visibility: repositoryVisibility } = facts
  const problem = isPublic && isKnown ? publicLogProblem({ repository, repositoryVisibility }, publicLog) : undefined
  return problem ? [problem] : []
}
