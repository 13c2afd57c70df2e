/** What a repository must be in before it can be pushed to. Registries make the last part of a path with the first push, not the rest. */
interface Place {
  readonly registry: RegExp
  /** What to do if it is missing; `path` is the repository, or a placeholder. */
  readonly hint: (path: string) => string
}

const first = (path: string): string => path.split('/')[0] ?? path

const PLACES: readonly Place[] = [
  {
    registry: /\.dkr\.ecr\.[a-z0-9-]+\.(?:amazonaws\.com|on\.aws)/,
    hint: (path) =>
      `ECR wants every repository to exist: add ?create=true to the target, or create it: aws ecr create-repository --repository-name ${path} --image-tag-mutability IMMUTABLE_WITH_EXCLUSION --image-tag-mutability-exclusion-filters filterType=WILDCARD,filter=sha256-*`,
  },
  {
    registry: /^public\.ecr\.aws$/,
    hint: (path) =>
      `The public ECR wants every repository to exist, and the path to begin with your alias: aws ecr-public create-repository --region us-east-1 --repository-name ${path.split('/').slice(1).join('/') || '<path>/<chart>'}`,
  },
  {
    registry: /(?:^|\.)pkg\.dev$/,
    hint: () =>
      'Artifact Registry wants oci://<location>-docker.pkg.dev/<project>/<repository>, and the repository to exist: gcloud artifacts repositories create <repository> --repository-format=docker --location=<location>',
  },
  {
    registry: /^(?:index\.)?docker\.io$/,
    hint: (path) =>
      `Docker Hub has two levels only: write the target as oci://docker.io/<user or organization>, and check that "${first(path)}" exists there.`,
  },
  {
    registry: /^ghcr\.io$/,
    hint: (path) =>
      `GitHub has no user or organization "${first(path)}": the target must be oci://ghcr.io/<owner>/…, with the owner of the repository or an organization that takes its packages.`,
  },
  {
    registry: /^registry\.gitlab\.|gitlab/,
    hint: (path) =>
      `GitLab wants the path to begin with a group and a project that exist ("${path.split('/').slice(0, 2).join('/')}"?) and have their container registry turned on (Settings, General, Visibility).`,
  },
  {
    registry: /^quay\.|\.quay\./,
    hint: (path) =>
      `Quay wants the organization or user "${first(path)}" to exist, and the robot account to be allowed to create repositories in it.`,
  },
]

/** The way out when something on the path does not exist; `path` is known when it was written to. */
export function missingPlaceHint(host: string, path: string | undefined): string | undefined {
  const known = PLACES.find(({ registry }) => registry.test(host))
  if (known) return known.hint(path ?? '<path>/<chart>')
  return path === undefined ? undefined : generalHint(host, path)
}

function generalHint(host: string, path: string): string {
  return `Registries make a repository with the first push, but not what it belongs to: check that "${first(path)}" exists on ${host} (on Gitea and Forgejo a user or an organization, on Harbor a project, on Nexus and Artifactory a Docker repository), create it or correct the target, and run again. If nothing of ${host} is found, it may not be an OCI registry, or be one at another port.`
}

/** Most registries say the same of what does not exist as of what is not allowed. */
export function placeDoubt(host: string, path: string): string {
  const known = PLACES.find(({ registry }) => registry.test(host))
  const way = known ? known.hint(path) : `does "${first(path)}" exist there (a user, an organization, or a project)?`
  return `Registries often answer the same for what does not exist: ${way}`
}
