import type { Registry } from './registry.ts'

export const gitea: Registry = {
  name: 'Gitea and Forgejo',
  anywhere: true,
  hosts: /^codeberg\.org$/,
  target: 'oci://codeberg.org/<user or organization>',
  login: `- uses: docker/login-action@v4
  with:
    registry: codeberg.org
    username: \${{ vars.GITEA_USER }}
    password: \${{ secrets.GITEA_TOKEN }}`,
  loginNote: 'An access token with the scope `write:package`, of a user who may write packages of the owner.',
  names: 'The user or organization must exist; what is below is made by the push.',
  referrers: 'No API: they are listed under a tag.',
  immutability: 'None.',
  missing: (path) =>
    `Check that the user or organization "${path.split('/')[0]}" exists there, and that the token has the scope write:package.`,
  refusals: [],
}
