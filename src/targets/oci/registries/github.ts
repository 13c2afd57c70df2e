import { firstOf, type Registry } from './registry.ts'

const missing = (path: string) =>
  `GitHub has no user or organization "${firstOf(path)}": the target must be oci://ghcr.io/<owner>/…, with the owner of the repository or an organization that takes its packages.`

export const github: Registry = {
  name: 'GitHub Container Registry',
  hosts: /^ghcr\.io$/,
  target: 'oci://ghcr.io/<owner>/charts',
  login: '',
  loginNote:
    "No step is needed: the workflow's token is used, with `permissions: { contents: write, packages: write, id-token: write }`. For another owner: a classic token with `write:packages` and docker/login-action.",
  names:
    'Any path below an owner that exists. A package that a workflow makes belongs to its repository; the first one of an organization is private.',
  referrers: 'No API: they are listed under a tag.',
  immutability: 'None.',
  noCredentials: 'Add to the job: permissions: { contents: write, packages: write, id-token: write }',
  denied:
    'Add `packages: write` to the `permissions` of the job. If the package belongs to another repository, give this one the role Write under "Manage Actions access" in the settings of the package.',
  missing,
  refusals: [
    { said: 'not_found: owner not found', pattern: /owner not found/i, hint: missing },
    {
      said: 'permission_denied: installation not allowed to Write organization package',
      pattern: /installation not allowed to/i,
      hint: "GHCR takes no GitHub App or fine-grained token for an organisation's packages: use the workflow's token with `permissions: packages: write`, or a classic token with write:packages.",
    },
    {
      said: 'permission_denied: write_package',
      pattern: /write_package/i,
      hint: 'The package was made by somebody else: open its settings on GitHub, and under "Manage Actions access" give this repository the role Write.',
    },
    {
      said: 'permission_denied: The token provided does not match expected scopes.',
      pattern: /scope|expected/i,
      statuses: [401, 403],
      hint: 'The token lacks a scope: a classic token needs write:packages.',
    },
  ],
}
