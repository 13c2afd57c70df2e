import { posix } from 'node:path'
import type { Dependency } from '../../model/chart.ts'
import { ReleaseError } from '../../model/errors.ts'
import { compareArchives } from '../archive/archive.ts'
import { isConstraint, satisfies } from '../manifest/constraints.ts'
import { compareHelmVersions, readHelmVersion } from '../manifest/helm-version.ts'
import { lockEntriesFor } from '../manifest/lock.ts'
import { archivePath } from '../source/local-dependencies.ts'
import { type Holder, isVendoredAt, type VendoredChart } from './vendored.ts'

const OTHER_NAME = 'Use one version of that chart, or package the other one under a name of its own.'

/** The version that a dependency must have, and what requires it. */
interface Wanted {
  readonly dependency: Dependency
  /** Absent if there is only a constraint. */
  readonly exact?: { readonly version: string; readonly by: string }
}

/**
 * **A chart in `charts/` is what its own Chart.yaml says**, and it must be what the parent requires: the version of the
 * chart of this repository, else that of the lock, else one that the constraint allows. Helm packages whatever is
 * there. `here` has the versions of this repository's own charts by the index of the dependency. Fails with
 * `DEPENDENCY_OUT_OF_STEP`, `DEPENDENCY_VERSIONS` or `CONSTRAINT_INVALID`.
 */
export function checkVendored(holder: Holder, here: ReadonlyMap<number, string> = new Map()): void {
  const wanted = wantedOf(holder, here)
  refuseTwoVersions(holder, wanted)
  const byName = Map.groupBy(holder.vendored, ({ name }) => name)
  for (const [index, one] of wanted.entries()) {
    const { name } = one.dependency
    const there = byName.get(name) ?? []
    if (wanted.filter(({ dependency }) => dependency.name === name).length > 1) refuseTwoThere(holder, there)
    for (const vendored of there) checkOne(holder, one, vendored)
    if (there.length === 0 && !here.has(index)) refuseImpostor(holder, one)
  }
  for (const there of byName.values()) refuseTwoThere(holder, there)
  for (const { holder: inside } of holder.vendored) if (inside) checkVendored(inside)
}

function wantedOf({ dependencies, lock }: Holder, here: ReadonlyMap<number, string>): readonly Wanted[] {
  const entries = lock ? lockEntriesFor(dependencies, lock) : []
  return dependencies.map((dependency, index) => {
    const local = here.get(index)
    if (local !== undefined) return { dependency, exact: { version: local, by: `this repository has ${local}` } }
    const locked = entries[index]?.version
    // For a dependency without repository Helm writes the constraint into the lock.
    if (locked === undefined || dependency.repository === '' || !lock) return { dependency }
    return { dependency, exact: { version: locked, by: `${lock.file} has ${locked}` } }
  })
}

/** Helm keeps each chart in `charts/<name>`, whatever its alias: of two versions the last one would win. */
function refuseTwoVersions({ name, dependencyFile }: Holder, wanted: readonly Wanted[]): void {
  for (const [index, { dependency, exact }] of wanted.entries()) {
    const other = wanted
      .slice(0, index)
      .find(
        (one) =>
          one.dependency.name === dependency.name && exact && one.exact && !isSame(one.exact.version, exact.version),
      )
    if (!other?.exact || !exact) continue
    const [first, second] = [other, { dependency, exact }].map(
      (one) => `${one.exact?.version} as ${keyOf(one.dependency)}`,
    )
    throw twoVersions(`${name} depends on two versions of ${dependency.name}: ${first}, and ${second}`, {
      file: dependencyFile,
      line: dependency.line,
    })
  }
}

/** A dependency with its archive, built by this run or fetched. */
interface Placed {
  readonly dependency: Dependency
  readonly version: string
  readonly archive: Uint8Array
}

/**
 * The archives for a chart's `charts/`, by path. One may serve several aliases; two versions, or one version from two
 * sources with different content, fail with `DEPENDENCY_VERSIONS`: the last one would win.
 */
