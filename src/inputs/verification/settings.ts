import { ReleaseError, ReleaseErrors } from '../../model/errors.ts'
import type { Requirement } from '../../model/verification.ts'
import type { Environment } from '../../ports/process.ts'
import type { ExpectedIdentity } from '../../signing/policy/expected-identity.ts'
import type { Inputs } from '../table/definition.ts'
import { collectProblems, givenInput, resolveSetting } from '../table/given-value.ts'
import { nearest } from '../table/nearest.ts'
import { camelCase } from '../table/table.ts'
import { expectedIdentity } from './expected-identity.ts'
import { type VerificationValues, verificationInputs, verificationInputTable } from './table.ts'

/** What a run of the action in `verify/` is set to. */
export interface VerificationSettings extends VerificationValues {
  /** Absent if only `gpg` is required. */
  readonly expected?: ExpectedIdentity
}

/** Reads all inputs. Fails with `ReleaseErrors` that contain every problem: `INPUT_*`. */
export function readVerificationSettings(inputs: Inputs, environment: Environment): VerificationSettings {
  const problems = collectProblems()
  for (const name of Object.keys(inputs)) if (!Object.hasOwn(verificationInputs, name)) problems.add(unknownInput(name))
  const entries = Object.entries(verificationInputTable).map(([name, entry]) => {
    const { value } = resolveSetting(givenInput(inputs, name), entry, { problems, environment, inputs })
    return [camelCase(name), value] as const
  })
  const values = Object.fromEntries(entries) as unknown as VerificationValues
  if (problems.all.length === 0) for (const problem of conflicts(values)) problems.add(problem)
  if (problems.all.length > 0) throw new ReleaseErrors(problems.all)
  return isKeyless(values.require) ? { ...values, expected: expectedIdentity(values, environment) } : values
}

function isKeyless(required: readonly Requirement[]): boolean {
  return required.some((one) => one !== 'gpg')
}

function conflicts(values: VerificationValues): readonly ReleaseError[] {
  return [
    placeProblem(values),
    versionProblem(values),
    signerProblem(values),
    keyringProblem(values),
    loginProblem(values),
  ].filter((problem) => problem !== undefined)
}

function placeProblem({ chart, repositoryUrl, require }: VerificationValues): ReleaseError | undefined {
  const isReference = chart.startsWith('oci://')
  if (isReference && repositoryUrl !== undefined)
    return conflict(
      '`chart` is in a registry, and `repository-url` is given.',
      'Take `repository-url` out, or write the name of the chart as `chart`.',
    )
  if (!isReference && repositoryUrl === undefined)
    return conflict(
      `\`chart\` is a name, ${chart}, and \`repository-url\` does not say where it is.`,
      'Give `repository-url`, or write a reference such as `oci://ghcr.io/acme/charts/app:1.2.3`.',
    )
  if (isReference && require.includes('index'))
    return conflict('`require` names `index`, and a registry has none.', 'Take `index` out of `require`.')
  return undefined
}

function versionProblem({ chart, version }: VerificationValues): ReleaseError | undefined {
  const hasOwn = /^oci:\/\/.*\/[^/]*[:@][^/]*$/.test(chart)
  if (version === undefined || !hasOwn) return undefined
  return conflict('`chart` names a version or a digest, and `version` is given.', 'Take one of the two out.')
}

function signerProblem({
  repository,
  identity,
  workflow,
  issuer,
  require,
}: VerificationValues): ReleaseError | undefined {
  if (identity !== undefined) {
    if (repository !== undefined || workflow !== undefined)
      return conflict(
        '`identity` is given together with `repository` or `workflow`.',
        'Give either the workflow or the whole identity.',
      )
    return issuer === undefined
      ? conflict(
          '`identity` is given without `issuer`.',
          'Say who identified it: `issuer: https://accounts.google.com`, for instance.',
        )
      : undefined
  }
  if (repository !== undefined || !isKeyless(require)) return undefined
  return new ReleaseError('INPUT_MISSING', 'The input `repository` is missing: without it anybody could have signed.', {
    hint: 'Write `repository: acme/charts`, the repository whose workflow releases the chart.',
  })
}

function keyringProblem({ keyring, require }: VerificationValues): ReleaseError | undefined {
  if (keyring !== undefined || !require.includes('gpg')) return undefined
  return new ReleaseError('INPUT_MISSING', 'The input `keyring` is missing, and `require` names `gpg`.', {
    hint: 'Give the public keys that charts are signed with: a file, or what `gpg --export --armor <key id>` prints.',
  })
}

function loginProblem({ registryUsername, registryPassword }: VerificationValues): ReleaseError | undefined {
  if ((registryUsername === undefined) === (registryPassword === undefined)) return undefined
  return conflict(
    'One of `registry-username` and `registry-password` is given without the other, or the other is empty.',
    'Give both, or neither. A secret that does not exist is an empty input.',
  )
}

function conflict(message: string, hint: string): ReleaseError {
  return new ReleaseError('INPUT_CONFLICT', message, { hint })
}

function unknownInput(name: string): ReleaseError {
  const near = nearest(name, Object.keys(verificationInputs))
  return new ReleaseError('INPUT_UNKNOWN', `This action has no input \`${name.slice(0, 60)}\`.`, {
    hint:
      near === undefined
        ? `Its inputs are: ${Object.keys(verificationInputs).join(', ')}.`
        : `Did you mean \`${near}\`?`,
  })
}
