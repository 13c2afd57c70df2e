import { ecrRegistry } from './registry-host.ts'

/** What a repository of ECR is created with. */
export interface NewRepository {
  /** Tags are written once, but for those under which signatures lie. */
  readonly immutable: boolean
  readonly scanOnPush: boolean
}

interface OptionsProblem {
  readonly found: string
  readonly hint: string
}

export const ECR_EXAMPLE = 'oci://123456789012.dkr.ecr.eu-central-1.amazonaws.com/charts?create=true'
const NAMES = ['create', 'immutable', 'scan-on-push']

/**
 * Reads the options of an address, which only ECR has: `create=true` consents to the creation of missing repositories, the
 * others say how. `undefined`: none are to be created.
 */
export function readOptions(host: string, query: string): NewRepository | OptionsProblem | undefined {
  const given = [...new URLSearchParams(query)]
  const found = problemIn(host, given)
  if (found !== undefined) return { found, hint: `Write it like ${ECR_EXAMPLE}` }
  const options = new Map(given)
  if (options.get('create') !== 'true') return undefined
  return { immutable: options.get('immutable') !== 'false', scanOnPush: options.get('scan-on-push') === 'true' }
}

export function isProblem(read: ReturnType<typeof readOptions>): read is OptionsProblem {
  return read !== undefined && 'found' in read
}

function problemIn(host: string, given: readonly (readonly [string, string])[]): string | undefined {
  if (!ecrRegistry(host)) return 'holds a query (?…), which only addresses of a private ECR have'
  if (given.length === 0) return 'ends with a question mark'
  const names = given.map(([name]) => name)
  const unknown = names.find((name) => !NAMES.includes(name))
  if (unknown !== undefined) return `has the option "${unknown}"; known are ${NAMES.join(', ')}`
  const twice = names.find((name, index) => names.indexOf(name) !== index)
  if (twice !== undefined) return `has the option ${twice} twice`
  const [name, value] = given.find(([, value]) => !['true', 'false'].includes(value)) ?? []
  if (name !== undefined) return `has ${name}=${value}, which must be true or false`
  const isCreating = given.some(([name, value]) => name === 'create' && value === 'true')
  const idle = names.find((name) => name !== 'create')
  return isCreating || idle === undefined ? undefined : `has the option ${idle} without create=true`
}
