import type { Digest } from '../../src/model/chart.ts'
import { publishedVersion, signatureTag } from '../support/charts/published.ts'
import { git, type TestRepository } from '../support/git/repository.ts'
import type { TestGitHub } from '../support/github/github.ts'
import type { TestRegistry } from '../support/registry/registry.ts'
import { bodyOf } from '../support/registry/store.ts'
import { storedSignatures, visibleTags } from '../support/run/signature-watch.ts'
import type { World } from '../support/run/world.ts'
import { digestsIn } from '../support/scenes/half-released.ts'
import type { Scene } from './scene.ts'

/** What must come out equal, however often a run was killed: everything but times, and ids that are made of times. */
export interface EndState {
  /** Tree of the branch, and the messages of the commits that runs added. */
  readonly branch: { readonly tree: string; readonly messages: readonly string[] }
  /** Git tag to the tree of its commit. */
  readonly tags: Readonly<Record<string, string>>
  /** By registry, repository and version. */
  readonly versions: Readonly<Record<string, PublishedContent>>
  /** Digests of archives by name and version, as the index on the branch lists them. */
  readonly pages: Readonly<Record<string, string>>
  /** Manifests of charts that each repository holds, visible or not. */
  readonly charts: Readonly<Record<string, number>>
  /** Names of the files of each GitHub Release, by its tag; drafts have another name. */
  readonly releases: Readonly<Record<string, readonly string[]>>
}

interface PublishedContent {
  readonly files: Readonly<Record<string, string>>
  readonly annotations: Readonly<Record<string, string>>
  /** Where the release commit was there before the run: then every byte is the same. */
  readonly digest?: string
}

export interface Judged {
  readonly state: EndState
  /** What is wrong with the state in itself. */
  readonly problems: readonly string[]
  /** The most signatures or attestations of one form that lie beside one digest: a second one is no harm, but worth knowing. */
  readonly signatures: number
}

const REVISION = 'org.opencontainers.image.revision'
const CREATED = 'org.opencontainers.image.created'
const HELM_CONFIG = 'application/vnd.cncf.helm.config.v1+json'

export async function endStateOf(
  scene: Scene,
  { repository, registries, github }: Pick<World, 'repository' | 'registries' | 'github'>,
): Promise<Judged> {
  const tags = await tagsOf(repository)
  const places = registries.flatMap((registry, index) =>
    registry.repositories().map((name) => ({ registry, name, key: `${index + 1} ${name}` })),
  )
  const versions = places.flatMap((place) =>
    visibleTags(place.registry, place.name).map((tag) => ({ ...place, tag, key: `${place.key}:${tag}` })),
  )
  const state: EndState = {
    branch: await branchOf(scene, repository),
    tags: Object.fromEntries([...tags].map(([name, { tree }]) => [name, tree])),
    versions: Object.fromEntries(versions.map(({ key, ...version }) => [key, contentOf(scene, version)])),
    pages: await onBranch(repository),
    charts: Object.fromEntries(places.map(({ key, ...place }) => [key, chartsIn(place)])),
    releases: releasesOf(github),
  }
  const looks = await Promise.all(versions.map((version) => lookAt(scene, version, tags)))
  const problems = [
    ...looks.flatMap((look) => look.problems),
    ...unequal(versions),
    ...otherArchives(versions, github),
    ...places.flatMap(orphans),
    ...attestedOnce(scene, versions, github),
    ...(await lostTags(repository, tags)),
    ...(await leftRefs(repository)),
  ]
  return { state, problems, signatures: Math.max(0, ...looks.map((look) => look.signatures)) }
}

async function branchOf({ head }: Scene, { origin, branch }: TestRepository): Promise<EndState['branch']> {
  const messages = await git(origin, ['log', '-z', '--reverse', '--format=%an%n%B', `${head}..${branch}`])
  return {
    tree: await git(origin, ['rev-parse', `${branch}^{tree}`]),
    messages: messages.split('\0').filter((message) => message !== ''),
  }
}

/** With what stands beside the index, so that no file is left over. */
async function onBranch({ origin, remoteFile }: TestRepository): Promise<EndState['pages']> {
  const ref = 'refs/heads/gh-pages'
  const index = await remoteFile('index.yaml', ref).catch(() => undefined)
  if (index === undefined) return {}
  const names = (await git(origin, ['ls-tree', '-r', '--name-only', ref])).split('\n')
  const listed = ['db', 'lib', 'web'].flatMap((name) =>
    Object.entries(digestsIn(index, name)).map(([version, digest]) => [`${name}-${version}`, digest] as const),
  )
  return Object.fromEntries([...listed, ...names.map((name) => [name, ''] as const)])
}

type Tags = ReadonlyMap<string, { readonly commit: string; readonly tree: string }>

async function tagsOf({ origin }: TestRepository): Promise<Tags> {
  const lines = await git(origin, ['for-each-ref', '--format=%(refname:lstrip=2) %(objectname) %(tree)', 'refs/tags'])
  return new Map(
    lines.split('\n').map((line) => {
      const [name = '', commit = '', tree = ''] = line.split(' ')
      return [name, { commit, tree }]
    }),
  )
}

