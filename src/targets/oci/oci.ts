import { mapConcurrent } from '../../model/async/concurrency.ts'
import { shared } from '../../model/async/memoize.ts'
import type { ChartRef, Digest, PackagedChart } from '../../model/chart.ts'
import { asReleaseError, ReleaseError } from '../../model/errors.ts'
import type { AdoptionRecord, Attachable, PublishedArtifact, StagedArtifact, Target } from '../../model/target.ts'
import { createOwnWrites } from '../own-writes.ts'
import type { RegistryContext, TargetDefinition } from '../target.ts'
import { nameProblem, parseAddress, repositoryOf, tagOf, versionOf } from './address.ts'
import { getManifest, nameOf } from './artifacts/manifests.ts'
import { createQueue } from './artifacts/merge.ts'
import { listTags } from './artifacts/tags.ts'
import { endUploads, openAhead } from './artifacts/uploads.ts'
import { adoptionReferrer } from './chart/adoption.ts'
import { chartContent } from './chart/chart-manifest.ts'
import { fetchChart } from './chart/fetch.ts'
import { adoptionsOf, presenceOf } from './chart/lookup.ts'
import { pushProblems } from './chart/preflight.ts'
import { isTagged, storeChart, writeTag } from './chart/publish.ts'
import { openConnections } from './connections.ts'
import { createRepositories } from './ecr/create-repositories.ts'
import { ecrAt } from './ecr/ecr.ts'
import { attachReferrers } from './signatures/bundles.ts'
import { tidyFallbackTag } from './signatures/referrers-fallback-tag.ts'
import { createSignatureStore } from './signatures/signature-store.ts'
import { subjectProblem } from './signatures/subject-support.ts'

const TAGS_AT_ONCE = 8

/** Charts in any OCI registry, one repository a chart, the version as tag. */
export const oci: TargetDefinition = {
  scheme: 'oci://',
  example: 'oci://ghcr.io/acme/charts',
  summary:
    'Any OCI registry. The chart is stored by digest, signed, read back, and tagged last. With `?create=true` a repository that is missing in a private ECR is created.',
  hasIndex: false,
  check: (address) => void parseAddress(address),
  open: openRegistry,
}

