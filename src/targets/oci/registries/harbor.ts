import { firstOf, type Registry } from './registry.ts'

export const harbor: Registry = {
  name: 'Harbor',
  anywhere: true,
  target: 'oci://harbor.example.com/<project>',
  login: `- uses: docker/login-action@v4
  with:
    registry: harbor.example.com
    username: \${{ vars.HARBOR_ROBOT }}
    password: \${{ secrets.HARBOR_TOKEN }}`,
  loginNote:
    'A robot account with the rights Push and Pull to repositories of the project. Its name has a `$` (`robot$<project>+<name>`): in a shell write it in single quotes.',
  names: 'The project must exist; what is below it is made by the push.',
  referrers: 'API since 2.9.',
  immutability: 'Rules of the project: Policy, Tag Immutability.',
  signatureTags: 'Harbor: in Policy, Tag Immutability of the project let the rule be for tags "excluding" sha256-**',
  refusals: [
    {
      said: 'NOT_FOUND: project … not found',
      pattern: /project \S+ not found/i,
      hint: (path) => `Create the project "${firstOf(path)}" in Harbor (Projects, New Project), or correct the target.`,
    },
    {
      said: 'UNAUTHORIZED: unauthorized to access repository: …, action: push: unauthorized to access repository: …, action: push',
      pattern: /unauthorized to access repository: .*action: push/i,
      hint: (path) =>
        `Give the robot account the right Push to repositories of the project "${firstOf(path)}" (Robot Accounts, Permissions), and check that this project exists. The name of a robot has a $: in a shell write it in single quotes.`,
    },
    {
      said: 'DENIED: The system is in read only mode. Any modification is prohibited.',
      pattern: /system is in read only mode/i,
      hint: 'Harbor is in read-only mode: an administrator turns it off under Configuration, System Settings, "Repository Read Only".',
    },
    {
      said: 'DENIED: adding … of storage resource, which when updated to current usage of … will exceed the configured upper limit of …',
      pattern: /exceed the configured upper limit/i,
      hint: (path) =>
        `The storage quota of the project "${firstOf(path)}" is used up: delete artifacts and run the garbage collection, or have the quota raised (Administration, Project Quotas).`,
    },
  ],
}
