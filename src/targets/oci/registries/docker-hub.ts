import { firstOf, type Registry } from './registry.ts'

export const dockerHub: Registry = {
  name: 'Docker Hub',
  hosts: /^(?:index\.|registry-1\.)?docker\.io$/,
  target: 'oci://docker.io/<user or organization>',
  login: `- uses: docker/login-action@v4
  with:
    username: \${{ vars.DOCKERHUB_USERNAME }}
    password: \${{ secrets.DOCKERHUB_TOKEN }}`,
  loginNote: 'A personal or organization access token with the scope Read & Write.',
  names:
    'Two levels only: the account, then the chart. A push makes the repository, private or public as the account has it set.',
  referrers: 'Reports differ.',
  immutability:
    'Settings, General, "Tag mutability settings" of the repository; by regular expressions that name what is immutable.',
  signatureTags:
    'Docker Hub: choose "Specific tags are immutable" in Settings, General of the repository, with an expression for versions only, such as ^v?[0-9]+\\.[0-9].*$',
  missing: (path) =>
    `Docker Hub has two levels only: write the target as oci://docker.io/<user or organization>, and check that "${firstOf(path)}" exists there.`,
  refusals: [
    {
      said: 'TOOMANYREQUESTS: You have reached your pull rate limit.',
      pattern: /pull rate limit/i,
      hint: 'Docker Hub limits pulls by account and address: log in with docker/login-action before this step, or run again in some hours.',
    },
  ],
  tokenServer: { registry: /^registry-1\.docker\.io$/, realm: /^auth\.docker\.io$/ },
}
