import { mapConcurrent } from '../../model/async/concurrency.ts'
import type { ChartRef, Digest, PackagedChart } from '../../model/chart.ts'
import { asReleaseError, ReleaseError } from '../../model/errors.ts'
import type { AdoptionRecord, Attachable, PublishedArtifact, StagedArtifact, Target } from '../../model/target.ts'
import type { Http } from '../../ports/http.ts'
import type { RegistryContext, TargetDefinition } from '../target.ts'
import { nameProblem, parseAddress, type RegistryAddress, repositoryOf, tagOf, versionOf } from './address.ts'
import { endUpload } from './artifacts/blobs.ts'
import { getManifest, nameOf } from './artifacts/manifests.ts'
import { createQueue } from './artifacts/merge.ts'
import { listTags } from './artifacts/tags.ts'
import { adoptionReferrer } from './chart/adoption.ts'
import { chartContent } from './chart/chart-manifest.ts'
import { fetchChart } from './chart/fetch.ts'
import { adoptionsOf, presenceOf } from './chart/lookup.ts'
import { pushProblems } from './chart/preflight.ts'
import { isTagged, storeChart, writeTag } from './chart/publish.ts'
import { credentialsFor } from './credentials/credentials.ts'
import { createRepositories } from './ecr/create-repositories.ts'
import { ecrAt } from './ecr/ecr.ts'
import { bundleReferrer } from './signatures/bundle-manifest.ts'
import { attachReferrers } from './signatures/bundles.ts'
import { attachLegacy, readLegacy } from './signatures/legacy-signatures.ts'
import { readBundles } from './signatures/read-bundles.ts'
import { createReferrersReader } from './signatures/referrers.ts'
import { tidyFallbackTag } from './signatures/referrers-fallback-tag.ts'
import { subjectProblem } from './signatures/subject-support.ts'
import { openClient, type RegistryClient } from './transport/client.ts'
import { endpointOf } from './transport/endpoint.ts'

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
  const client = clientFor(address, context, context.http)
  const referrers = createReferrersReader(client)
  const inTurn = createQueue()
  const listing = { isSeen: false }
  // What was absent when this run looked. Promoting looks again, as only then a tag of somebody else counts.
  const [absent, empty] = [new Set<string>(), new Set<string>()]
  // What preflight found to be missing where the address consents to its creation.
  const missing = new Set<string>()
  const creator = address.create && ecrAt(address.host, context)
  const repositoriesOf = (refs: readonly ChartRef[]) => [
    ...new Set(refs.map(({ name }) => repositoryOf(address, name))),
  ]
  const place = (ref: ChartRef) => ({ repository: repositoryOf(address, ref.name), reference: tagOf(ref) })

  // What was written is read back by somebody who knows nothing of the writer.
  let reading:
    | { readonly client: RegistryClient; readonly referrers: ReturnType<typeof createReferrersReader> }
    | undefined
  const reader = () => {
    if (reading) return reading
    const fresh = clientFor(address, context, context.newHttp())
    reading = { client: fresh, referrers: createReferrersReader(fresh) }
    return reading
  }

  // Referrers that this run stored: they are found again however many others somebody adds.
  const own = new Set<Digest>()

  // Manifests that this run wrote or read: promoting and signing need their bytes again.
  const manifests = new Map<Digest, Uint8Array>()
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

  async function stage(chart: PackagedChart): Promise<StagedArtifact> {
    const { repository, reference } = place(chart)
    const content = chartContent(chart)
    const isTaken =
      !absent.has(nameOf(place(chart))) && (await isTagged(client, { repository, reference }, content.digest))
    const isNew = !isTaken && (await storeChart(client, repository, content))
    await endUpload(client, repository)
    manifests.set(content.digest, content.manifest)
    return { ...staged(chart, content.digest), isNew }
  }

  async function attach(artifact: StagedArtifact, { legacy, bundles, signedAt }: Attachable): Promise<void> {
    const repository = repositoryOf(address, artifact.ref.name)
    const { digest, isNew = false } = artifact
    const isFirst = empty.has(repository)
    const subject = { repository, digest, isNew, isFirst, size: (await manifestBytes(artifact)).length }
    const writing = { client, clock, listing }
    const stored = bundles.map((bundle) => bundleReferrer(subject, bundle, signedAt))
    for (const referrer of stored) own.add(referrer.digest)
    await inTurn(`${repository}@${digest}`, async () => {
      const both = await Promise.allSettled([
        legacy && attachLegacy(writing, subject, legacy),
        attachReferrers(
          writing,
          subject,
          bundles.map(({ json }) => json),
          stored,
        ),
      ])
      // Not `all`: the other one must not go on writing behind the back of whoever handles the failure.
      for (const each of both) if (each.status === 'rejected') throw each.reason
    })
  }

  async function recordAdoption(artifact: StagedArtifact, record: AdoptionRecord): Promise<void> {
    const { ref, digest } = artifact
    const repository = repositoryOf(address, ref.name)
    const subject = { repository, digest, size: (await manifestBytes(artifact)).length }
    const referrer = adoptionReferrer(subject, record)
    await inTurn(`${repository}@${digest}`, () => attachReferrers({ client, clock, listing }, subject, [], [referrer]))
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

  async function promoteOne(artifact: StagedArtifact): Promise<PublishedArtifact> {
    const bytes = await manifestBytes(artifact)
    const changed = await writeTag({ client, clock }, place(artifact.ref), { digest: artifact.digest, bytes })
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
    async createMissing(refs) {
      const wanted = repositoriesOf(refs).filter((repository) => missing.has(repository))
      if (!address.create || !creator || wanted.length === 0) return []
      return createRepositories({ client, ecr: creator, clock, log: context.log, missing }, wanted, address.create)
    },
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
    adopt: (ref, { digest }) => staged(ref, digest),
    attach,
    adoptions: ({ ref, digest }) =>
      adoptionsOf({ client, referrers }, { repository: repositoryOf(address, ref.name), digest }),
    recordAdoption,
    tidySignatures,
    async signatures({ ref, digest }) {
      const subject = { repository: repositoryOf(address, ref.name), digest }
      const { client: fresh, referrers: list } = reader()
      const wanted = { own, warn: context.log.warning }
      const [legacy, bundles] = await Promise.all([
        readLegacy(fresh, subject),
        readBundles(fresh, list, subject, wanted),
      ])
      return { legacy, bundles }
    },
    fetch: async ({ ref, digest }) =>
      fetchChart(reader().client, { repository: repositoryOf(address, ref.name), digest }),
    promote: (artifacts) =>
      mapConcurrent(artifacts, TAGS_AT_ONCE, (artifact) => promoteOne(artifact).catch(asReleaseError)),
  }
}

function clientFor({ host }: RegistryAddress, context: RegistryContext, http: Http): RegistryClient {
  const { clock, secrets, settings } = context
  const endpoint = endpointOf(host, settings.plainHttp)
  const credentials = credentialsFor(host, context, ecrAt(host, { ...context, http })?.login)
  return openClient({ endpoint, http, clock, secrets, credentials, tokenRealms: settings.tokenRealms ?? [] })
}
