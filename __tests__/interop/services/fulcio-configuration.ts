const url = (path: string) => `{{ .url }}/${path}`

/** A Fulcio that trusts one issuer as the public one trusts that of GitHub: which claim stands where in a certificate. */
export function fulcioConfiguration(issuer: string): object {
  const provider = {
    'issuer-url': issuer,
    'client-id': 'sigstore',
    type: 'ci-provider',
    'ci-provider': 'github-workflow',
  }
  const metadata = {
    'default-template-values': { url: 'https://github.com', environment: '' },
    'extension-templates': extensions,
    'subject-alternative-name-template': url('{{ .job_workflow_ref }}'),
  }
  return { 'oidc-issuers': { [issuer]: provider }, 'ci-issuer-metadata': { 'github-workflow': metadata } }
}

// https://github.com/sigstore/fulcio/blob/main/docs/oid-info.md: what each is made of.
const extensions = {
  'github-workflow-trigger': 'event_name',
  'github-workflow-sha': 'sha',
  'github-workflow-name': 'workflow',
  'github-workflow-repository': 'repository',
  'github-workflow-ref': 'ref',
  'build-signer-uri': url('{{ .job_workflow_ref }}'),
  'build-signer-digest': 'job_workflow_sha',
  'runner-environment': 'runner_environment',
  'source-repository-uri': url('{{ .repository }}'),
  'source-repository-digest': 'sha',
  'source-repository-ref': 'ref',
  'source-repository-identifier': 'repository_id',
  'source-repository-owner-uri': url('{{ .repository_owner }}'),
  'source-repository-owner-identifier': 'repository_owner_id',
  'build-config-uri': url('{{ .workflow_ref }}'),
  'build-config-digest': 'workflow_sha',
  'build-trigger': 'event_name',
  'run-invocation-uri': url('{{ .repository }}/actions/runs/{{ .run_id }}/attempts/{{ .run_attempt }}'),
  'source-repository-visibility-at-signing': 'repository_visibility',
}
