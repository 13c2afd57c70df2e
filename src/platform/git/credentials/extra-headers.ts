import { type Address, addressFor, userIn } from './addresses.ts'
import { type ConfigEntry, isKey, type PlainGit, type Setting } from './configuration.ts'

const HEADER = 'extraheader'
const PROBE = 'releasechartsprobe'
/** Replaces the user of an address, which may be a token, and would be visible in a process list. */
const STAND_IN = 'release-charts-user'

/**
 * The extra headers that git sends to one address, in its order, without those cancelled by an empty one. Git itself
 * decides which `http.extraheader` and `http.<url>.extraheader` apply: patterns have wildcards, ports, users and paths,
 * and one that is less specific than one before it is skipped. Git reports only the last of several values, so each
 * setting gets a variable, which has the values of all settings up to that one: the setting applies if the variable has
 * its value.
 */
export async function extraHeaders(
  address: Address,
  entries: readonly ConfigEntry[],
  git: PlainGit,
): Promise<readonly string[]> {
  const headers = entries.filter(({ key }) => isKey(key, 'http', HEADER))
  const near = await applying(headers, address, git, (index) => [index])
  const taken = await applying(near, address, git, (index) => Array.from({ length: index + 1 }, (_, each) => each))
  const values = taken.map(({ value }) => value)
  return values.slice(values.lastIndexOf('') + 1)
}

/** Those whose variable has their own value; `upTo` gives the settings that set the variable of the one at `index`. */
async function applying(
  headers: readonly ConfigEntry[],
  address: Address,
  git: PlainGit,
  upTo: (index: number) => readonly number[],
): Promise<readonly ConfigEntry[]> {
  if (headers.length === 0) return []
  const settings = headers.flatMap((_, index) =>
    upTo(index).map((each): Setting => [probe(headers[each]?.key ?? '', index, address), String(each)]),
  )
  const ran = await git(['config', '-z', '--get-urlmatch', 'http', addressFor(STAND_IN, address)], { config: settings })
  const found = new Map(
    Buffer.from(ran.stdout)
      .toString()
      .split('\0')
      .map((entry) => entry.split('\n') as [string, string]),
  )
  return headers.filter((_, index) => found.get(`http.${PROBE}${index}`) === String(index))
}

function probe(key: string, index: number, { user }: Address): string {
  const section = key
    .slice(0, -HEADER.length)
    .replace(/(?<=^http\.https?:\/\/)[^/?#]*(?=@)/i, (info) => (userIn(info) === user ? STAND_IN : info))
  return `${section}${PROBE}${index}`
}
