import fc from 'fast-check'

/** A secret of one kind, and the variable of the job that holds it. */
export interface AnySecret {
  readonly kind: string
  readonly variable: string
  /** Value of the variable. */
  readonly value: string
  /** What must not be seen of it. */
  readonly parts: readonly string[]
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'
const of = (alphabet: string, minLength: number, maxLength = minLength) =>
  fc.string({ unit: fc.constantFrom(...alphabet), minLength, maxLength })
const opaque = (minLength: number, maxLength = minLength) => of(letters, minLength, maxLength)
const base64 = (length: number) => of(`${letters}+/`, length)
const base64url = (minLength: number, maxLength: number) => of(`${letters}-_`, minLength, maxLength)

function kind(name: string, variable: string, value: fc.Arbitrary<string>): fc.Arbitrary<AnySecret> {
  return value.map((text) => ({ kind: name, variable, value: text, parts: [text.trim()] }))
}

const awkward = fc
  .string({
    unit: fc.oneof(fc.constantFrom(...'"\'<>&%+/=:@#?\\`|*_~![](){};, '), fc.constantFrom(...letters, 'é', '日', '🎉')),
    minLength: 12,
    maxLength: 40,
  })
  .filter((text) => text.trim().length >= 12)

const token = fc
  .tuple(base64url(20, 40), base64url(40, 120), base64url(43, 86))
  .map(([head, claims, signature]) => `eyJ${head}.${claims}.${signature}`)

const pem = fc.array(base64(64), { minLength: 2, maxLength: 5 })

const armoured = pem.map((lines): AnySecret => {
  const value = ['-----BEGIN PGP PRIVATE KEY BLOCK-----', '', ...lines, '-----END PGP PRIVATE KEY BLOCK-----', ''].join(
    '\n',
  )
  return { kind: 'an OpenPGP key', variable: 'INPUT_GPG-PRIVATE-KEY', value, parts: lines }
})

const serviceAccount = pem.map((lines): AnySecret => {
  const key = `-----BEGIN PRIVATE KEY-----\n${lines.join('\n')}\n-----END PRIVATE KEY-----\n`
  const value = JSON.stringify({ type: 'service_account', private_key: key })
  return { kind: "Google's key", variable: 'GOOGLE_CREDENTIALS', value, parts: lines }
})

/** Tokens and keys of every kind that lie in a job. */
export const anySecret: fc.Arbitrary<AnySecret> = fc.oneof(
  kind(
    'a workflow token',
    'INPUT_GITHUB-TOKEN',
    opaque(36).map((text) => `ghs_${text}`),
  ),
  kind(
    'a personal token',
    'GITHUB_TOKEN',
    opaque(82).map((text) => `github_pat_${text}`),
  ),
  kind(
    'a token of chart-releaser',
    'CR_TOKEN',
    opaque(36).map((text) => `ghp_${text}`),
  ),
  kind("a registry's password", 'INPUT_REGISTRY-PASSWORD', awkward),
  kind('a passphrase', 'INPUT_GPG-PASSPHRASE', awkward),
  kind('the key to identity tokens', 'ACTIONS_ID_TOKEN_REQUEST_TOKEN', token),
  kind("the runner's token", 'ACTIONS_RUNTIME_TOKEN', token),
  kind("Amazon's key", 'AWS_SECRET_ACCESS_KEY', base64(40)),
  kind("Amazon's session", 'AWS_SESSION_TOKEN', base64(200)),
  kind("Azure's secret", 'AZURE_CLIENT_SECRET', of(`${letters}~-_.`, 40)),
  kind(
    "Azure's key",
    'AZURE_STORAGE_KEY',
    base64(86).map((text) => `${text}==`),
  ),
  kind(
    "npm's token",
    'NPM_TOKEN',
    opaque(36).map((text) => `npm_${text}`),
  ),
  armoured,
  serviceAccount,
)

const words = fc.string({ maxLength: 12 })
const around = fc.tuple(words, words)
const WRITTEN: readonly ((text: string, before: string, after: string) => string)[] = [
  (text, before, after) => `${before} ${text} ${after}`,
  (text, before, after) => Buffer.from(before + text + after).toString('base64'),
  (text, before, after) => Buffer.from(before + text + after).toString('base64url'),
  (text) => encodeURIComponent(Buffer.from(`user:${text}`).toString('base64')),
  (text) => `https://host/?token=${encodeURIComponent(text)}&x=1`,
  (text) => new URLSearchParams({ password: text }).toString(),
  (text) => Object.assign(new URL('https://user@host/path'), { password: text }).href,
  (text, before) => JSON.stringify({ [before]: text }),
  (text) => `::error::${text}`,
  (text) => `##[add-mask]${text}`,
]

/** A text that holds one of these values in some form, whole or cut short. */
export function textWith(value: string): fc.Arbitrary<string> {
  return fc
    .tuple(fc.constantFrom(...WRITTEN), around, fc.option(fc.nat(10_000), { freq: 3 }))
    .map(([write, [before, after], cut]) => {
      const text = write(value, before, after)
      return cut === null ? text : `${text.slice(0, cut % (text.length + 1))}…`
    })
}
