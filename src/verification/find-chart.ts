import { ReleaseError } from '../model/errors.ts'
import type { Http } from '../ports/http.ts'
import { openRegistry } from '../targets/registry.ts'
import type { RegistryContext } from '../targets/target.ts'
import { ANY_RELEASE } from './published/choose-version.ts'
import { fetchFromRegistry } from './published/in-registry.ts'
import { fetchFromRepository } from './published/in-repository.ts'
import { unreadable } from './published/problems.ts'
import type { PublishedChart } from './published/published-chart.ts'
import { parseReference } from './published/reference.ts'

/** Which chart is meant. */
export interface WantedChart {
  /** `oci://…`, or a name together with `repositoryUrl`. */
  readonly chart: string
  /** A version or a range. */
  readonly version: string | undefined
  readonly repositoryUrl: string | undefined
}

/**
 * Finds and fetches a published chart with all that is stored beside it, with connections of its own. Fails with
 * `INPUT_INVALID`, and as `fetchFromRegistry` and `fetchFromRepository`.
 */
export function findChart(
  { chart, version, repositoryUrl }: WantedChart,
  context: RegistryContext,
): Promise<PublishedChart> {
  const wanted = version ?? ANY_RELEASE
  if (repositoryUrl === undefined) return fromRegistry(chart, wanted, { ...context, http: context.newHttp() })
  const privateHosts = [new URL(repositoryUrl).host, ...context.settings.plainHttp]
  return fetchFromRepository(
    { repositoryUrl, name: chart, version: wanted },
    { ...context, privateHosts, fromRegistry: (reference) => fromListed(reference, context, privateHosts) },
  )
}

async function fromRegistry(chart: string, wanted: string, context: RegistryContext): Promise<PublishedChart> {
  const reference = parseReference(chart)
  if ('problem' in reference)
    throw new ReleaseError(
      'INPUT_INVALID',
      `The input \`chart\` is \`${chart.slice(0, 200)}\`; allowed: ${reference.problem}.`,
    )
  return fetchFromRegistry(
    { ...reference, wanted: needsVersion(reference) ? wanted : undefined },
    openRegistry(reference.place, context),
  )
}

function needsVersion({ version, digest }: { readonly version?: string; readonly digest?: string }): boolean {
  return version === undefined && digest === undefined
}

/** The index names the registry, and nobody else did: it gets no credentials that were given for another, and is no private one. */
async function fromListed(
  reference: string,
  context: RegistryContext,
  privateHosts: readonly string[],
): Promise<PublishedChart> {
  const parsed = parseReference(reference)
  if ('problem' in parsed) throw unreadable(reference.slice(0, 200), `the index does not name ${parsed.problem}`)
  const { registryUsername: _, registryPassword: __, ...settings } = context.settings
  const guarded = (): Http => {
    const http = context.newHttp()
    return { send: (request) => http.send({ ...request, privateHosts }) }
  }
  return fetchFromRegistry(
    parsed,
    openRegistry(parsed.place, { ...context, http: guarded(), newHttp: guarded, settings }),
  )
}
