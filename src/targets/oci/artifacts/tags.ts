import { ReleaseError } from '../../../model/errors.ts'
import { jsonIn } from '../transport/answers.ts'
import type { RegistryClient } from '../transport/client.ts'
import { pagesOf } from '../transport/pagination.ts'

const PAGE_SIZE = 1_000
const MAX_PAGE_BYTES = 8 * 1024 * 1024

/** All tags of a repository; empty when the registry does not know it. Fails as `refusal` and `pagesOf`. */
export async function listTags(client: RegistryClient, repository: string): Promise<readonly string[]> {
  const path = `/v2/${repository}/tags/list?n=${PAGE_SIZE}`
  const request = { method: 'GET', path, repository, access: 'pull', maxBytes: MAX_PAGE_BYTES } as const
  const found: string[] = []
  for await (const page of pagesOf(client, request)) {
    if (page.status === 404) return found
    if (page.status !== 200)
      throw await client.refused(page, repository, `The tags of ${repository} could not be listed`)
    const { tags } = jsonIn(page, client.host)
    // Registries write null for an empty list.
    if (tags !== null && tags !== undefined && !Array.isArray(tags)) throw notAList(client, repository)
    for (const tag of tags ?? []) if (typeof tag === 'string') found.push(tag)
  }
  return found
}

function notAList(client: RegistryClient, repository: string): ReleaseError {
  return new ReleaseError(
    'REGISTRY_ANSWER_INVALID',
    `${client.host} lists the tags of ${repository} as something else than a list`,
  )
}
