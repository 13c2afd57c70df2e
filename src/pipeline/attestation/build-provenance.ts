import type { PackagedChart, ResolvedChart } from '../../model/chart.ts'
import type { Json } from '../../model/json.ts'
import type { CertifiedRun } from '../../model/signature.ts'

/** Where the fields below are explained. */
export const BUILD_TYPE = 'https://github.com/release-charts/release-charts/blob/main/docs/build-type-v1.md'

type Fields = { readonly [key: string]: Json }

/** What a run knows of a package that it built. */
export interface Build {
  readonly chart: Pick<PackagedChart, 'name' | 'version' | 'path' | 'revision' | 'resolved'>
  /** e.g. `4.3.1`. */
  readonly helm: string
  /** The inputs that decide what is released, secrets left out, by their names. */
  readonly inputs: Readonly<Record<string, string>>
}

/**
 * The predicate of SLSA provenance v1 for one package. Who built it, from what and why comes from the certificate, which Fulcio
 * issued for the claims of the job's token; no environment variable has a say.
 */
export function buildProvenance({ chart, helm, inputs }: Build): (run: CertifiedRun) => Fields {
  const { name, version, path } = chart
  return (run) => ({
    buildDefinition: {
      buildType: BUILD_TYPE,
      externalParameters: { workflow: workflowIn(run), inputs, chart: { path, name, version } },
      internalParameters: { github: circumstances(run) },
      resolvedDependencies: dependencies(run, chart, helm),
    },
    runDetails: { builder: { id: run.builder }, metadata: { invocationId: run.invocation } },
  })
}

function workflowIn({ repository, ref, workflow }: CertifiedRun): Fields {
  const path = workflow.replace(`${repository}/`, '').replace(/@.*$/, '')
  return { ref, repository, path }
}

function circumstances({ event, environment, repositoryId, ownerId }: CertifiedRun): Fields {
  return {
    event_name: event,
    ...(repositoryId !== undefined && { repository_id: repositoryId }),
    ...(ownerId !== undefined && { repository_owner_id: ownerId }),
    ...(environment !== undefined && { runner_environment: environment }),
  }
}

/** The commit that started the run comes first, where verifiers look for the source. */
function dependencies(
  { repository, ref, commit }: CertifiedRun,
  { revision, resolved = [] }: Build['chart'],
  helm: string,
): readonly Fields[] {
  return [
    { uri: `git+${repository}@${ref}`, digest: { gitCommit: commit } },
    { name: 'release commit', uri: `git+${repository}`, digest: { gitCommit: revision } },
    ...resolved.map(dependencyChart),
    { name: 'helm', uri: `pkg:github/helm/helm@v${helm}` },
  ]
}

function dependencyChart({ name, version, repository, digest }: ResolvedChart): Fields {
  const uri = repository.startsWith('oci://') ? `${repository}/${name}` : repository
  return { name, uri, digest: { sha256: digest.slice('sha256:'.length) }, annotations: { version } }
}
