import { moveRef, objectAt } from './bare.ts'
import { type Answer, type Call, invalid, notFound, page, type Route } from './exchange.ts'
import { apiUrl, type Hub } from './hub.ts'
import { published, type Release, releaseAnswer, releaseBody, releaseOf } from './release-state.ts'
import { may } from './tokens.ts'

export const releaseRoutes: readonly Route[] = [
  {
    operation: 'GET /repos/{owner}/{repo}/releases',
    needs: ['contents', 'read'],
    handle(call, hub) {
      // Drafts are for those who may write.
      const visible = may(call.token, ['contents', 'write']) ? hub.releases : published(hub)
      return page(
        call,
        [...visible].reverse().map((release) => releaseBody(hub, release)),
        apiUrl(hub, 'releases'),
      )
    },
  },
  { operation: 'POST /repos/{owner}/{repo}/releases', needs: ['contents', 'write'], handle: create },
  {
    operation: 'POST /repos/{owner}/{repo}/releases/generate-notes',
    needs: ['contents', 'write'],
    async handle({ body }, hub) {
      const { tag_name: tag = '', target_commitish: target, previous_tag_name: since } = body as NotesWanted
      // What does not exist yet is made of the commit that is named.
      const known = await objectAt(hub.origin, `${target}^{commit}`)
      if (known === undefined) return invalid({ resource: 'Release', code: 'invalid', field: 'target_commitish' })
      return { status: 200, body: { name: tag, body: `## What's Changed\n\nSince ${since ?? 'the beginning'}.` } }
    },
  },
  {
    operation: 'GET /repos/{owner}/{repo}/releases/latest',
    needs: ['contents', 'read'],
    handle: (_, hub) =>
      answerFor(
        hub,
        published(hub).find(({ latest }) => latest),
      ),
  },
  {
    operation: 'GET /repos/{owner}/{repo}/releases/tags/{tag}',
    needs: ['contents', 'read'],
    // A draft has no tag yet, so it is not found by one.
    handle: ({ parameters }, hub) =>
      answerFor(
        hub,
        published(hub).find(({ tag }) => tag === parameters.tag),
      ),
  },
  {
    operation: 'GET /repos/{owner}/{repo}/releases/{release_id}',
    needs: ['contents', 'read'],
    handle(call, hub) {
      const found = releaseOf(call, hub)
      return answerFor(hub, found?.draft && !may(call.token, ['contents', 'write']) ? undefined : found)
    },
  },
  { operation: 'PATCH /repos/{owner}/{repo}/releases/{release_id}', needs: ['contents', 'write'], handle: update },
  {
    operation: 'DELETE /repos/{owner}/{repo}/releases/{release_id}',
    needs: ['contents', 'write'],
    handle(call, hub) {
      const found = releaseOf(call, hub)
      if (!found) return notFound()
      hub.releases.splice(hub.releases.indexOf(found), 1)
      if (found.immutable) hub.spentTags.add(found.tag)
      return { status: 204 }
    },
  },
]

function answerFor(hub: Hub, release: Release | undefined): Answer {
  return release ? releaseAnswer(hub, release, 200) : notFound()
}

interface NotesWanted {
  readonly tag_name?: string
  readonly target_commitish?: string
  readonly previous_tag_name?: string
}

interface Wanted {
  readonly tag_name?: string
  readonly target_commitish?: string
  readonly name?: string
  readonly body?: string
  readonly draft?: boolean
  readonly prerelease?: boolean
  readonly make_latest?: 'true' | 'false' | 'legacy'
}

async function create(call: Call, hub: Hub): Promise<Answer> {
  const wanted = call.body as Wanted
  const release: Release = {
    id: hub.nextId(),
    tag: wanted.tag_name ?? '',
    target: wanted.target_commitish ?? hub.settings.defaultBranch,
    name: wanted.name ?? null,
    body: wanted.body ?? null,
    draft: true,
    prerelease: wanted.prerelease ?? false,
    latest: false,
    immutable: false,
    assets: [],
    login: call.token?.login ?? '',
    createdAt: hub.now(),
    publishedAt: undefined,
  }
  const refused = wanted.draft ? undefined : await publish(hub, release, wanted)
  if (refused) return refused
  hub.releases.push(release)
  return { ...releaseAnswer(hub, release, 201), headers: { location: apiUrl(hub, `releases/${release.id}`) } }
}

async function update(call: Call, hub: Hub): Promise<Answer> {
  const release = releaseOf(call, hub)
  if (!release) return notFound()
  const wanted = call.body as Wanted
  const changed = wanted.tag_name !== undefined && wanted.tag_name !== release.tag
  if (release.immutable && changed)
    return invalid({ resource: 'Release', code: 'custom', field: 'tag_name', message: 'tag_name cannot be changed' })
  const next: Release = { ...release }
  next.tag = wanted.tag_name ?? release.tag
  next.target = wanted.target_commitish ?? release.target
  next.name = wanted.name ?? release.name
  next.body = wanted.body ?? release.body
  next.prerelease = wanted.prerelease ?? release.prerelease
  if (wanted.draft === true && !release.immutable) next.draft = true
  const refused = release.draft && wanted.draft === false ? await publish(hub, next, wanted) : undefined
  if (refused) return refused
  if (!release.draft && wanted.make_latest === 'true') makeLatest(hub, next)
  Object.assign(release, next)
  return releaseAnswer(hub, release, 200)
}

/** Shows the release: its tag is made where it is not there yet, and from here on it may be immutable. */
async function publish(
  hub: Hub,
  release: Release,
  { make_latest: latest = 'true' }: Wanted,
): Promise<Answer | undefined> {
  const wrong = (code: string, message?: string) =>
    invalid({ resource: 'Release', code, field: 'tag_name', ...(message && { message }) })
  if (published(hub).some(({ tag, id }) => tag === release.tag && id !== release.id)) return wrong('already_exists')
  if (hub.spentTags.has(release.tag)) return wrong('custom', 'tag_name was used by an immutable release')
  const ref = `refs/tags/${release.tag}`
  if ((await objectAt(hub.origin, ref)) === undefined) {
    const branch = await objectAt(hub.origin, `refs/heads/${release.target}`)
    const target = branch ?? (await objectAt(hub.origin, `${release.target}^{commit}`))
    if (target === undefined) return invalid({ resource: 'Release', code: 'invalid', field: 'target_commitish' })
    if (!(await moveRef(hub.origin, ref, target, undefined)))
      return wrong('custom', 'Published releases must have a valid tag')
  }
  release.draft = false
  release.publishedAt = hub.now()
  release.immutable = hub.settings.immutableReleases
  if (latest !== 'false' && !release.prerelease) makeLatest(hub, release)
  return undefined
}

function makeLatest(hub: Hub, release: Release): void {
  for (const other of hub.releases) other.latest = false
  release.latest = true
}
