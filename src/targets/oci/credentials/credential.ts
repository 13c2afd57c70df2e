/** How a registry knows us. `source` names where it was found, for messages. */
export type Credential =
  | { readonly kind: 'basic'; readonly username: string; readonly password: string; readonly source: string }
  /** A refresh token: exchanged at the token server for access tokens. */
  | { readonly kind: 'identity'; readonly token: string; readonly source: string }
  /** An access token: sent as it is. */
  | { readonly kind: 'bearer'; readonly token: string; readonly source: string }

/** Finds the credential for a repository (`acme/charts/app`) of one registry; `undefined`: ask as anybody. */
export type FindCredential = (repository: string) => Promise<Credential | undefined>

/** What credential helpers and identity tokens put where a user name belongs. */
export const TOKEN_USER = '<token>'

export function basicHeader(username: string, password: string): string {
  return `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`
}
