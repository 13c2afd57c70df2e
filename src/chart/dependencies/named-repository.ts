import { ReleaseError } from '../../model/errors.ts'
import type { DependencySettings } from '../../model/settings.ts'
import { allowing } from './refused-address.ts'
import { isSameAddress, type KnownRepositories, plainEntry, type RepositoryEntry } from './repository-entries.ts'
import { withoutLogin } from './words.ts'

interface Asking extends DependencySettings {
  /** As the chart writes it. */
  readonly repository: string
  readonly lockedFrom?: string | undefined
}

const MAX_NAMES = 10
/** What may stand in a command to paste. */
const PLAIN_NAME = /^[\w.-]{1,100}$/
const PLAIN_ADDRESS = /^https?:\/\/[\w.:/-]{1,300}$/i

/**
 * The repository that a name stands for: as an earlier step added it, or as the config file says. Fails with
 * `DEPENDENCY_REPOSITORY_UNKNOWN` if nobody says so or they say two addresses, and with `LOCK_OUT_OF_STEP` if the lock was
 * made while it stood for another one; Helm would refuse that lock, too.
 */
export function namedRepository(name: string, known: KnownRepositories, asking: Asking): RepositoryEntry {
  const added = known.entries.find((entry) => entry.name === name)
  const configured = asking.repositories?.get(name)
  if (added && configured !== undefined && !isSameAddress(added.url, configured)) {
    throw twoAddresses(asking.repository, added.url, configured)
  }
  const found = added ?? (configured === undefined ? undefined : plainEntry(name, configured))
  if (!found) throw unknown(name, known, asking)
  const { lockedFrom } = asking
  if (lockedFrom !== undefined && /^https?:/i.test(lockedFrom) && !isSameAddress(lockedFrom, found.url)) {
    const [was, is] = [lockedFrom, found.url].map(withoutLogin)
    throw new ReleaseError('LOCK_OUT_OF_STEP', `the lock was made with ${was}, and ${asking.repository} is ${is} here`)
  }
  return found
}

function unknown(name: string, known: KnownRepositories, asking: Asking): ReleaseError {
  const names = [...new Set([...known.entries.map((entry) => entry.name), ...(asking.repositories?.keys() ?? [])])]
  const list = names.length === 0 ? 'no repository has a name' : `known are ${names.slice(0, MAX_NAMES).join(', ')}`
  const why = known.problem === undefined ? list : `${list}, and ${known.problem}`
  const address = PLAIN_ADDRESS.exec(asking.lockedFrom ?? '')?.[0] ?? 'https://…'
  const line = allowing(asking, { repositories: [[name, address]] })
  const word = PLAIN_NAME.test(name) ? name : 'NAME'
  return new ReleaseError(
    'DEPENDENCY_REPOSITORY_UNKNOWN',
    `nothing says which address ${asking.repository} is (${why})`,
    {
      hint: `Run \`helm repo add ${word} ${address}\` in a step before this one, or write \`${line}\` into the config file.`,
    },
  )
}

function twoAddresses(repository: string, added: string, configured: string): ReleaseError {
  return new ReleaseError(
    'DEPENDENCY_REPOSITORY_UNKNOWN',
    `${repository} is ${withoutLogin(added)} by \`helm repo add\`, and ${configured} by the config file`,
    { hint: 'Write the right address in both places, or take it out of the config file.' },
  )
}
