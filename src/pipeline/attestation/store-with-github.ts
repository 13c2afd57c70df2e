import { createLimiter } from '../../model/async/concurrency.ts'
import type { SignedRelease } from '../chart-release.ts'
import type { Uses } from '../run.ts'

/** GitHub asks for pauses between writes; one at a time also stops early where none is taken. */
const AT_ONCE = 2

/**
 * Hands attestations to GitHub, which `gh attestation verify` asks first. Targets have them already, so whatever GitHub answers,
 * the release goes on: a missing right or a missing answer is noted, a refusal is a warning, and GitHub is not asked again in
 * this run.
 */
export function attestationsForGitHub(run: Uses<'github' | 'warn', 'log', 'githubToken'>) {
  const gate = createLimiter(AT_ONCE)
  let isOver = run.settings.githubToken === undefined
  return async (release: SignedRelease): Promise<SignedRelease> => {
    const { attestation, staged } = release
    const [first] = staged
    if (!attestation || !first) return release
    return gate(async () => {
      if (isOver) return release
      const about = { digest: first.artifact.digest, mayBeThere: !attestation.isNew }
      const stored = await run.github.storeAttestation(attestation.bundle.json, about)
      if (stored.result === 'stored') return { ...release, attestation: { ...attestation, isWithGitHub: true } }
      isOver = true
      const what = `GitHub stores no attestations of this run (${stored.reason}); they are beside the charts.`
      if (stored.result === 'failed') run.warn(what)
      else if (stored.result === 'unreachable') run.platform.log.info(what)
      else run.platform.log.info(`${what} To have them there, too: \`permissions: { attestations: write }\`.`)
      return release
    })
  }
}
