import { openRepository, type RepositoryContext } from '../../chart/dependencies/classic-repository.ts'
import { entryFor } from '../../chart/dependencies/repository-entries.ts'
import type { Http } from '../../ports/http.ts'
import { inRepository, type RepositoryView } from './in-repository.ts'
import { unreadable } from './problems.ts'

/** Nobody waits for a server that does not answer: whoever looks again asks again. */
const BOUNDS = { attempts: 1, timeoutMs: 10_000 } as const

export type SiteContext = Pick<RepositoryContext, 'files' | 'secrets'> & {
  readonly newHttp: () => Http
  /** Where GitHub Releases are, to which an index may lead. */
  readonly serverUrl: string
}

/**
 * A repository at the address that a target has by its user's own word, as anybody gets it: no credentials of `helm repo
 * add` are read. It leads into no private network but that in which it is itself.
 */
export function openSite(url: string, { files, secrets, newHttp, serverUrl }: SiteContext): RepositoryView {
  const entry = entryFor(url, [])
  if (!entry) throw unreadable(url, 'its address is not valid')
  const http = newHttp()
  const bounded: Http = { send: (request) => http.send({ ...request, ...BOUNDS }) }
  const privateHosts = [url, serverUrl].map((each) => new URL(each).host)
  const repository = openRepository(entry, { files, secrets, privateHosts, newHttp: () => bounded })
  return inRepository(repository, {
    fromRegistry: async (found) => Promise.reject(unreadable(found, 'it is not a file')),
  })
}
