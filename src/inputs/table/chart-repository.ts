import type { Parsed, Parser } from './parse.ts'

const NAMED = 'a name without `@` and `/`, and an address such as `https://charts.example.com/stable`'

/** The address of a repository that charts call by this name. */
export function repositoryNamed(name: string): Parser<string> {
  return (raw): Parsed<string> => {
    const given = typeof raw === 'string' ? raw.trim() : ''
    if (/^(?:@|alias:)/.test(name)) {
      return {
        allowed: NAMED,
        found: `the name ${JSON.stringify(name)}`,
        hint: `Write \`${name.replace(/^(?:@|alias:)/, '')}\`.`,
      }
    }
    if (!/^[^/\s]{1,200}$/.test(name)) return { allowed: NAMED, found: `the name ${JSON.stringify(name.slice(0, 80))}` }
    if (/^oci:/i.test(given)) {
      return { allowed: NAMED, hint: 'A registry needs no name: write its address, `oci://…`, into Chart.yaml.' }
    }
    if (!/^https?:\/\/\S+$/i.test(given) || !URL.canParse(given)) return { allowed: NAMED }
    const { username, password } = new URL(given)
    if (username === '' && password === '') return { value: given }
    const hint = 'Add it with its login in an earlier step: `helm repo add NAME URL --username … --password-stdin`.'
    return { allowed: NAMED, found: 'an address with a login', hint }
  }
}
