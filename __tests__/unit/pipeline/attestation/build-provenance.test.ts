import { describe, expect, it } from '@jest/globals'
import type { CertifiedRun } from '../../../../src/model/signature.ts'
import { BUILD_TYPE, buildProvenance } from '../../../../src/pipeline/attestation/build-provenance.ts'

const run: CertifiedRun = {
  builder: 'https://github.com/central/ci/.github/workflows/charts.yml@refs/tags/v1',
  repository: 'https://github.com/acme/charts',
  commit: 'a'.repeat(40),
  ref: 'refs/heads/main',
  workflow: 'https://github.com/acme/charts/.github/workflows/release.yml@refs/heads/main',
  event: 'push',
  invocation: 'https://github.com/acme/charts/actions/runs/7/attempts/2',
  environment: 'github-hosted',
  repositoryId: '4711',
  ownerId: '815',
}
const chart = { name: 'app', version: '1.2.3', path: 'charts/app', revision: 'b'.repeat(40) }
const made = buildProvenance({ chart, helm: '4.1.4', inputs: { sign: 'keyless' } })

describe('the provenance of a build', () => {
  it('is SLSA’s predicate: the workflow that was started, the one that built, and what it was given', () => {
    expect(made(run)).toEqual({
      buildDefinition: {
        buildType: BUILD_TYPE,
        externalParameters: {
          workflow: {
            ref: 'refs/heads/main',
            repository: 'https://github.com/acme/charts',
            path: '.github/workflows/release.yml',
          },
          inputs: { sign: 'keyless' },
          chart: { path: 'charts/app', name: 'app', version: '1.2.3' },
        },
        internalParameters: {
          github: {
            event_name: 'push',
            repository_id: '4711',
            repository_owner_id: '815',
            runner_environment: 'github-hosted',
          },
        },
        resolvedDependencies: [
          { uri: 'git+https://github.com/acme/charts@refs/heads/main', digest: { gitCommit: 'a'.repeat(40) } },
          { name: 'release commit', uri: 'git+https://github.com/acme/charts', digest: { gitCommit: 'b'.repeat(40) } },
          { name: 'helm', uri: 'pkg:github/helm/helm@v4.1.4' },
        ],
      },
      runDetails: {
        builder: { id: 'https://github.com/central/ci/.github/workflows/charts.yml@refs/tags/v1' },
        metadata: { invocationId: 'https://github.com/acme/charts/actions/runs/7/attempts/2' },
      },
    })
  })

  it('names what was fetched, with digests', () => {
    const digest = `sha256:${'c'.repeat(64)}` as const
    const resolved = [
      { name: 'redis', version: '18.1.0', repository: 'https://charts.example.com', digest },
      { name: 'common', version: '2.0.0', repository: 'oci://ghcr.io/acme/parts', digest },
    ]
    const { buildDefinition } = buildProvenance({ chart: { ...chart, resolved }, helm: '4.1.4', inputs: {} })(run) as {
      buildDefinition: { resolvedDependencies: readonly unknown[] }
    }
    const sha256 = 'c'.repeat(64)
    expect(buildDefinition.resolvedDependencies.slice(2, 4)).toEqual([
      { name: 'redis', uri: 'https://charts.example.com', digest: { sha256 }, annotations: { version: '18.1.0' } },
      { name: 'common', uri: 'oci://ghcr.io/acme/parts/common', digest: { sha256 }, annotations: { version: '2.0.0' } },
    ])
  })

  it('leaves out what an older Fulcio does not certify', () => {
    const { environment: _, repositoryId: __, ownerId: ___, ...least } = run
    const { buildDefinition } = made(least) as { buildDefinition: { internalParameters: unknown } }
    expect(buildDefinition.internalParameters).toEqual({ github: { event_name: 'push' } })
  })
})
