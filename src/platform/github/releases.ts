import { ReleaseError } from '../../model/errors.ts'
import { member } from '../member.ts'
import type { GitHubRelease, GitHubReleases, ReleaseAsset } from '../platform.ts'
import { type GitHubClient, saidBy } from './client.ts'

const PAGE = 100
const MAX_PAGES = 10
const TRANSFER_TIMEOUT_MS = 5 * 60_000

/** See https://docs.github.com/rest/releases. */
export function openReleases(client: GitHubClient): GitHubReleases {
  const asked = (what: string, work: () => Promise<unknown>) => work().catch(told(what))
  const one = async (what: string, route: string, parameters: Readonly<Record<string, unknown>> = {}) => {
    const data = await asked(what, () => client.ask(route, parameters).catch(missing))
    return data === undefined ? undefined : releaseIn(data)
  }

  async function list() {
    const releases: GitHubRelease[] = []
    for (let page = 1; page <= MAX_PAGES; page += 1) {
      const data = await asked('list releases', () => client.ask('GET releases', { per_page: PAGE, page }))
      const found = Array.isArray(data) ? data.map(releaseIn) : []
      releases.push(...found)
      if (found.length < PAGE) return { releases, isWhole: true }
    }
    return { releases, isWhole: false }
  }

  async function upload({ uploadUrl, tag }: GitHubRelease, name: string, content: Uint8Array): Promise<ReleaseAsset> {
    const headers = { 'content-type': typeOf(name), 'content-length': content.length }
    const parameters = { name, data: content, headers, request: limit() }
    return assetIn(await asked(`take ${name} for ${tag}`, () => client.upload(uploadUrl, parameters)))
  }

  return {
    list,
    get: (id) => one(`tell release ${id}`, 'GET releases/{release_id}', { release_id: id }),
    find: (tag) => one(`tell the release ${tag}`, 'GET releases/tags/{tag}', { tag }),
    latest: () => one('tell the latest release', 'GET releases/latest'),
    async createDraft({ tag, ...draft }) {
      const parameters = { ...draft, tag_name: tag, draft: true }
      return releaseIn(await asked(`make a release ${tag}`, () => client.change('POST releases', parameters)))
    },
    upload,
    async deleteAsset(id) {
      const route = 'DELETE releases/assets/{asset_id}'
      await asked(`delete asset ${id}`, () => client.change(route, { asset_id: id }).catch(missing))
    },
    async deleteDraft(id) {
      const route = 'DELETE releases/{release_id}'
      await asked(`delete draft ${id}`, () => client.change(route, { release_id: id }).catch(missing))
    },
    async download({ id, name }) {
      const parameters = { asset_id: id, headers: { accept: 'application/octet-stream' }, request: limit() }
      const data = await asked(`give ${name}`, () => client.ask('GET releases/assets/{asset_id}', parameters))
      if (data instanceof ArrayBuffer) return new Uint8Array(data)
      throw new ReleaseError('GITHUB_RELEASE_FAILED', `GitHub’s answer for ${name} is no file.`)
    },
    async publish(id, latest) {
      const parameters = { release_id: id, draft: false, make_latest: latest }
      return releaseIn(
        await asked(`publish release ${id}`, () => client.change('PATCH releases/{release_id}', parameters)),
      )
    },
  }
}

function limit() {
  return { signal: AbortSignal.timeout(TRANSFER_TIMEOUT_MS) }
}

function typeOf(name: string): string {
  if (name.endsWith('.tgz')) return 'application/gzip'
  return name.endsWith('.json') ? 'application/json' : 'text/plain'
}

/** A 404 is an answer where something may not be there. */
function missing(error: unknown): undefined {
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
  }
}

function assetIn(data: unknown): ReleaseAsset {
  const [id, name, size, digest] = ['id', 'name', 'size', 'digest'].map((key) => member(data, key))
  if (typeof id !== 'number' || typeof name !== 'string' || typeof size !== 'number')
    throw new ReleaseError('GITHUB_RELEASE_FAILED', 'GitHub’s answer describes no file of a release.')
  const isUploaded = member(data, 'state') === 'uploaded'
  return { id, name, size, isUploaded, ...(typeof digest === 'string' && { digest }) }
}

function told(what: string) {
  return (error: unknown): never => {
    // What is no answer of GitHub's, nor a lack of one, is not explained by it.
    if (typeof member(error, 'status') !== 'number') throw error
    const reason = saidBy(error)
    const isSpent = /API rate limit exceeded/i.test(reason)
    throw new ReleaseError('GITHUB_RELEASE_FAILED', `GitHub did not ${what}: ${reason}`, {
      hint: isSpent
        ? 'A workflow token may ask 1,000 times an hour. Run again when the hour is over: what is there already is not made again.'
        : 'Give the job `permissions: { contents: write }`, or run again where GitHub was away: it goes on where this run stopped.',
      cause: error,
    })
  }
}
