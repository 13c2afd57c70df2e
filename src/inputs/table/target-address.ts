import { ReleaseError } from '../../model/errors.ts'
import { definitionOf, targetDefinitions } from '../../targets/registry.ts'
import type { TargetDefinition } from '../../targets/target.ts'
import { nearest } from './nearest.ts'
import { type Parsed, quotedValue, type Raw } from './parse.ts'

const allowed = `addresses such as ${targetDefinitions.map(({ example }) => `\`${example}\``).join(', ')}`

/** Parses a target address. One that contains credentials is refused without being shown. */
export function targetAddress(raw: Raw): Parsed<string> {
  const address = typeof raw === 'string' ? raw.trim().replace(/(?<=[^/:])\/+$/, '') : ''
  if (/^[^/]*\/\/[^/]*@/.test(address)) {
    const hint = 'Log in with `registry-username` and `registry-password`, or in an earlier step.'
    return { allowed, found: 'an address with a user name in it', hint }
  }
  const definition = definitionOf(address)
  return definition === undefined ? { allowed, hint: schemeHint(address) } : checked(address, definition)
}

function checked(address: string, definition: TargetDefinition): Parsed<string> {
  try {
    definition.check(address)
    return { value: address }
  } catch (error) {
    if (!(error instanceof ReleaseError)) throw error
    const why = [`${error.message}.`, error.hint].filter((part) => part !== undefined).join(' ')
    return { allowed, found: quotedValue(address), hint: why }
  }
}

function schemeHint(address: string): string | undefined {
  if (/^[\w.-]+(:\d+)?\/[\w./-]+$/.test(address)) return `Did you mean \`oci://${address}\`?`
  const start = /^[a-z][a-z0-9+.-]*:\/*/i.exec(address)?.[0]
  const near =
    start === undefined
      ? undefined
      : nearest(
          start,
          targetDefinitions.map(({ scheme }) => scheme),
        )
  return near === undefined ? undefined : `Did you mean \`${near}\`?`
}
