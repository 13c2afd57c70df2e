import { createHash } from 'node:crypto'
import { ReleaseError } from '../../model/errors.ts'
import { member } from '../../model/json.ts'
import { unified } from '../../model/text.ts'
import type { GitHubRelease, GitHubReleases, ReleaseAsset, ReleaseDraft } from '../../ports/github.ts'
import type { GitHubClient } from './client.ts'
import { GitHubFailure } from './failure.ts'

const PAGE = 100
const MAX_PAGES = 10

/** See https://docs.github.com/rest/releases. */
export function openReleases(client: GitHubClient): GitHubReleases {
  const asked = (what: string, work: () => Promise<unknown>) => work().catch(explained(what))
  const one = async (what: string, route: string, parameters: Readonly<Record<string, unknown>> = {}) => {
    const data = await asked(what, () => client.request(route, parameters).catch(undefinedIfNotFound))
    return data === undefined ? undefined : releaseIn(data)
  }
  const get = (id: number) => one(`tell release ${id}`, 'GET releases/{release_id}', { release_id: id })

  async function listed(page: number): Promise<readonly GitHubRelease[]> {
    const data = await asked('list releases', () => client.request('GET releases', { per_page: PAGE, page }))
    return Array.isArray(data) ? data.map(releaseIn) : []
  }

  async function list() {
    const releases: GitHubRelease[] = []
    for (let page = 1; page <= MAX_PAGES; page += 1) {
      const found = await listed(page)
      releases.push(...found)
      if (found.length < PAGE) return { releases, isWhole: true }
    }
    return { releases, isWhole: false }
  }

  async function newest() {
    const releases = await listed(1)
    return { releases, isWhole: releases.length < PAGE }
  }

  async function createDraft({ tag, ...draft }: ReleaseDraft): Promise<GitHubRelease> {
    const parameters = { ...draft, tag_name: tag, draft: true }
    const isIt = (one: GitHubRelease) => one.isDraft && one.tag === tag && unified(one.body) === unified(draft.body)
    const look = async () => (await listed(1)).find(isIt)
    const creation = { read: releaseIn, look }
    return client.create('POST releases', parameters, creation).catch(explained(`make a release ${tag}`))
  }

  async function deleteAsset(id: number): Promise<void> {
    const route = 'DELETE releases/assets/{asset_id}'
    await asked(`delete asset ${id}`, () => client.change(route, { asset_id: id }).catch(undefinedIfNotFound))
  }

  /**
   * An interrupted upload leaves an asset that occupies the name:
   * https://docs.github.com/rest/releases/assets#upload-a-release-asset.
   */
  async function uploadedTo(id: number, name: string, content: Uint8Array): Promise<ReleaseAsset | undefined> {
    const there = (await get(id))?.assets.find((asset) => asset.name === name)
    if (there && !there.isUploaded) await deleteAsset(there.id)
    return there?.isUploaded && isOf(there, content) ? there : undefined
  }

  async function upload(
    { id, uploadUrl, tag }: GitHubRelease,
    name: string,
    content: Uint8Array,
  ): Promise<ReleaseAsset> {
    const headers = { 'content-type': typeOf(name), 'content-length': content.length }
    const creation = { read: assetIn, look: () => uploadedTo(id, name, content) }
    const parameters = { name, data: content, headers }
    return client.upload(uploadUrl, parameters, creation).catch(explained(`take ${name} for ${tag}`))
  }

  return {
    list,
    newest,
    get,
    find: (tag) => one(`tell the release ${tag}`, 'GET releases/tags/{tag}', { tag }),
    latest: () => one('tell the latest release', 'GET releases/latest'),
    async notesFor(tag, { commit, since }) {
      const parameters = { tag_name: tag, target_commitish: commit, ...(since && { previous_tag_name: since }) }
      const data = await asked(`write notes for ${tag}`, () =>
        client.request('POST releases/generate-notes', parameters),
      )
      return String(member(data, 'body') ?? '')
    },
    createDraft,
    upload,
    deleteAsset,
    async deleteDraft(id) {
      const route = 'DELETE releases/{release_id}'
      await asked(`delete draft ${id}`, () => client.change(route, { release_id: id }).catch(undefinedIfNotFound))
    },
    async download({ id, name }) {
      const parameters = { asset_id: id, headers: { accept: 'application/octet-stream' } }
      return client.download('GET releases/assets/{asset_id}', parameters).catch(explained(`give ${name}`))
    },
    async publish(id, latest) {
      const parameters = { release_id: id, draft: false, make_latest: latest }
      return releaseIn(
        await asked(`publish release ${id}`, () => client.change('PATCH releases/{release_id}', parameters)),
      )
    },
  }
}

/** Old servers don't send the digest. */
function isOf({ size, digest }: ReleaseAsset, content: Uint8Array): boolean {
  const own = `sha256:${createHash('sha256').update(content).digest('hex')}`
  return size === content.length && (digest === undefined || digest === own)
}

function typeOf(name: string): string {
  if (name.endsWith('.tgz')) return 'application/gzip'
  return name.endsWith('.json') ? 'application/json' : 'text/plain'
}

/** A 404 is a valid result for something that may not exist. */
function undefinedIfNotFound(error: unknown): undefined {
  if (member(error, 'status') === 404) return undefined
  throw error
}

function releaseIn(data: unknown): GitHubRelease {
  const [id, tag, uploadUrl, assets] = ['id', 'tag_name', 'upload_url', 'assets'].map((key) => member(data, key))
  if (typeof id !== 'number' || typeof tag !== 'string' || typeof uploadUrl !== 'string' || !Array.isArray(assets))
    throw new ReleaseError('GITHUB_RELEASE_FAILED', 'GitHub’s answer describes no release.')
  return {
    ...{ id, tag, uploadUrl, assets: assets.map(assetIn), body: String(member(data, 'body') ?? '') },
    isDraft: member(data, 'draft') === true,
    isImmutable: member(data, 'immutable') === true,
    wasPublished: typeof member(data, 'published_at') === 'string',
  }
}

function assetIn(data: unknown): ReleaseAsset {
  const [id, name, size, digest] = ['id', 'name', 'size', 'digest'].map((key) => member(data, key))
  if (typeof id !== 'number' || typeof name !== 'string' || typeof size !== 'number')
    throw new ReleaseError('GITHUB_RELEASE_FAILED', 'GitHub’s answer describes no file of a release.')
  const isUploaded = member(data, 'state') === 'uploaded'
  return { id, name, size, isUploaded, ...(typeof digest === 'string' && { digest }) }
}

function explained(what: string) {
  return (error: unknown): never => {
    if (!(error instanceof GitHubFailure)) throw error
    throw new ReleaseError('GITHUB_RELEASE_FAILED', `GitHub did not ${what}: ${error.message}`, {
      hint: hintFor(error),
      cause: error,
    })
  }
}

function hintFor({ message, status }: GitHubFailure): string {
  if (/API rate limit exceeded/i.test(message))
    return 'A workflow token may ask 1,000 times an hour. Run again when the hour is over: what is there already is not made again.'
  const isRefusal = status !== undefined && status < 500
  return isRefusal
    ? 'Give the job `permissions: { contents: write }`.'
    : 'Run again when GitHub answers: it goes on where this run stopped.'
}
