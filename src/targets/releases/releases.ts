import { openReleaseStore } from '../github-releases/release-store.ts'
import type { DraftText } from '../github-releases/uploads.ts'
import type { TargetContext, TargetDefinition } from '../target.ts'
import { invalidAddress, parseAddress, type ReleasesAddress, SCHEME } from './address.ts'
import { recordIn, withRecord } from './record.ts'
import { openReleasesTarget } from './releases-target.ts'
import { createShown } from './shown.ts'

/** A GitHub Release for each version, beside the places where charts are installed from. */
export const releases: TargetDefinition = {
  scheme: SCHEME,
  example: 'releases://acme/charts',
  summary:
    'A GitHub Release for each version, under its git tag, with the archive and its signatures. Beside other targets it gets what is released from then on.',
  hasIndex: false,
  makesReleases: () => true,
  check: (address) => void parseAddress(address),
  open(address, context) {
    const parsed = parseAddress(address)
    requireOwn(parsed, context)
    const { github } = context
    const store = openReleaseStore({ ...parsed, github, text: recorded }, context)
    return openReleasesTarget({ address: parsed.address, store, shown: createShown(store, github.releases) })
  },
}

/** The client of the run is for its own repository. GitHub does not tell the two cases of a name apart. */
function requireOwn({ address, repository }: ReleasesAddress, { facts }: Pick<TargetContext, 'facts'>): void {
  if (repository.toLowerCase() === facts.repository.toLowerCase()) return
  const found = `is of another repository than this one, ${facts.repository}`
  throw invalidAddress(address, found, `Write releases://${facts.repository}`)
}

/** A draft that another run began is only taken up if what it says of its archive is true of this one. */
const recorded: DraftText = {
  of: (chart, notes) => withRecord(notes, chart),
  fits(text, chart) {
    const record = recordIn(text)
    return record?.archive === chart.digest && record.fingerprint === chart.fingerprint
  },
}
