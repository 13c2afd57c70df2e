import type { ErrorCode } from '../../model/error-codes.ts'
import { ReleaseError } from '../../model/errors.ts'
import { PrivateHost } from '../../model/http/private-host.ts'
import type { DependencySettings } from '../../model/settings.ts'
import type { ChartSource } from '../source/source.ts'
import type { LockedDependency } from './external-dependencies.ts'
import { allowing } from './refused-address.ts'
import { lockAgain, withoutLogin } from './words.ts'

interface Failure {
  readonly cause: ReleaseError
  readonly settings: DependencySettings
}

/** These say all that there is to say; anything else is one of many reasons why a dependency can't be fetched. */
const OWN_CODES: ReadonlySet<ErrorCode> = new Set(['DEPENDENCY_REPOSITORY_UNKNOWN', 'LOCK_OUT_OF_STEP'])

/** The error of a chart whose dependency could not be fetched: what it needs, why that failed, and the way out. */
export function fetchFailed(chart: ChartSource, locked: LockedDependency, { cause, settings }: Failure): ReleaseError {
  if (cause.kind === 'bug') return cause
  const { name, version: constraint, repository, line } = locked.dependency
  const wanted = `${name} ${locked.version ?? constraint} from ${withoutLogin(repository)}`
  return new ReleaseError(
    codeOf(cause),
    `${chart.manifest.name} needs ${wanted}, and that could not be fetched: ${cause.message.replace(/\.$/, '')}.`,
    { hint: hintFor(chart, locked, { cause, settings }), at: { file: chart.dependencyFile.file, line }, cause },
  )
}

function codeOf({ code }: ReleaseError): ErrorCode {
  if (OWN_CODES.has(code)) return code
  return code === 'REMOTE_ADDRESS_REFUSED' ? 'DEPENDENCY_REFUSED' : 'DEPENDENCY_FAILED'
}

function hintFor(chart: ChartSource, locked: LockedDependency, { cause, settings }: Failure): string {
  const { code } = cause
  if (cause.cause instanceof PrivateHost) {
    const line = allowing(settings, { hosts: [cause.cause.host] })
    return `If that is meant, allow it with \`${line}\` in the config file.`
  }
  if (code === 'REMOTE_ADDRESS_REFUSED') return 'Write the address that it leads to, or commit the archive in charts/.'
  if (code === 'REGISTRY_UNAUTHORIZED' || code === 'REGISTRY_DENIED') return loginTo(locked.dependency.repository)
  if (code === 'LOCK_OUT_OF_STEP') return `Correct the address, or ${lockAgain(chart)}.`
  if (cause.hint !== undefined) return cause.hint
  return `Check that the repository can be reached from here. If it does not hold that version, ${otherVersion(chart, locked)}.`
}

/** The inputs for a registry are those of a target, and go nowhere else. */
function loginTo(repository: string): string {
  const host = URL.canParse(repository) ? new URL(repository).host : repository
  return `Log in to ${host} in a step before this one, with \`helm registry login ${host}\` or docker/login-action, as somebody who may read it.`
}

function otherVersion(chart: ChartSource, { entry, version }: LockedDependency): string {
  if (entry) return lockAgain(chart)
  return version === undefined ? 'write a constraint that a version of it satisfies' : 'write a version that it holds'
}
