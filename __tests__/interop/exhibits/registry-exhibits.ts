import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { copyAlone, type Manifest, type Repository, readManifest } from '../registries/oci.ts'
import { attachBundles, bundlesOf, fallbackTag, type StoredBundle } from '../registries/referrers.ts'
import type { Registry } from '../registries/requests.ts'
import type { Release } from '../release.ts'
import type { Exhibits } from '../verifiers/ask.ts'
import type { ExhibitName } from '../verifiers/questions.ts'
import type { Exhibit } from '../verifiers/verifier.ts'
import { type FormName, formOf } from './forms.ts'

/** A manifest with what may refer to it. */
export interface Source {
  readonly repository: Repository
  readonly digest: string
}

export interface RegistrySources {
  readonly registry: Registry
  readonly release: Release
  /** A chart that somebody else released, in whatever registry. */
  readonly foreign: Source
  /** For files that verifiers are given. */
  readonly folder: string
}

/** Lays out charts with chosen signatures in repositories of their own, when they are asked for. */
export function registryExhibits(sources: RegistrySources): Exhibits {
  const made = new Map<string, Promise<Exhibit | undefined>>()
  return (form, name) => {
    const key = `${form}/${name}`.replace(/[^a-z]+/gi, '-').toLowerCase()
    const exhibit = made.get(key) ?? makeExhibit(sources, { form, name, key })
    made.set(key, exhibit)
    return exhibit
  }
}

interface Order {
  readonly form: FormName
  readonly name: ExhibitName
  /** A name that no other has. */
  readonly key: string
}

async function makeExhibit(sources: RegistrySources, { form, name, key }: Order): Promise<Exhibit | undefined> {
  const { registry, release, folder } = sources
  const own = (digest: string): Source => ({ repository: { ...registry, name: release.app.repository }, digest })
  const signed = name === 'foreign' ? sources.foreign : own(release.app.digest)
  const shown = name === 'moved' ? own(release.before.digest) : signed
  const to: Repository = { ...registry, name: `exhibits/${key.replace(/^-|-$/g, '')}/app` }
  await registry.create?.(to.name)
  const chart = await copyAlone(shown.repository, to, shown.digest)
  const signatures = await signaturesOf(signed, form)
  if (!signatures) return undefined
  if (name !== 'stripped') await attach(to, chart, signed, signatures)
  const file = (extension: string) => join(folder, `${key}.${extension}`)
  writeFileSync(file('manifest'), chart.bytes)
  const meant =
    name === 'stripped' ? undefined : signatures.bundles.find((each) => each.predicate === formOf(form).predicate)
  if (meant) writeFileSync(file('bundle'), meant.bundle)
  return {
    reference: referenceTo(sources, { form, name }, `${to.host}/${to.name}@${chart.digest}`),
    artifact: file('manifest'),
    digest: chart.digest,
    ...(meant && { bundle: file('bundle') }),
  }
}

/** As a user types it, a chart has its tag, where it was released. */
function referenceTo(
  { release, registry }: RegistrySources,
  { form, name }: Omit<Order, 'key'>,
  exhibit: string,
): string {
  if (form !== 'as a user types it' || name !== 'genuine') return exhibit
  return `${registry.host}/${release.app.repository}:${release.app.version}`
}

interface Signatures {
  readonly legacy: boolean
  readonly bundles: readonly StoredBundle[]
}

/** `undefined` if the form is not there as a whole. */
async function signaturesOf({ repository, digest }: Source, form: FormName): Promise<Signatures | undefined> {
  const { keeps = { legacy: false, predicates: [] }, predicate } = formOf(form)
  const bundles = (await bundlesOf(repository, digest)).filter((each) => keeps.predicates.includes(each.predicate))
  if (predicate !== undefined && !bundles.some((each) => each.predicate === predicate)) return undefined
  if (keeps.legacy || keeps.predicates.length === 0) {
    if (!(await readManifest(repository, signatureTag(digest)))) return undefined
    return { legacy: true, bundles }
  }
  return { legacy: false, bundles }
}

async function attach(
  to: Repository,
  chart: Manifest,
  { repository, digest }: Source,
  { legacy, bundles }: Signatures,
): Promise<void> {
  if (legacy) await copyAlone(repository, to, signatureTag(digest), signatureTag(chart.digest))
  const { mediaType } = chart
  await attachBundles(to, { mediaType, digest: chart.digest, size: chart.bytes.length }, bundles)
}

function signatureTag(digest: string): string {
  return `${fallbackTag(digest)}.sig`
}

/** Which of these forms a chart has in its registry. */
export async function formsThere(source: Source, names: readonly FormName[]): Promise<readonly FormName[]> {
  const found = await Promise.all(names.map(async (name) => ((await signaturesOf(source, name)) ? name : undefined)))
  return found.filter((name) => name !== undefined)
}
