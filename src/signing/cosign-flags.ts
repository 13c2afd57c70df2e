import type { Identity } from '../model/signature.ts'

/** The flags with which `cosign verify` accepts exactly this identity. */
export function verifyFlags(identity: Identity): readonly string[] {
  const flags = ['--certificate-oidc-issuer', identity.issuer, '--certificate-identity', identity.subject]
  const source = repositoryOf(identity.sourceRepository)
  // Inside a reusable workflow the subject is the same for every caller in the world; only this flag distinguishes
  // them.
  if (source !== undefined && source !== repositoryOf(identity.subject)) {
    flags.push('--certificate-github-workflow-repository', source)
  }
  return flags
}

/** `owner/name` of a repository or of something in it. */
export function repositoryOf(url: string | undefined): string | undefined {
  if (url === undefined || !URL.canParse(url)) return undefined
  const [owner, name] = new URL(url).pathname.split('/').slice(1)
  return owner && name ? `${owner}/${name}` : undefined
}
