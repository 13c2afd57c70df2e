import type { Registry } from './registry.ts'

const login = (host: string) => `- uses: docker/login-action@v4
  with:
    registry: ${host}
    username: \${{ vars.REGISTRY_USER }}
    password: \${{ secrets.REGISTRY_PASSWORD }}`

export const distribution: Registry = {
  name: 'Distribution',
  anywhere: true,
  target: 'oci://registry.example.com/charts',
  login: login('registry.example.com'),
  loginNote:
    'The registry of CNCF, in the images `registry:2` and `registry:3`. Without TLS its host belongs into the input `plain-http`.',
  names: 'Any path; the push makes it.',
  referrers: 'No API: they are listed under a tag.',
  lists:
    'From version 3 on it refuses to list more than 1000 tags at a time. Renovate asks for 10000, so it finds no versions there: set `tags.maxtags` to 10000 in the configuration of the registry, or `REGISTRY_TAGS_MAXTAGS=10000` in its environment.',
  immutability: 'None.',
  refusals: [
    {
      said: 'UNSUPPORTED: The operation is unsupported.',
      pattern: /^UNSUPPORTED: The operation is unsupported\.?$/i,
      statuses: [405],
      hint: 'This registry takes no pushes: it is a mirror (`proxy:` in its configuration), or in read-only mode (`storage.maintenance.readonly`). Name the registry that charts are pushed to.',
    },
  ],
}

export const zot: Registry = {
  name: 'zot',
  anywhere: true,
  target: 'oci://zot.example.com/charts',
  login: login('zot.example.com'),
  loginNote: 'The user needs the actions `read`, `create` and `update` in `accessControl` for the path.',
  names: 'Any path that `accessControl` allows; the push makes it.',
  referrers: 'API.',
  immutability: 'Without the action `update` in `accessControl`, for all tags of a path.',
  signatureTags: 'zot makes no exceptions: a second signature needs the action update in accessControl for the path',
  refusals: [],
}
