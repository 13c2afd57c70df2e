import { createHash } from 'node:crypto'
import { type Answer, type Call, failed, invalid, notFound, page, type Route } from './exchange.ts'
import { apiUrl, type Hub } from './hub.ts'
import { type Asset, assetBody, type Release, releaseOf } from './release-state.ts'

/** Files of releases. The upload is at home on a host of its own: `upload_url` of the release leads there. */
export const assetRoutes: readonly Route[] = [
  {
    operation: 'GET /repos/{owner}/{repo}/releases/{release_id}/assets',
    needs: ['contents', 'read'],
    handle(call, hub) {
      const release = releaseOf(call, hub)
      if (!release) return notFound()
      const items = release.assets.map((asset) => assetBody(hub, release, asset))
      return page(call, items, apiUrl(hub, `releases/${release.id}/assets`))
    },
  },
  {
    operation: 'GET /repos/{owner}/{repo}/releases/assets/{asset_id}',
    needs: ['contents', 'read'],
    handle(call, hub) {
      const found = assetOf(call, hub)
      if (!found) return notFound()
      if (call.headers.accept !== 'application/octet-stream')
        return { status: 200, body: assetBody(hub, found.release, found.asset) }
      return { status: 302, headers: { location: `${hub.urls.web}/storage/${found.asset.id}` } }
    },
  },
  {
    operation: 'DELETE /repos/{owner}/{repo}/releases/assets/{asset_id}',
    needs: ['contents', 'write'],
    handle(call, hub) {
      const found = assetOf(call, hub)
      if (!found) return notFound()
      if (found.release.immutable) return failed(422, 'Cannot delete asset from an immutable release.')
      found.release.assets = found.release.assets.filter(({ id }) => id !== found.asset.id)
      return { status: 204 }
    },
  },
]

const NOTHING_YET = { content: Buffer.alloc(0), state: 'open' } as const

/** On the uploads host, and nowhere else. */
export const uploadRoute: Route = {
  operation: 'POST /repos/{owner}/{repo}/releases/{release_id}/assets',
  needs: ['contents', 'write'],
  handle(call, hub) {
    const release = releaseOf(call, hub)
    if (!release) return notFound()
    if (release.immutable) return failed(422, 'Cannot upload assets to an immutable release.')
    const name = nameKept(call.query.get('name') ?? '')
    if (release.assets.some((asset) => asset.name === name))
      return invalid({ resource: 'ReleaseAsset', code: 'already_exists', field: 'name' })
    const asset: Asset = {
      id: hub.nextId(),
      name,
      label: call.query.get('label'),
      contentType: call.headers['content-type'] ?? 'application/octet-stream',
      content: call.bytes,
      digest: `sha256:${createHash('sha256').update(call.bytes).digest('hex')}`,
      createdAt: hub.now(),
    }
    release.assets = [...release.assets, hub.brokenUploads > 0 ? { ...asset, ...NOTHING_YET } : asset]
    return { status: 201, body: assetBody(hub, release, asset) }
  },
}

/** GitHub renames what has other characters than these; a plus sign is kept. */
function nameKept(name: string): string {
  return name.replace(/[^\w.+@-]+/g, '.').replace(/^\.+|\.+$/g, '')
}

function assetOf({ parameters }: Call, hub: Hub): { readonly release: Release; readonly asset: Asset } | undefined {
  for (const release of hub.releases) {
    const asset = release.assets.find(({ id }) => id === Number(parameters.asset_id))
    if (asset) return { release, asset }
  }
  return undefined
}

/** What a browser or Helm downloads: GitHub sends everybody on to its storage, which asks for no token. */
export function download(path: string, hubs: readonly Hub[]): Answer | Buffer {
  const stored = /^\/storage\/(\d+)$/.exec(path)
  const all = hubs.flatMap((hub) =>
    hub.releases.flatMap((release) => release.assets.map((asset) => ({ hub, release, asset }))),
  )
  if (stored) return all.find(({ asset }) => asset.id === Number(stored[1]))?.asset.content ?? failed(404, 'Not Found')
  const [, repository = '', tag = '', name = ''] = /^\/(.+)\/releases\/download\/([^/]+)\/([^/]+)$/.exec(path) ?? []
  const found = all.find(
    ({ hub, release, asset }) =>
      hub.repository.toLowerCase() === repository.toLowerCase() &&
      !release.draft &&
      release.tag === decodeURIComponent(tag) &&
      asset.name === decodeURIComponent(name),
  )
  if (found?.hub.settings.visibility !== 'public') return failed(404, 'Not Found')
  return { status: 302, headers: { location: `${found.hub.urls.web}/storage/${found.asset.id}` } }
}