export function archivesFor(
  { name, dependencyFile }: Pick<Holder, 'name' | 'dependencyFile'>,
  placed: readonly Placed[],
): ReadonlyMap<string, Uint8Array> {
  const wanted = placed.map(({ dependency, version }) => ({ dependency, exact: { version, by: '' } }))
  refuseTwoVersions({ name, dependencyFile, path: '', dependencies: [], vendored: [] }, wanted)
  const archives = new Map<string, Uint8Array>()
  for (const { dependency, version, archive } of placed) {
    const path = archivePath({ name: dependency.name, version })
    const before = archives.get(path)
    if (before && before !== archive && compareArchives(before, archive).length > 0) {
      const what = `${name} depends on ${dependency.name} ${version} from two places, whose contents differ`
      throw twoVersions(what, { file: dependencyFile, line: dependency.line })
    }
    archives.set(path, archive)
  }
  return archives
}

function refuseTwoThere({ name }: Holder, [first, ...others]: readonly VendoredChart[]): void {
  const second = others.find(({ version }) => !isSame(version, first?.version ?? ''))
  if (!first || !second) return
  const what = `${first.path} (${first.version}) and ${second.path} (${second.version})`
  throw twoVersions(
    `${name} has two versions of ${first.name} in charts/: ${what}`,
    second.at,
    `Delete ${first.path} or ${second.path}, whichever is not meant.`,
  )
}

function twoVersions(what: string, at: VendoredChart['at'], hint = OTHER_NAME): ReleaseError {
  return new ReleaseError(
    'DEPENDENCY_VERSIONS',
    `${what}. An alias renames only the values: Helm packages both as charts/<name>, so one would replace the other.`,
    { hint, at },
  )
}

function checkOne({ name, path }: Holder, { dependency, exact }: Wanted, vendored: VendoredChart): void {
  const found = `${vendored.path} is ${vendored.name} ${vendored.version}`
  if (exact) {
    if (isSame(vendored.version, exact.version)) return
    throw outOfStep(
      `${found}, but ${exact.by}`,
      vendored,
      `Put ${dependency.name} ${exact.version} there, or delete it`,
    )
  }
  if (dependency.version === '') return
  if (!isConstraint(dependency.version)) {
    const what = `${name} wants ${dependency.name} ${JSON.stringify(dependency.version)}, which is not a version constraint.`
    const hint = 'Write a constraint such as `^1.2.0` to the dependency.'
    throw new ReleaseError('CONSTRAINT_INVALID', what, { hint, at: vendored.at })
  }
  if (satisfies(vendored.version, dependency.version)) return
  throw outOfStep(
    `${found}, but ${name} asks for ${dependency.version}`,
    vendored,
    otherVersion(path, dependency, vendored),
  )
}

/** Only a dependency with a repository can be had from somewhere. */
function otherVersion(path: string, { version, repository }: Dependency, vendored: VendoredChart): string {
  const change = `change the constraint in ${path}`
  if (repository === '') return `Put a version there that \`${version}\` allows, or ${change}`
  return `Delete ${vendored.path}, run \`helm dependency update ${path}\`, and commit the lock and the archive in charts/; or ${change}`
}

/** A folder or archive that is named like the dependency but is another chart: Helm would not find the dependency. */
function refuseImpostor({ path, vendored }: Holder, { dependency, exact }: Wanted): void {
  const { name, version: constraint } = dependency
  const impostor = vendored.find((one) =>
    isVendoredAt(posix.relative(path, one.path), { name, constraint, locked: exact?.version }),
  )
  if (!impostor) return
  const what = `${impostor.path} is ${impostor.name} ${impostor.version}, not the dependency ${name}`
  throw outOfStep(what, impostor, `Put ${name} there, or give the folder or archive of ${impostor.name} its own name`)
}

function outOfStep(what: string, { at }: VendoredChart, hint: string): ReleaseError {
  return new ReleaseError('DEPENDENCY_OUT_OF_STEP', `${what}.`, { hint: `${hint}.`, at })
}

/** Whether two spellings mean one version, such as `v1.2.3` and `1.2.3`; different builds differ. */
function isSame(a: string, b: string): boolean {
  if (a === b) return true
  const [one, other] = [readHelmVersion(a), readHelmVersion(b)]
  return one !== undefined && other !== undefined && compareHelmVersions(one, other) === 0 && buildOf(a) === buildOf(b)
}

function buildOf(version: string): string {
  return version.split('+')[1] ?? ''
}

function keyOf({ alias, name }: Dependency): string {
  return alias ?? name
}
