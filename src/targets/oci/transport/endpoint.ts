import { isLoopback } from '../../../model/http/hosts.ts'

/** Where a registry is spoken to. */
export interface Endpoint {
  /** As in the address and in references, e.g. `docker.io`. */
  readonly host: string
  /** e.g. `https://registry-1.docker.io`. */
  readonly origin: string
}

// Docker Hub's name in references is not the name of its server.
const SERVERS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'docker.io': 'registry-1.docker.io',
    'index.docker.io': 'registry-1.docker.io',
  }),
)

/** The server of a host; plain HTTP for loopback and for the hosts in `plainHttp`, https for all others. */
export function endpointOf(host: string, plainHttp: readonly string[]): Endpoint {
  const bare = withoutPort(host)
  const isPlain = isLoopback(bare) || plainHttp.some((each) => [host, bare].includes(each.trim().toLowerCase()))
  return { host, origin: `${isPlain ? 'http' : 'https'}://${SERVERS.get(host) ?? host}` }
}

function withoutPort(host: string): string {
  return host.replace(/:\d+$/, '')
}
