import { example } from './description.ts'
import type { Answer, Call } from './exchange.ts'
import { apiUrl, type Hub, timestamp, webUrl } from './hub.ts'
import { nodeId } from './refs.ts'

export interface Asset {
  readonly id: number
  readonly name: string
  readonly label: string | null
  readonly contentType: string
  readonly content: Buffer
  readonly digest: string
  /** `open`: what an upload that broke leaves. */
  readonly state?: 'uploaded' | 'open'
  readonly createdAt: Date
}

export interface Release {
  readonly id: number
  tag: string
  target: string
  name: string | null
  body: string | null
  draft: boolean
  prerelease: boolean
  latest: boolean
  immutable: boolean
  assets: readonly Asset[]
  readonly login: string
  readonly createdAt: Date
  publishedAt: Date | undefined
}

export function releaseOf({ parameters }: Call, { releases }: Hub): Release | undefined {
  return releases.find(({ id }) => id === Number(parameters.release_id))
}

export function published(hub: Hub): readonly Release[] {
  return hub.releases.filter(({ draft }) => !draft)
}

/** A release as GitHub tells it. A draft has no tag of its own yet, which its address shows. */
export function releaseAnswer(hub: Hub, release: Release, status: number): Answer {
  return { status, body: releaseBody(hub, release) }
}

export function releaseBody(hub: Hub, release: Release): Record<string, unknown> {
  const { discussion_url: _, ...template } = example('release', hub.repository)
  const { id, tag, target, name, body, draft, prerelease, immutable } = release
  const place = draft ? `untagged-${id}` : encodeURIComponent(tag)
  return {
    ...template,
    id,
    node_id: nodeId('Release', id),
    url: apiUrl(hub, `releases/${id}`),
    assets_url: apiUrl(hub, `releases/${id}/assets`),
    upload_url: `${hub.urls.uploads}/repos/${hub.repository}/releases/${id}/assets{?name,label}`,
    html_url: webUrl(hub, `releases/tag/${place}`),
    tag_name: tag,
    target_commitish: target,
    name,
    body,
    draft,
    prerelease,
    immutable,
    author: { ...(template.author as object), login: release.login },
    assets: release.assets.map((asset) => assetBody(hub, release, asset)),
    created_at: timestamp(release.createdAt),
    published_at: release.publishedAt ? timestamp(release.publishedAt) : null,
  }
}

export function assetBody(hub: Hub, release: Release, asset: Asset): Record<string, unknown> {
  const template = example('release-asset', hub.repository)
  const place = release.draft ? `untagged-${release.id}` : encodeURIComponent(release.tag)
  return {
    ...template,
    id: asset.id,
    node_id: nodeId('ReleaseAsset', asset.id),
    url: apiUrl(hub, `releases/assets/${asset.id}`),
    browser_download_url: webUrl(hub, `releases/download/${place}/${encodeURIComponent(asset.name)}`),
    name: asset.name,
    label: asset.label,
    content_type: asset.contentType,
    size: asset.content.length,
    digest: asset.digest,
    state: asset.state ?? 'uploaded',
    created_at: timestamp(asset.createdAt),
    updated_at: timestamp(asset.createdAt),
  }
}
