import type { Registry } from './registry.ts'

const CREATE =
  'Artifact Registry wants oci://<location>-docker.pkg.dev/<project>/<repository>, and the repository to exist: gcloud artifacts repositories create <repository> --repository-format=docker --location=<location>'

export const google: Registry = {
  name: 'Google Artifact Registry',
  hosts: /(?:^|\.)pkg\.dev$/,
  target: 'oci://<location>-docker.pkg.dev/<project>/<repository>',
  login: `- id: google
  uses: google-github-actions/auth@v3
  with:
    workload_identity_provider: projects/<number>/locations/global/workloadIdentityPools/<pool>/providers/<provider>
    service_account: <name>@<project>.iam.gserviceaccount.com
    token_format: access_token
- uses: docker/login-action@v4
  with:
    registry: <location>-docker.pkg.dev
    username: oauth2accesstoken
    password: \${{ steps.google.outputs.access_token }}`,
  loginNote:
    'The account needs the role `roles/artifactregistry.writer` on the repository. `gcloud auth configure-docker <location>-docker.pkg.dev` works, too.',
  names: 'Project and repository (format Docker) must exist; everything below them is made by the push.',
  referrers: 'Reports differ.',
  immutability: '`--immutable-tags` of the repository, for all tags without exception.',
  signatureTags:
    'Artifact Registry makes no exceptions: a second signature needs a repository without immutable tags (gcloud artifacts repositories update <repository> --location=<location> --no-immutable-tags)',
  missing: () => CREATE,
  refusals: [
    {
      said: 'DENIED: Permission "artifactregistry.repositories.uploadArtifacts" denied on resource "…" (or it may not exist)',
      pattern: /artifactregistry\.repositories\.\w+['"]? denied/i,
      hint: `Give the account the role roles/artifactregistry.writer on the repository, if it exists. ${CREATE}`,
    },
    {
      said: 'DENIED: Unauthenticated request. Unauthenticated requests do not have permission "artifactregistry.repositories.uploadArtifacts" on resource "…"',
      pattern: /Unauthenticated request/i,
      hint: 'The login must be for this very host: log in to <location>-docker.pkg.dev with the location of the target, by docker/login-action (username oauth2accesstoken) or gcloud auth configure-docker.',
    },
    {
      said: 'DENIED: Artifact Registry API has not been used in project … before or it is disabled.',
      pattern: /API has not been used in project/i,
      hint: 'Turn it on: gcloud services enable artifactregistry.googleapis.com --project=<project>',
    },
  ],
  helpers: { names: ['gcloud', 'gcr'], variables: ['GOOGLE_', 'CLOUDSDK_', 'GCE_'] },
}
