import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Cell } from '../cells.ts'
import {
  askRenovate,
  chartThatUses,
  type Expectation,
  expectUpdate,
  type Renovate,
  renovateTitle,
  type User,
} from '../renovate.ts'
import { VERSIONS } from './publish.ts'

interface Place {
  readonly registry: string
  readonly url: string
  readonly caFile: string
  readonly home: string
  /** Where its files lie. */
  readonly folder: string
}

const CHART = 'chart/Chart.yaml'
const [OLD, NEW] = VERSIONS

/** What Renovate finds in an index for users of the version before the newest. */
export function lookUpIndex(
  { registry, url, caFile, home, folder }: Place,
  renovate: Renovate,
): Promise<readonly Cell[]> {
  const user: User = {
    files: { [CHART]: chartThatUses('app', OLD, url) },
    hostRules: [{ matchHost: url, allowInternal: true }],
    folder: home,
    env: { NODE_EXTRA_CA_CERTS: caFile },
  }
  return askRenovate({ registry, client: renovateTitle }, renovate, user, expectations(folder))
}

function expectations(folder: string): readonly Expectation[] {
  const digest = createHash('sha256')
    .update(readFileSync(join(folder, `app-${NEW}.tgz`)))
    .digest('hex')
  return [
    {
      check: 'finds the newer version of a dependency of a chart',
      expect: (found) => expectUpdate(found, CHART, { newVersion: NEW }),
    },
    {
      check: 'finds its digest in the index',
      expect: (found) => expectUpdate(found, CHART, { newVersion: NEW, newDigest: digest }),
    },
    {
      check: 'finds in the index when it was released',
      expect(found) {
        const times = found[CHART]?.flatMap(({ updates = [] }) => updates.map((each) => each.releaseTimestamp))
        if (!times?.every((time) => Date.parse(time ?? '') > 0)) throw new Error(`it found ${JSON.stringify(found)}`)
      },
    },
  ]
}
