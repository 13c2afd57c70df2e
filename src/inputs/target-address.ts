import { nearest } from './nearest.ts'
import type { Parsed, Raw } from './parse.ts'

const schemes = ['oci']

/**
 * Judges the form and the scheme of a target address; the target itself reads the rest.
 * An address with a password in it is refused without being shown.
 */
export function targetAddress(raw: Raw): Parsed<string> {
  const address = typeof raw === 'string' ? raw.trim().replace(/(?<=[^/:])\/+$/, '') : ''
  const allowed = `addresses that start with ${schemes.map((scheme) => `\`${scheme}://\``).join(', ')}`
  if (/^[^/]*\/\/[^/]*@/.test(address)) {
    return {
      allowed,
      found: 'an address with a user name in it',
      hint: 'Log in with `registry-username` and `registry-password`.',
    }
  }
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(address)?.[1]?.toLowerCase()
  if (scheme !== undefined && schemes.includes(scheme)) return { value: address }
  if (/^[\w.-]+(:\d+)?\/[\w./-]+$/.test(address)) return { allowed, hint: `Did you mean \`oci://${address}\`?` }
  const near = scheme === undefined ? undefined : nearest(scheme, schemes)
  return { allowed, hint: near === undefined ? undefined : `Did you mean \`${near}://\`?` }
}
