import type { Registry } from './registry.ts'

export const gitlab: Registry = {
  name: 'GitLab',
  anywhere: true,
  hosts: /^registry\.gitlab\.|gitlab/,
  target: 'oci://registry.gitlab.com/<group>/<project>',
  login: `- uses: docker/login-action@v4
  with:
    registry: registry.gitlab.com
    username: \${{ vars.GITLAB_DEPLOY_USER }}
    password: \${{ secrets.GITLAB_DEPLOY_TOKEN }}`,
  loginNote:
    'A deploy token of the project with the scopes `read_registry` and `write_registry`, or a personal access token with the same scopes of a user with the role Developer.',
  names:
    'Group and project must exist, with their container registry turned on; up to two more levels below them, the chart included.',
  referrers: 'No API: they are listed under a tag.',
  immutability: 'Rules of the project: Settings, Packages and registries, Protected container tags.',
  signatureTags:
    'GitLab: in Settings, Packages and registries, Protected container tags let the expression of the rule match versions only, such as ^v?[0-9]+\\.[0-9].*$',
  missing: (path) =>
    `GitLab wants the path to begin with a group and a project that exist ("${path.split('/').slice(0, 2).join('/')}"?) and have their container registry turned on (Settings, General, Visibility).`,
  refusals: [],
  tokenServer: { registry: /^registry\.gitlab\.com$/, realm: /^gitlab\.com$/ },
}
