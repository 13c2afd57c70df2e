import { firstOf, type Registry } from './registry.ts'

export const artifactory: Registry = {
  name: 'JFrog Artifactory',
  anywhere: true,
  hosts: /\.jfrog\.io$/,
  target: 'oci://<server>.jfrog.io/<repository>',
  login: `- uses: docker/login-action@v4
  with:
    registry: <server>.jfrog.io
    username: \${{ vars.JFROG_USER }}
    password: \${{ secrets.JFROG_TOKEN }}`,
  loginNote:
    'A user, or an identity token, with the permissions Read, Deploy/Cache and Delete/Overwrite: a tag that others sign under is written again.',
  names:
    'A local repository of the package type OCI, Helm OCI or Docker must exist, or a virtual one with a default deployment repository.',
  referrers: 'API since 7.90.',
  immutability:
    'Without the permission Delete/Overwrite, or by "Block Pushing Existing Tags" where the repository has it.',
  signatureTags: 'Artifactory: give the user the permission Delete/Overwrite for the pattern **/sha256-*/**',
  missing: (path) =>
    `Artifactory wants a local repository "${firstOf(path)}" of the package type OCI, Helm OCI or Docker (Administration, Repositories), and the permission Deploy/Cache to it.`,
  refusals: [
    {
      said: 'MANIFEST_INVALID: manifest invalid',
      pattern: /manifest invalid/i,
      statuses: [403],
      hint: 'Artifactory says this if a tag may not be overwritten: give the user the permission Delete/Overwrite, at least for the pattern **/sha256-*/**, under which signatures lie.',
    },
  ],
}

export const nexus: Registry = {
  name: 'Sonatype Nexus Repository',
  anywhere: true,
  target: 'oci://nexus.example.com/<repository>',
  login: `- uses: docker/login-action@v4
  with:
    registry: nexus.example.com
    username: \${{ vars.NEXUS_USER }}
    password: \${{ secrets.NEXUS_TOKEN }}`,
  loginNote:
    'A user with the privileges `nx-repository-view-docker-<repository>-add`, `-edit` and `-read`, and the realm "Docker Bearer Token" active.',
  names:
    'A hosted Docker repository must exist: with a port or a subdomain of its own the target has no repository in its path, with path-based routing it has.',
  referrers: 'Not known.',
  immutability: 'Deployment policy of the repository, for all tags without exception.',
  signatureTags:
    'Nexus makes no exceptions: a second signature needs the deployment policy "Allow redeploy" (Repository, Hosted)',
  refusals: [
    {
      said: 'BAD_REQUEST: Repository does not allow updating assets: …',
      pattern: /does not allow updating assets|redeploy is not allowed/i,
      hint: 'Nexus writes each tag once as long as the deployment policy of the repository is "Disable redeploy". A release passes with it, a second signature does not: set "Allow redeploy" (Repository, Hosted, Deployment policy).',
    },
    {
      said: 'DENIED: Repository is read only',
      pattern: /repository is read.only/i,
      hint: 'Set the deployment policy of the repository to "Allow redeploy" (Repository, Hosted), and name a hosted repository: proxies and groups take no pushes.',
    },
  ],
}
