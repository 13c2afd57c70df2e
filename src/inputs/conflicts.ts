import { ReleaseError } from '../model/errors.ts'
import { everyTarget, type PerChartValues, signsAnything } from '../model/settings.ts'
import type { Environment } from '../ports/process.ts'
import { instanceProblem } from '../signing/policy/github-instance.ts'
import { hasIndex } from '../targets/registry.ts'
import type { InputSources, InputValues } from './table/table.ts'
import { targetConflicts } from './target-conflicts.ts'

type Values = InputValues & PerChartValues & { readonly sources: InputSources }

/**
 * Settings that are valid one by one and do not go together: codes `INPUT_CONFLICT` and `SIGSTORE_NO_PUBLIC_INSTANCE`.
 * `sound` is false if a setting was refused, so that its default is here instead: conflicts that this default could cause
 * are then not reported.
 */
export function conflicts(settings: Values, environment: Environment, sound: boolean): readonly ReleaseError[] {
  const found = [halfCredentials(settings), incompletePart(settings)]
  if (sound)
    found.push(
      ...targetConflicts(settings, environment),
      unsignedProvenance(settings),
      noPublicSigstore(settings, environment),
      ...signedIndexProblems(settings),
    )
  return found.filter((problem) => problem !== undefined)
}

function halfCredentials({ registryUsername, registryPassword }: InputValues): ReleaseError | undefined {
  const [given, missing] =
    registryUsername === undefined
      ? ['registry-password', 'registry-username']
      : ['registry-username', 'registry-password']
  if ((registryUsername === undefined) === (registryPassword === undefined)) return undefined
  return new ReleaseError('INPUT_CONFLICT', `The input \`${given}\` is given and \`${missing}\` is not, or is empty.`, {
    hint: `Give both, or neither. A secret that does not exist is an empty input: look at the name of the secret.`,
  })
}

/** A release part without a digest would release whatever lies in the folder. */
function incompletePart({ part, mode, handover, handoverDigest }: InputValues): ReleaseError | undefined {
  const hint = 'Call the reusable workflow `.github/workflows/release.yml`, which gives all of them.'
  const problem = (message: string) => new ReleaseError('INPUT_CONFLICT', message, { hint })
  if (part === undefined) {
    if (handover === undefined && handoverDigest === undefined) return undefined
    return problem('`handover` and `handover-digest` mean nothing without `part`.')
  }
  if (handover === undefined) return problem(`\`part: ${part}\` needs \`handover\`, the folder to pass packages in.`)
  if (part === 'build') return undefined
  if (mode !== 'release') return problem(`\`part: release\` releases, and \`mode: ${mode}\` must not.`)
  return handoverDigest === undefined ? problem('`part: release` needs `handover-digest`.') : undefined
}

function noPublicSigstore(settings: Values, environment: Environment): ReleaseError | undefined {
  const server = environment.GITHUB_SERVER_URL || 'https://github.com'
  if (!signsAnything(settings) || !URL.canParse(server)) return undefined
  return instanceProblem(server, settings.sigstoreSigningConfig !== undefined)
}

/** By default it goes with signatures; who asks for it in words must not believe to have it. */
function unsignedProvenance(settings: Values): ReleaseError | undefined {
  if (signsAnything(settings) || !settings.provenance || settings.sources.provenance === 'default') return undefined
  const message = '`provenance: true` asks for signed build provenance, and `sign: none` forbids signatures.'
  return new ReleaseError('INPUT_CONFLICT', message, {
    hint: 'Take out one of the two: without `sign: none` charts and provenance are signed, without `provenance` nothing is.',
  })
}

function signedIndexProblems(settings: Values): readonly ReleaseError[] {
  if (!settings.signIndex) return []
  const targets = everyTarget(settings)
  const found: ReleaseError[] = []
  if (!signsAnything(settings)) {
    const message = '`sign-index: true` asks for a signature, and `sign: none` forbids them.'
    found.push(new ReleaseError('INPUT_CONFLICT', message, { hint: 'Take out one of the two.' }))
  }
  if (!targets.some(hasIndex)) {
    const message = `\`sign-index: true\` is for targets with an index, and none of these has one: ${targets.join(', ')}.`
    found.push(new ReleaseError('INPUT_CONFLICT', message, { hint: 'Take `sign-index` out, or add such a target.' }))
  }
  return found
}
