import type { Registry } from './registry.ts'

export const alibaba: Registry = {
  name: 'Alibaba Cloud Container Registry',
  hosts: /\.aliyuncs\.com$/,
  target: 'oci://<instance>-registry.<region>.cr.aliyuncs.com/<namespace>',
  login: `- uses: docker/login-action@v4
  with:
    registry: <instance>-registry.<region>.cr.aliyuncs.com
    username: \${{ vars.ALIYUN_USERNAME }}
    password: \${{ secrets.ALIYUN_PASSWORD }}`,
  loginNote: 'The password is that of the registry, not of the account.',
  names: 'The namespace must exist; whether a push makes a repository is a setting of the namespace.',
  referrers: 'Not known.',
  immutability: 'A setting of the repository, for all tags but latest.',
  signatureTags:
    'Alibaba Cloud makes no exceptions: a second signature needs a repository without "Immutable" (Details, Edit)',
  refusals: [],
  tokenServer: {
    registry: /^registry(-intl)?\.[a-z0-9-]+\.aliyuncs\.com$/,
    realm: /^dockerauth(-vpc)?\.[a-z0-9-]+\.aliyuncs\.com$/,
  },
}
