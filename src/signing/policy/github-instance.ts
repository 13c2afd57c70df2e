import { ReleaseError } from '../../model/errors.ts'

export interface GitHubInstance {
  readonly kind: 'github.com' | 'ghe.com' | 'server'
  /** `iss` of its identity tokens. An enterprise on github.com can have its slug appended. */
  readonly issuer: string
  /** Whether the public Fulcio issues certificates for its tokens. */
  readonly knownToPublicSigstore: boolean
}

/**
 * The GitHub instance of `GITHUB_SERVER_URL`. Issuers: https://docs.github.com/actions (security, OpenID Connect) and
 * Fulcio's config/identity/config.yaml, which lists only that of github.com.
 */
export function githubInstance(serverUrl: string): GitHubInstance {
  const { hostname, origin } = new URL(serverUrl)
  if (hostname === 'github.com') {
    return { kind: 'github.com', issuer: 'https://token.actions.githubusercontent.com', knownToPublicSigstore: true }
  }
  if (hostname.endsWith('.ghe.com')) {
    return { kind: 'ghe.com', issuer: `https://token.actions.${hostname}`, knownToPublicSigstore: false }
  }
  return { kind: 'server', issuer: `${origin}/_services/token`, knownToPublicSigstore: false }
}

/** Why keyless signing cannot work with the configuration, for preflight. Code `SIGSTORE_NO_PUBLIC_INSTANCE`. */
export function instanceProblem(serverUrl: string, hasSigningConfig: boolean): ReleaseError | undefined {
  const { issuer, knownToPublicSigstore } = githubInstance(serverUrl)
  if (hasSigningConfig || knownToPublicSigstore) return undefined
  const message = `The public Sigstore gives no certificates for identity tokens of ${issuer}`
  return new ReleaseError('SIGSTORE_NO_PUBLIC_INSTANCE', message, {
    hint: `Name your own Sigstore:
  with:
    sigstore-signing-config: path/to/signing_config.json
    sigstore-trusted-root: path/to/trusted_root.json
or set sign: none.`,
  })
}
