import type { Cell } from '../cells.ts'
import type { Release } from '../release.ts'
import {
  askRenovate,
  chartThatUses,
  type Expectation,
  expectUpdate,
  type Renovate,
  renovateTitle,
} from '../renovate.ts'
import { actionEnvironment, type OpenRegistry, type RegistryPlace, titleOf } from './registry.ts'

interface Visited {
  readonly place: RegistryPlace
  readonly registry: OpenRegistry
  readonly folder: string
}

const CHART = 'chart/Chart.yaml'
const FLUX = 'flux/app.yaml'

/** What Renovate finds for users of the version before the newest. */
export async function lookUpCharts(
  { place, registry, folder }: Visited,
  renovate: Renovate,
  release: Release,
): Promise<readonly Cell[]> {
  const { app, before } = release
  const charts = app.reference.slice(0, app.reference.lastIndexOf('/'))
  const files = {
    [CHART]: chartThatUses('app', before.version, charts),
    [FLUX]: source(before.reference, before.version),
  }
  const user = { files, hostRules: rulesFor(registry), folder, env: actionEnvironment(registry) }
  const where = { registry: titleOf(place), client: renovateTitle }
  const cells = await askRenovate(where, renovate, user, expectations(release))
  return place.hidden === undefined ? cells : cells.map((found) => knownToFail(found, `${place.hidden}`))
}

/** What nothing of ours could change is no failure, until it is no longer so. */
export function knownToFail(found: Cell, why: string): Cell {
  if (found.outcome === 'passed') return { ...found, outcome: 'failed', detail: `it does, although: ${why}` }
  const isIt = found.outcome === 'failed' && /no-result/.test(found.detail ?? '')
  return isIt ? { ...found, outcome: 'n/a', detail: why } : found
}

function expectations({ app, before }: Release): readonly Expectation[] {
  return [
    {
      check: 'finds the newer version of a dependency of a chart',
      expect: (found) => expectUpdate(found, CHART, { newVersion: app.version }),
    },
    {
      check: 'finds the newer version for Flux, with its digest',
      expect: (found) => expectUpdate(found, FLUX, { newVersion: app.version, newDigest: app.digest }),
    },
    {
      check: 'finds the digest to pin of the version in use',
      expect: (found) => expectUpdate(found, FLUX, { updateType: 'pinDigest', newDigest: before.digest }),
    },
    {
      check: 'finds where the source is',
      expect(found) {
        const urls = [CHART, FLUX].flatMap((file) => found[file]?.map(({ sourceUrl }) => sourceUrl))
        if (urls.join() !== [SOURCE, SOURCE].join()) throw new Error(`it found ${JSON.stringify(found)}`)
      },
    },
  ]
}

const SOURCE = 'https://github.com/acme/charts'

function source(url: string, tag: string): string {
  const head = ['apiVersion: source.toolkit.fluxcd.io/v1', 'kind: OCIRepository', 'metadata:', '  name: app']
  return [...head, 'spec:', '  interval: 1h', `  url: ${url}`, '  ref:', `    tag: ${tag}`, ''].join('\n')
}

/** It asks by HTTPS, and by HTTP if it is told so; a rule is for one of them. */
function rulesFor({ host, user, caFile }: OpenRegistry): readonly object[] {
  const login = user && { username: user.name, password: user.password }
  const how = { hostType: 'docker', insecureRegistry: caFile === undefined, allowInternal: true, ...login }
  return ['https', 'http'].map((scheme) => ({ matchHost: `${scheme}://${host}`, ...how }))
}
