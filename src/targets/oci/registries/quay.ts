import { firstOf, type Registry } from './registry.ts'

export const quay: Registry = {
  name: 'Quay',
  anywhere: true,
  hosts: /^quay\.|\.quay\./,
  target: 'oci://quay.io/<organization>',
  login: `- uses: docker/login-action@v4
  with:
    registry: quay.io
    username: \${{ vars.QUAY_ROBOT }}
    password: \${{ secrets.QUAY_TOKEN }}`,
  loginNote:
    'A robot account, `<organization>+<robot>`, in a team with the role Creator, or with the right Write to each repository.',
  names: 'The organization must exist; a push by a Creator makes the repository, which is private at first.',
  referrers: 'API, without a note in the answer to the push.',
  immutability: 'Per tag, and by policies in newer versions.',
  missing: (path) =>
    `Quay wants the organization or user "${firstOf(path)}" to exist, and the robot account to be allowed to create repositories in it.`,
  refusals: [
    {
      said: 'UNAUTHORIZED: access to the requested resource is not authorized',
      pattern: /access to the requested resource is not authorized/i,
      hint: (path) =>
        `Give the robot account the right Write to the repository "${path}", or put it into a team of "${firstOf(path)}" with the role Creator so that a push makes it (Teams and Membership).`,
    },
    {
      said: 'DENIED: System is currently read-only. Pulls will succeed but all write operations are currently suspended.',
      pattern: /System is currently read-only/i,
      hint: 'Quay is under maintenance: look at https://status.quay.io (or ask who runs it), and run again later.',
    },
  ],
}