/** Opens the target of an address, for those who only read as well. */
export function openRegistry(text: string, context: RegistryContext): Target {
  const address = parseAddress(text)
  const { clock } = context
  const { client, referrers, reader, warm } = openConnections(address, context)
  const inTurn = createQueue()
  const listing = { isSeen: false }
  // What was absent when this run looked. Promoting looks again, as only then a tag of somebody else counts.
  const [absent, empty] = [new Set<string>(), new Set<string>()]
  // Looks at tags that are under way.
  const looks = new Map<string, Promise<boolean>>()
  // What preflight found to be missing where the address consents to its creation.
  const missing = new Set<string>()
  const creator = address.create && ecrAt(address.host, context)
  const repositoriesOf = (refs: readonly ChartRef[]) => [
    ...new Set(refs.map(({ name }) => repositoryOf(address, name))),
  ]
  const place = (ref: ChartRef) => ({ repository: repositoryOf(address, ref.name), reference: tagOf(ref) })

  const ownWrites = context.ownWrites ?? createOwnWrites()
  // Manifests that this run wrote or read: promoting and signing need their bytes again.
  const { manifests } = ownWrites
  const signatures = createSignatureStore({ client, clock, listing, reader, warn: context.log.warning, ownWrites })
  // Repositories whose open uploads wait for signatures.
  const awaited = new Set<string>()

  async function manifestBytes({ ref, digest }: StagedArtifact): Promise<Uint8Array> {
    const repository = repositoryOf(address, ref.name)
    const bytes = manifests.get(digest) ?? (await getManifest(client, { repository, reference: digest }))?.bytes
    if (!bytes) throw new ReleaseError('REGISTRY_NOT_FOUND', `${client.host}/${repository}@${digest} is not there`)
    manifests.set(digest, bytes)
    return bytes
  }

  // What every registry client takes. Helm takes it too, unless the version holds a `+`: then it wants `--version`.
  function reference(ref: ChartRef): string {
    return `oci://${address.host}/${repositoryOf(address, ref.name)}:${tagOf(ref)}`
  }

  function staged(ref: ChartRef, digest: Digest): StagedArtifact {
    const { name, version } = ref
    return { ref: { name, version }, digest, repository: `${address.host}/${repositoryOf(address, name)}` }
  }

  async function stage(chart: PackagedChart, onKnown?: (artifact: StagedArtifact) => void): Promise<StagedArtifact> {
    const { repository, reference } = place(chart)
    const content = chartContent(chart)
    const isAbsent = absent.has(nameOf(place(chart)))
    const isTaken = !isAbsent && (await isTagged(client, { repository, reference }, content.digest))
    const told = (isNew: boolean) => {
      manifests.set(content.digest, content.manifest)
      onKnown?.({ ...staged(chart, content.digest), isNew })
    }
    const isNew = !isTaken && (await storeChart(client, repository, content, { isAbsent, onKnown: told }))
    if (!awaited.has(repository)) await endUploads(client, repository)
    manifests.set(content.digest, content.manifest)
    return { ...staged(chart, content.digest), isNew }
  }

  async function attach(artifact: StagedArtifact, made: Attachable): Promise<void> {
    const repository = repositoryOf(address, artifact.ref.name)
    const { digest, isNew = false } = artifact
    const size = (await manifestBytes(artifact)).length
    const subject = { repository, digest, isNew, isFirst: empty.has(repository), size }
    await inTurn(`${repository}@${digest}`, () => signatures.attach(subject, made))
    awaited.delete(repository)
    await endUploads(client, repository)
  }

  function makeRoom({ ref }: StagedArtifact, bundles: number): void {
    const repository = repositoryOf(address, ref.name)
    if (awaited.has(repository)) return
    awaited.add(repository)
    // Beside the bundles: the signature that cosign reads and its config, and for the first chart of all what bundles have instead.
    openAhead(client, repository, bundles + 2 + (empty.has(repository) ? 1 : 0))
  }

  async function recordAdoption(artifact: StagedArtifact, record: AdoptionRecord): Promise<void> {
    const { ref, digest } = artifact
    const repository = repositoryOf(address, ref.name)
    const subject = { repository, digest, size: (await manifestBytes(artifact)).length }
    const referrer = adoptionReferrer(subject, record)
    await inTurn(`${repository}@${digest}`, async () => {
      await attachReferrers({ client, clock, listing }, subject, [], [referrer])
    })
  }

  /** Nothing of ours is missing: a list that can't be tidied is no reason to fail. */
  async function tidySignatures({ ref, digest }: StagedArtifact): Promise<boolean> {
    const repository = repositoryOf(address, ref.name)
    return inTurn(`${repository}@${digest}`, () =>
      tidyFallbackTag({ client, clock }, { repository, digest }).catch((thrown: unknown) => {
        const { kind, message } = asReleaseError(thrown)
        if (kind === 'bug') throw thrown
        context.log.warning(`The list of signatures names some that are gone, and stays as it is: ${message}`)
        return false
      }),
    )
  }

  async function createMissing(refs: readonly ChartRef[]) {
    const wanted = repositoriesOf(refs).filter((repository) => missing.has(repository))
    const problems =
      address.create && creator && wanted.length > 0
        ? await createRepositories({ client, ecr: creator, clock, log: context.log, missing }, wanted, address.create)
        : []
    // A chart has two blobs at least. Nothing refuses any more, and while it is packaged nothing waits for this upload.
    const open = repositoriesOf(refs).filter((repository) => problems.length === 0 && client.uploads.has(repository))
    for (const repository of open) openAhead(client, repository, 1)
    return problems
  }

  async function promoteOne(artifact: StagedArtifact): Promise<PublishedArtifact> {
    const bytes = await manifestBytes(artifact)
    const { digest, ref } = artifact
    const looked = looks.get(nameOf(place(ref)))
    looks.delete(nameOf(place(ref)))
    const changed = await writeTag({ client, clock }, place(ref), { digest, bytes, looked })
    return { ...artifact, reference: reference(artifact.ref), changed }
  }

  return {
    address: address.address,
    hides: 'unlisted',
    nameProblem: (name) => nameProblem(address, name),
    signs: 'manifest',
    together: false,
    reference,
    preflight: (refs) => pushProblems(client, repositoriesOf(refs), creator && missing),
    ...(address.create && { mayCreate: true as const }),
    createMissing,
    // What one repository of a registry takes, the others take too.
    signatureProblem: async ([ref]) => ref && subjectProblem(client, repositoryOf(address, ref.name)),
    async find(ref, look = { signatures: false }) {
      const { repository, reference } = place(ref)
      const presence = await presenceOf({ client, referrers }, { repository, tag: reference }, look)
      if (presence.state === 'absent') absent.add(nameOf(place(ref)))
      return presence
    },
    async versions(name) {
      const repository = repositoryOf(address, name)
      const tags = await listTags(client, repository)
      if (tags.length === 0) empty.add(repository)
      return tags.map(versionOf).filter((version) => version !== undefined)
    },
    stage,
    warm: ({ name }, options) => warm(repositoryOf(address, name), options),
    lookAhead: ({ ref, digest }) => void looks.set(nameOf(place(ref)), shared(isTagged(client, place(ref), digest))),
    adopt: (ref, { digest }) => staged(ref, digest),
    attach,
    adoptions: ({ ref, digest }) =>
      adoptionsOf({ client, referrers }, { repository: repositoryOf(address, ref.name), digest }),
    recordAdoption,
    tidySignatures,
    async tidy() {
      await Promise.all([...client.uploads.keys()].map((repository) => endUploads(client, repository)))
    },
    makeRoom,
    signatures: ({ ref, digest }) => signatures.read({ repository: repositoryOf(address, ref.name), digest }),
    fetch: async ({ ref, digest }) =>
      fetchChart(reader().client, { repository: repositoryOf(address, ref.name), digest }, manifests.get(digest)),
    promote: (artifacts) =>
      mapConcurrent(artifacts, TAGS_AT_ONCE, (artifact) => promoteOne(artifact).catch(asReleaseError)),
  }
}
