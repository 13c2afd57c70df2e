import type { Registry } from './registry.ts'

export const azure: Registry = {
  name: 'Azure Container Registry',
  hosts: /\.azurecr\.(?:io|cn|us)$/,
  target: 'oci://<registry>.azurecr.io/charts',
  login: `- uses: azure/login@v3
  with:
    client-id: \${{ vars.AZURE_CLIENT_ID }}
    tenant-id: \${{ vars.AZURE_TENANT_ID }}
    subscription-id: \${{ vars.AZURE_SUBSCRIPTION_ID }}
- run: az acr login --name <registry>`,
  loginNote: 'The identity needs the role AcrPush on the registry. What `az acr login` stores lasts three hours.',
  names: 'Any path; the push makes it.',
  referrers: 'API.',
  immutability:
    'By locking a tag after it was pushed: `az acr repository update --name <registry> --image <repository>:<tag> --write-enabled false`.',
  signatureTags: 'Azure: az acr repository update --name <registry> --image <repository>:<tag> --write-enabled true',
  noCredentials: 'Add steps with azure/login and `az acr login --name <registry>` before this one.',
  refusals: [
    {
      said: 'UNAUTHORIZED: authentication required, visit https://aka.ms/acr/authorization for more information.',
      pattern: /aka\.ms\/acr\/authorization/i,
      hint: 'Give the identity the role AcrPush: az role assignment create --assignee <client id> --role AcrPush --scope $(az acr show --name <registry> --query id --output tsv). A login is good for three hours: run az acr login right before this step.',
    },
    {
      said: "DENIED: client with IP '…' is not allowed access. Refer https://aka.ms/acr/firewall to grant access.",
      pattern: /client with IP .* is not allowed access/i,
      hint: 'The firewall of the registry keeps this runner out: allow its address (az acr network-rule add), or use a runner in a network that may enter.',
    },
    {
      said: 'UNSUPPORTED: The operation is disallowed on this registry, repository or image.',
      pattern: /operation is disallowed on this registry/i,
      hint: 'It is locked: az acr repository update --name <registry> --repository <repository> --write-enabled true',
    },
  ],
  helpers: { names: ['acr', 'acr-env', 'acr-linux'], variables: ['AZURE_', 'ACR_', 'MSI_', 'IDENTITY_'] },
}
