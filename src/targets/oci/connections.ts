import type { Http } from '../../ports/http.ts'
import type { RegistryContext } from '../target.ts'
import type { RegistryAddress } from './address.ts'
import { credentialsFor } from './credentials/credentials.ts'
import { ecrAt } from './ecr/ecr.ts'
import { createReferrersReader, type ReferrersReader } from './signatures/referrers.ts'
import { openClient, type RegistryClient } from './transport/client.ts'
import { endpointOf } from './transport/endpoint.ts'

/** A client of a registry, and what it has learned of its lists. */
export interface Connection {
  readonly client: RegistryClient
  readonly referrers: ReferrersReader
}

export interface Connections extends Connection {
  /** What was written is read back by somebody who knows nothing of the writer. */
  reader(): Connection
  /** Gets the tokens for reading from this repository; of the reader, too, if it will `fetch`. */
  warm(repository: string, options: { readonly fetches: boolean }): void
}

/** The connections of a target to its registry; that of the reader is made when it is first needed. */
export function openConnections(address: RegistryAddress, context: RegistryContext): Connections {
  const connect = (http: Http): Connection => {
    const client = clientFor(address, context, http)
    return { client, referrers: createReferrersReader(client) }
  }
  const own = connect(context.http)
  let reading: Connection | undefined
  const reader = () => {
    reading ??= connect(context.newHttp())
    return reading
  }
  return {
    ...own,
    reader,
    warm(repository, { fetches }) {
      own.client.warm(repository, 'pull')
      if (fetches) reader().client.warm(repository, 'pull')
    },
  }
}

function clientFor({ host }: RegistryAddress, context: RegistryContext, http: Http): RegistryClient {
  const { clock, secrets, settings } = context
  const endpoint = endpointOf(host, settings.plainHttp)
  const credentials = credentialsFor(host, context, ecrAt(host, { ...context, http })?.login)
  return openClient({ endpoint, http, clock, secrets, credentials, tokenRealms: settings.tokenRealms ?? [] })
}
