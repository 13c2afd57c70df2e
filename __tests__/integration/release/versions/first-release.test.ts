import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import {
  changesIn,
  isSigned,
  outcomesOf,
  publishedVersion,
  resultsOf,
  signatureTag,
  versionsOf,
} from '../../../support/charts/published.ts'
import { threeCharts } from '../../../support/charts/three-charts.ts'
import { pathWithoutHelm, watchPushes } from '../../../support/git/watch.ts'
import type { WorkflowRun } from '../../../support/run/workflow.ts'
import { aWorld, type World } from '../../../support/run/world.ts'

let world: World
let run: WorkflowRun
const tagged: { readonly tag: string; readonly signed: boolean }[] = []

beforeAll(async () => {
  const onTag = (repository: string, tag: string, digest: string) => {
    tagged.push({ tag: `${repository}:${tag}`, signed: isSigned(world.registry, repository, digest) })
  }
  world = await aWorld({ files: threeCharts, run: { entry: 'source' }, registry: { onTag } })
  run = await world.release()
})
afterAll(async () => {
  await world[Symbol.asyncDispose]()
})

const versions = { db: '2.0.0', lib: '0.3.0', web: '1.4.2' }
const charts = Object.entries(versions)
const published = (name: string, version: string) => {
  const found = publishedVersion(world.registry, name, version)
  if (!found) throw new Error(`${name} ${version} is not published`)
  return found
}

describe('the first release of three charts', () => {
  it('publishes each with the version of its Chart.yaml, and says so', () => {
    expect(run.exitCode).toBe(0)
    expect(resultsOf(run)).toEqual(['db 2.0.0 released', 'lib 0.3.0 released', 'web 1.4.2 released'])
    expect(run.outputs.released).toBe('true')
    for (const [name, version] of charts) {
      expect(versionsOf(world.registry, name)).toEqual([version])
      expect(outcomesOf(run)[name]).toMatchObject({ signed: true, digest: published(name, version).digest })
    }
  })

  it('shows no version before both of its signatures are stored', () => {
    const shown = tagged.filter(({ tag }) => !tag.endsWith('.sig'))
    expect(shown.map(({ tag }) => tag).sort()).toEqual(
      charts.map(([name, version]) => `acme/charts/${name}:${version}`),
    )
    expect(shown.filter(({ signed }) => !signed)).toEqual([])
  })

  it('shows no version before the signatures of all were read back', () => {
    const seen = world.registry.requests.map(({ method, path }) => `${method} ${path}`)
    const firstShown = Math.min(
      ...charts.map(([name, version]) => seen.indexOf(`PUT /v2/acme/charts/${name}/manifests/${version}`)),
    )
    expect(firstShown).toBeGreaterThan(0)
    for (const [name, version] of charts) {
      const { digest } = published(name, version)
      const referrers = world.registry.referrers(`acme/charts/${name}`, digest)
      for (const reference of [signatureTag(digest), digest, ...referrers]) {
        const stored = seen.indexOf(`PUT /v2/acme/charts/${name}/manifests/${reference}`)
        const readBack = seen.indexOf(`GET /v2/acme/charts/${name}/manifests/${reference}`, stored)
        expect(stored).toBeGreaterThanOrEqual(0)
        expect(readBack).toBeGreaterThan(stored)
        expect(readBack).toBeLessThan(firstShown)
      }
    }
  })

  it('asks for one certificate for all', () => {
    expect(world.sigstore.count('fulcio')).toBe(1)
  })

  it('claims each version by a git tag on the commit that is packaged', async () => {
    const head = await world.repository.remote()
    expect(await world.repository.remoteTags()).toEqual(['db-2.0.0', 'lib-0.3.0', 'web-1.4.2'])
    for (const [name, version] of charts) {
      expect(await world.repository.remote(`refs/tags/${name}-${version}`)).toBe(head)
      expect(published(name, version).annotations['org.opencontainers.image.revision']).toBe(head)
    }
  })

  it('records in the manifest what later runs decide by', () => {
    expect(published('web', '1.4.2').annotations).toMatchObject({
      'org.opencontainers.image.title': 'web',
      'org.opencontainers.image.version': '1.4.2',
      'org.opencontainers.image.description': 'A web server',
      'org.opencontainers.image.source': 'https://github.com/acme/charts',
      // Of the commit, not of the run.
      'org.opencontainers.image.created': '2026-01-01T00:00:00Z',
      'io.github.release-charts.app-version': '7.0',
      'io.github.release-charts.fingerprint': expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
    })
  })

  it('puts the library into the chart that depends on it, from the same commit', () => {
    const { files } = published('web', '1.4.2')
    expect(Object.keys(files).sort()).toEqual([
      '.helmignore',
      'Chart.lock',
      'Chart.yaml',
      'charts/lib/Chart.yaml',
      'charts/lib/templates/_labels.tpl',
      'templates/configmap.yaml',
      'values.yaml',
    ])
    expect(files['charts/lib/Chart.yaml']).toContain('version: 0.3.0')
  })
})

describe('running again', () => {
  let again: WorkflowRun
  let before: { readonly requests: number; readonly sigstore: number }
  let pushes: () => Promise<readonly string[]>
  let helm: Awaited<ReturnType<typeof pathWithoutHelm>>

  beforeAll(async () => {
    pushes = await watchPushes(world.repository)
    helm = await pathWithoutHelm(world.repository)
    before = { requests: world.registry.requests.length, sigstore: world.sigstore.trace.length }
    again = await world.release({ env: { PATH: helm.path } })
  })

  it('has nothing to do', () => {
    expect(again.exitCode).toBe(0)
    expect(resultsOf(again)).toEqual(['db 2.0.0 unchanged', 'lib 0.3.0 unchanged', 'web 1.4.2 unchanged'])
    expect(again.outputs.released).toBe('false')
    expect(outcomesOf(again).web?.signed).toBe(true)
  })

  it('asks the registry at most five things a chart, among them whose its signature is, and changes nothing', () => {
    const asked = world.registry.requests.slice(before.requests).filter(({ path }) => path !== '/v2/')
    expect(changesIn(world.registry, before.requests)).toEqual([])
    expect(asked.length).toBeLessThanOrEqual(15)
    expect(asked.length).toBeGreaterThanOrEqual(3)
  })

  it('calls no Helm, pushes nothing and signs nothing', async () => {
    expect(await helm.calls()).toEqual([])
    expect(await pushes()).toEqual([])
    // Whose the signatures are is judged by the name in the run's token; no service that signs is asked.
    expect(world.sigstore.trace.slice(before.sigstore).map(({ service }) => service)).toEqual(['oidc'])
  })
})