/** Tags of commits that the branch does not hold: a bump that never became true. */
async function lostTags({ origin, branch }: TestRepository, tags: Tags): Promise<readonly string[]> {
  const onBranch = new Set((await git(origin, ['rev-list', branch])).split('\n'))
  return [...tags].flatMap(([name, { commit }]) => (onBranch.has(commit) ? [] : [`tag ${name} is not on ${branch}`]))
}

/**
 * What runs keep beside branches and tags is gone when everything is released. What a run staged for a branch and left is
 * removed by a run of the next day, since it can't be told from what another run is at work with.
 */
async function leftRefs({ origin }: TestRepository): Promise<readonly string[]> {
  const refs = await git(origin, ['for-each-ref', '--format=%(refname)', 'refs/release-charts'])
  return refs
    .split('\n')
    .filter((ref) => ref !== '' && !ref.startsWith('refs/release-charts/staging/'))
    .map((ref) => `${ref} was left behind`)
}

interface Place {
  readonly registry: TestRegistry
  /** Of the repository, e.g. `acme/charts/db`. */
  readonly name: string
}

interface Version extends Place {
  readonly tag: string
}

function published({ registry, name, tag }: Version) {
  const found = publishedVersion(registry, name.replace('acme/charts/', ''), tag)
  if (!found) throw new Error(`${name}:${tag} is no chart`)
  return found
}

function contentOf({ commits }: Scene, version: Version): PublishedContent {
  const { files, digest, annotations } = published(version)
  const { [REVISION]: revision = '', [CREATED]: created = '', ...others } = annotations
  const isKnown = commits.has(revision)
  return { files, annotations: others, ...(isKnown && { digest, revision, created }) }
}

function chartsIn({ registry, name }: Place): number {
  const manifests = registry.content().get(name)?.manifests.values() ?? []
  return [...manifests].filter((manifest) => bodyOf(manifest).config?.mediaType === HELM_CONFIG).length
}

async function lookAt({ judge, kind }: Scene, version: Version, tags: Tags) {
  const { registry, name, tag } = version
  const { digest, annotations } = published(version)
  const stored = storedSignatures(registry, name, digest)
  const missing = await judge(`${registry.host}/${name}`, digest as Digest, stored)
  const kinds = [...Map.groupBy(stored.bundles, ({ predicateType }) => predicateType).values()]
  const claim = tags.get(kind.tagOf(name.split('/').at(-1) ?? '', tag))?.commit
  const where = `${registry.host}/${name}:${tag}`
  return {
    signatures: Math.max(stored.legacy.length, ...kinds.map((kind) => kind.length)),
    problems: [
      ...(missing.length > 0 ? [`${where} lacks ${missing.join(' and ')}`] : []),
      ...(claim === annotations[REVISION] ? [] : [`${where} is of ${annotations[REVISION]}, its git tag of ${claim}`]),
    ],
  }
}

/** GitHub has each new version's provenance, whichever run stored it, and none twice. */
function attestedOnce(scene: Scene, versions: readonly Version[], { attestations }: TestGitHub): readonly string[] {
  const known = scene.registries.flatMap((content) =>
    [...content.values()].flatMap(({ manifests }) => [...manifests.keys()]),
  )
  const fresh = new Set(
    versions.map((version) => published(version).digest).filter((digest) => !known.includes(digest)),
  )
  const about = attestations.map(({ bundle }) => Buffer.from(bundle.dsseEnvelope?.payload ?? '', 'base64').toString())
  return [...fresh].flatMap((digest) => {
    const count = about.filter((statement) => statement.includes(digest.slice('sha256:'.length))).length
    return count === 1 ? [] : [`GitHub has ${count} attestations of ${digest}`]
  })
}

/** A version has one digest, wherever it is. */
function unequal(versions: readonly Version[]): readonly string[] {
  const byVersion = Map.groupBy(versions, ({ name, tag }) => `${name}:${tag}`)
  return [...byVersion].flatMap(([key, each]) => {
    const digests = new Set(each.map((version) => published(version).digest))
    return digests.size === 1 ? [] : [`${key} has ${digests.size} digests`]
  })
}

function releasesOf({ releases }: TestGitHub): EndState['releases'] {
  const named = releases.map(({ tag, draft, id, assets }): readonly [string, readonly string[]] => [
    draft ? `draft ${id} of ${tag}` : tag,
    assets.map(({ name }) => name).sort(),
  ])
  return Object.fromEntries(named)
}

/** Releases whose archive is not the one that the registries have. */
function otherArchives(versions: readonly Version[], { releases }: TestGitHub): readonly string[] {
  const archives = new Set<string>(versions.map((version) => published(version).archiveDigest))
  return releases.flatMap(({ tag, assets }) =>
    assets.flatMap(({ name, digest }) =>
      name.endsWith('.tgz') && !archives.has(digest) ? [`${name} of the release ${tag} is in no registry`] : [],
    ),
  )
}

/** Signatures of what is not there. */
function orphans({ registry, name }: Place): readonly string[] {
  const signed = registry.tags(name).filter((tag) => tag.endsWith('.sig'))
  const known = [...(registry.content().get(name)?.manifests.keys() ?? [])].map(signatureTag)
  return signed.filter((tag) => !known.includes(tag)).map((tag) => `${name}:${tag} signs nothing`)
}
