import { ReleaseError } from '../../../model/errors.ts'
import type { HttpResponse } from '../../../ports/http.ts'
import type { RegistryClient } from '../transport/client.ts'

/** Opens an upload session; its address, always on the registry's own origin. */
export async function openUpload(
  client: RegistryClient,
  repository: string,
  options = { effect: true },
): Promise<string> {
  const path = `/v2/${repository}/blobs/uploads/`
  const headers = { 'content-length': '0' }
  const post = { method: 'POST', path, repository, access: 'push', headers, attempts: 5, ...options } as const
  const response = await client.send(post)
  if (response.status !== 202)
    throw await client.refused(response, repository, `An upload to ${repository} was refused`, { writes: true })
  return ownLocation(client, response)
}

/** Keeps a session for a blob that is still to come. */
export function keepUpload(
  { uploads }: RegistryClient,
  repository: string,
  session: Promise<string | undefined>,
): void {
  uploads.set(repository, [...(uploads.get(repository) ?? []), session])
}

/**
 * Opens sessions for blobs that are about to come, so that none of them waits for one. What fails here fails once more, with a
 * reason, when the blob opens its own.
 */
export function openAhead(client: RegistryClient, repository: string, count: number): void {
  for (let left = count; left > 0; left -= 1) {
    const opened = openUpload(client, repository)
    keepUpload(
      client,
      repository,
      opened.catch(() => undefined),
    )
  }
}

/** A session that was kept, if there is one. */
export async function takeUpload({ uploads }: RegistryClient, repository: string): Promise<string | undefined> {
  const [first, ...others] = uploads.get(repository) ?? []
  uploads.set(repository, others)
  return first
}

/**
 * Gives back sessions that were kept and not used. That nobody would miss them is no reason to leave them: registries keep them
 * for days.
 */
export async function endUploads(client: RegistryClient, repository: string): Promise<void> {
  const left = client.uploads.get(repository) ?? []
  client.uploads.delete(repository)
  await Promise.all(
    left.map(async (session) => {
      const path = await session
      if (path !== undefined)
        await client.send({ method: 'DELETE', path, repository, access: 'push' }).catch(() => undefined)
    }),
  )
}

function ownLocation(client: RegistryClient, response: HttpResponse): string {
  const { location } = response.headers
  if (location === undefined || !URL.canParse(location, response.url)) {
    throw new ReleaseError('REGISTRY_ANSWER_INVALID', `${client.host} opened an upload and did not say where`)
  }
  const url = new URL(location, response.url)
  const own = new URL(client.origin)
  // Registries behind a TLS proxy often do not know that they are: same host, and the encryption stays.
  if (own.protocol === 'https:' && url.protocol === 'http:' && url.hostname === own.hostname && url.port === '') {
    url.protocol = 'https:'
    url.port = own.port
  }
  if (url.origin === own.origin && url.username === '') return url.href
  throw new ReleaseError(
    'REGISTRY_UPLOAD_ELSEWHERE',
    `${own.host} sends the upload to ${url.host}, which is another host`,
    {
      hint: 'Credentials and charts go to the registry that was named only. Check the registry, or the proxy before it, for its external address.',
    },
  )
}
