import type { Dependency } from '../../model/chart.ts'
import { type Location, ReleaseError } from '../../model/errors.ts'
import type { ChartSettings, DependencySettings } from '../../model/settings.ts'
import { isConstraint } from '../manifest/constraints.ts'
import { aliasIn } from '../manifest/repository-alias.ts'
import { FILE_SCHEME } from '../source/local-dependencies.ts'
import type { ChartSource } from '../source/source.ts'
import { externalDependencies, lockedExternal } from './external-dependencies.ts'
import { type AddressRefusal, allowing, refusalOf } from './refused-address.ts'
import type { VendoredChart } from './vendored.ts'
import { lockAgain, lockFileOf, withoutLogin } from './words.ts'

/**
 * Fails if an external dependency must not be fetched: with `DEPENDENCY_REFUSED` for its address, with
 * `DEPENDENCY_UNLOCKED` if neither a lock nor an exact constraint says which version it is, with `CONSTRAINT_INVALID`, and
 * with `DEPENDENCY_MISSING` for a copy that is not there.
 */
export function checkExternal(
  chart: ChartSource,
  vendored: readonly VendoredChart[],
  settings: DependencySettings,
  own: ChartSettings,
): void {
  const all = lockedExternal(chart, vendored)
  for (const { dependency, version } of all) {
    const at = { file: chart.dependencyFile.file, line: dependency.line }
    if (dependency.repository.startsWith(FILE_SCHEME)) throw noCopy(chart, dependency, at)
    const [refusal] = refusalOf(dependency.repository, chart.path, settings)
    if (refusal) throw addressRefused(chart, dependency, { refusal, settings, at })
    if (!isConstraint(dependency.version)) throw notConstraint(dependency, at)
    if (!chart.lock && version === undefined && own.unlocked !== 'allow') throw unlocked(chart, dependency, at)
  }
}

/** A `file://` dependency that does not lead to a chart here, and of which charts/ has no copy. */
function noCopy({ manifest, path }: ChartSource, { name, repository }: Dependency, at: Location): ReleaseError {
  const message = `${repository} leads to no chart of this repository, and nothing in charts/ of ${manifest.name} is ${name}.`
  const hint = `Correct the path; or run \`helm dependency update ${path}\` where that chart is, and commit the copy that it puts into charts/.`
  return new ReleaseError('DEPENDENCY_MISSING', message, { hint, at })
}

interface Refused {
  readonly refusal: AddressRefusal
  readonly settings: DependencySettings
  readonly at: Location
}

/** Names one problem, and the setting for all that this chart needs: the next run must not ask for another. */
function addressRefused(chart: ChartSource, { name, repository }: Dependency, { refusal, settings, at }: Refused) {
  const all = externalDependencies(chart).flatMap((one) => refusalOf(one.repository, chart.path, settings))
  const line = allowing(settings, {
    schemes: all.flatMap(({ scheme }) => scheme ?? []),
    hosts: all.flatMap(({ host }) => host ?? []),
  })
  const setting = `If that is meant, allow it with \`${line}\` in the config file.`
  const again = chart.lock && refusal.hint !== undefined ? ` Then ${lockAgain(chart)}.` : ''
  return new ReleaseError('DEPENDENCY_REFUSED', `${name} comes from ${withoutLogin(repository)}: ${refusal.why}.`, {
    hint: refusal.hint === undefined ? setting : `${refusal.hint}${again}`,
    at,
  })
}

function notConstraint({ name, version }: Dependency, at: Location): ReleaseError {
  const found = version === '' ? 'no version' : `the version ${JSON.stringify(version)}`
  return new ReleaseError('CONSTRAINT_INVALID', `The dependency ${name} has ${found}.`, {
    hint: 'Write the version that it needs, such as `1.2.3`, or a constraint such as `^1.2.0`.',
    at,
  })
}

function unlocked(chart: ChartSource, { name, version, repository }: Dependency, at: Location): ReleaseError {
  const alias = aliasIn(repository)
  const first = alias === undefined ? '' : `\`helm repo add ${alias}\` with its address, then `
  return new ReleaseError(
    'DEPENDENCY_UNLOCKED',
    `${chart.manifest.name} depends on ${name} ${version} from ${withoutLogin(repository)}, but has no lock.`,
    {
      hint: `Run ${first}\`helm dependency update ${chart.path}\` and commit ${lockFileOf(chart)}. Or pin the exact version (\`version: 1.2.3\`), or set \`unlocked: allow\` for this chart in the config file.`,
      at,
    },
  )
}
