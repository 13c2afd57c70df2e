import { isOrdinary } from './ordinary-words.ts'

/** In an address: everything between the scheme and the last `@` before the path. */
const USER_INFO = /\b[a-z][a-z\d+.-]*:\/\/([^\s/?#]*)@/gi
/** Passwords that mean that the user name is the token: https://docs.github.com/authentication */
const NO_PASSWORD = ['', 'x-oauth-basic']

/** Passwords, and tokens in place of user names, of every address in a text, as written and decoded. */
export function secretsOfAddresses(text: string): readonly string[] {
  return [...text.matchAll(USER_INFO)].flatMap(([, info = '']) => {
    const colon = info.indexOf(':')
    const [user, password] = colon < 0 ? [info, ''] : [info.slice(0, colon), info.slice(colon + 1)]
    return [...secretsOfLogin(user, password), ...secretsOfLogin(decoded(user), decoded(password))]
  })
}

/** A user name is a secret only if it can be a token: people have names that are words. */
export function secretsOfLogin(user: string, password: string): readonly string[] {
  return [...(NO_PASSWORD.includes(password) ? [] : [password]), ...(isLikeToken(user) ? [user] : [])]
}

function isLikeToken(user: string): boolean {
  return /^[\w.~+=-]{16,}$/.test(user) && /\d/.test(user) && !isOrdinary(user)
}

/** Decodes percent-encoding; text that is not properly encoded stays as it is. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
